// Fields that hold words in a row: with hooks where they are few, else typed and shown as chips.
casekatalog.tags = (() => {
  "use strict";
  const clean = casekatalog.elements.clean;
  const described = casekatalog.elements.described;
  const { element } = casekatalog.dom;
  const fire = casekatalog.elements.fire;
  const id = casekatalog.elements.id;
  const { plainText } = casekatalog.words;

  // Words of a short vocabulary, with hooks; those that are chosen are explained in the order in which they were.
  function choices(maker, control, holder, key, list, path) {
    const terms = maker.setup.vocabulary[list.items["x-vocabulary"]];
    const box = element("div", { class: "field__choices" });
    const chosen = element("ol", { class: "field__meaning bare" });
    const explain = () => {
      const slugs = (holder[key] || []).filter((slug) => terms[slug]);
      chosen.replaceChildren.apply(
        chosen,
        slugs.map((slug, index) => {
          const mark = list.maxItems && slugs.length > 1 ? `${index + 1}. ` : "";
          return element(
            "li",
            {},
            element("strong", {}, mark + terms[slug].name),
            `: ${terms[slug].definition}`,
          );
        }),
      );
    };
    Object.keys(terms).forEach((slug, index) => {
      const input = element("input", { type: "checkbox", id: index ? `${id(path)}-${slug}` : id(path) });
      if (!index) input.setAttribute("aria-describedby", described(path));
      input.checked = (holder[key] || []).includes(slug);
      input.addEventListener("change", () => {
        const others = (holder[key] || []).filter((other) => other !== slug);
        maker.setList(holder, key, input.checked ? others.concat(slug) : others);
        explain();
      });
      box.append(element("label", { class: "choice", for: input.id }, input, ` ${terms[slug].name}`));
    });
    explain();
    control.append(box, chosen);
  }

  // Words in a row: municipalities and cases with suggestions, other parties free.
  function words(maker, control, holder, key, list, path) {
    const tag = list.items["x-vocabulary"];
    let names = {};
    if (tag)
      Object.keys(maker.setup.vocabulary[tag]).forEach((slug) => {
        names[slug] = maker.setup.vocabulary[tag][slug].name;
      });
    else if (list.items.pattern && key !== "aliases") names = maker.setup.cases;
    const chips = element("ul", { class: "bare chips", "aria-live": "polite" });
    const input = element("input", {
      type: "text",
      id: id(path),
      autocomplete: "off",
      "aria-describedby": described(path),
    });
    const add = element(
      "button",
      {
        type: "button",
        class: "md-button",
        "aria-label": `Tilføj til ${casekatalog.fields.titleOf(path, maker.setup)}`,
      },
      "Tilføj",
    );
    if (Object.keys(names).length) {
      const options = element("datalist", { id: `${id(path)}-list` });
      Object.keys(names).forEach((slug) => {
        options.append(element("option", { value: names[slug] }));
      });
      input.setAttribute("list", options.id);
      control.append(options);
    }
    const draw = () => {
      chips.replaceChildren.apply(
        chips,
        (holder[key] || []).map((word, index) => {
          const chip = element(
            "button",
            { type: "button", class: "chip", "aria-label": `Fjern ${names[word] || word}` },
            names[word] || word,
            element("span", { "aria-hidden": "true" }, " ×"),
          );
          chip.addEventListener("click", () => {
            maker.setList(
              holder,
              key,
              holder[key].filter((_, at) => at !== index),
            );
            draw();
            fire(control);
            input.focus();
          });
          return element("li", {}, chip);
        }),
      );
    };
    const take = () => {
      const typed = input.value
        .split(tag ? /[,;]/ : /;/)
        .map(clean)
        .filter(Boolean);
      if (!typed.length) return;
      const found = typed.map(
        (word) => Object.keys(names).find((slug) => plainText(names[slug]) === plainText(word)) || word,
      );
      maker.setList(holder, key, (holder[key] || []).concat(found));
      input.value = "";
      draw();
      fire(control);
    };
    add.addEventListener("click", take);
    input.addEventListener("blur", take);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      take();
    });
    draw();
    control.append(chips, element("div", { class: "field__row" }, input, add));
  }

  return { choices, words };
})();
