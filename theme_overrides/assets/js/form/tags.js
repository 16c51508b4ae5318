/** Fields that hold words in a row: with hooks where they are few, else typed and shown as chips. */
casekatalog.tags = (() => {
  "use strict";
  const clean = casekatalog.elements.clean;
  const described = casekatalog.elements.described;
  const { element } = casekatalog.dom;
  const fire = casekatalog.elements.fire;
  const id = casekatalog.elements.id;
  const { plainText } = casekatalog.words;

  /**
   * Words of a short vocabulary, with hooks; those that are chosen are explained in the order in which they were.
   * @param {FieldMaker} maker
   * @param {HTMLElement} control
   * @param {FieldAt} where
   * @param {SchemaWith<"items">} list
   */
  function choices(maker, control, { holder, key, path }, list) {
    const terms = maker.setup.vocabulary[list.items["x-vocabulary"] ?? ""];
    const box = element("div", { class: "field__choices" });
    const chosen = element("ol", { class: "field__meaning bare" });
    const explain = () => {
      const slugs = chosenIn(holder, key).filter((slug) => terms[slug]);
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
      input.checked = chosenIn(holder, key).includes(slug);
      input.addEventListener("change", () => {
        const others = chosenIn(holder, key).filter((other) => other !== slug);
        maker.setList(holder, key, input.checked ? others.concat(slug) : others);
        explain();
      });
      box.append(element("label", { class: "choice", for: input.id }, input, ` ${terms[slug].name}`));
    });
    explain();
    control.append(box, chosen);
  }

  /**
   * Words in a row: municipalities and cases with suggestions, other parties free.
   * @param {FieldMaker} maker
   * @param {HTMLElement} control
   * @param {FieldAt} where
   * @param {SchemaWith<"items">} list
   */
  function words(maker, control, { holder, key, path }, list) {
    const tag = list.items["x-vocabulary"];
    /** @type {Record<string, string>} */
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
        chosenIn(holder, key).map((word, index) => {
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
              chosenIn(holder, key).filter((_, at) => at !== index),
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
      maker.setList(holder, key, chosenIn(holder, key).concat(found));
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

  /**
   * The words that a field holds.
   * @param {FormGroup} holder
   * @param {string} key
   */
  function chosenIn(holder, key) {
    return /** @type {string[]} */ (holder[key] || []);
  }

  return { choices, words };
})();
