/** Fields that hold words in a row: with hooks where they are few, else typed and shown as chips. */
casekatalog.tags = (() => {
  "use strict";
  const { wording } = casekatalog;
  const clean = casekatalog.elements.clean;
  const described = casekatalog.elements.described;
  const { button, element } = casekatalog.dom;
  const fire = casekatalog.elements.fire;
  const id = casekatalog.elements.id;
  const { plainText } = casekatalog.words;
  const { fill } = casekatalog.text;

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
    const names = namesOf(list.items, key, maker.setup);
    const chips = element("ul", { class: "bare chips", "aria-live": "polite" });
    const input = element("input", {
      type: "text",
      id: id(path),
      autocomplete: "off",
      "aria-describedby": described(path),
    });
    const add = button("md-button", wording.form_tags.add);
    add.setAttribute(
      "aria-label",
      fill(wording.form_tags.add_to, { field: casekatalog.fields.titleOf(path, maker.setup) }),
    );
    if (Object.keys(names).length) control.append(suggestions(input, names));
    add.addEventListener("click", take);
    input.addEventListener("blur", take);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      take();
    });
    draw();
    control.append(chips, element("div", { class: "field__row" }, input, add));

    function draw() {
      chips.replaceChildren(
        ...chosenIn(holder, key).map((word, index) => chip(names[word] || word, () => drop(index))),
      );
    }

    /** @param {string[]} chosen */
    function keep(chosen) {
      maker.setList(holder, key, chosen);
      draw();
      fire(control);
    }

    /** @param {number} index */
    function drop(index) {
      keep(chosenIn(holder, key).filter((_, at) => at !== index));
      input.focus();
    }

    function take() {
      const typed = input.value
        .split(list.items["x-vocabulary"] ? /[,;]/ : /;/)
        .map(clean)
        .filter(Boolean);
      if (!typed.length) return;
      const found = typed.map(
        (word) => Object.keys(names).find((slug) => plainText(names[slug]) === plainText(word)) || word,
      );
      input.value = "";
      keep(chosenIn(holder, key).concat(found));
    }
  }

  /**
   * The names of what may stand in a list, by slug; none where it is free.
   * @param {FormSchema} items
   * @param {string} key
   * @param {FormSetup} setup
   * @returns {Record<string, string>}
   */
  function namesOf({ pattern, "x-vocabulary": vocabulary }, key, setup) {
    if (!vocabulary) return pattern && key !== "aliases" ? setup.cases : {};
    const terms = Object.entries(setup.vocabulary[vocabulary]);
    return Object.fromEntries(terms.map(([slug, { name }]) => [slug, name]));
  }

  /**
   * @param {HTMLInputElement} input
   * @param {Record<string, string>} names
   */
  function suggestions(input, names) {
    const options = Object.values(names).map((value) => element("option", { value }));
    const list = element("datalist", { id: `${input.id}-list` }, ...options);
    input.setAttribute("list", list.id);
    return list;
  }

  /**
   * @param {string} word
   * @param {() => void} remove
   */
  function chip(word, remove) {
    const made = button("chip", word, element("span", { "aria-hidden": "true" }, " ×"));
    made.setAttribute("aria-label", fill(wording.form_tags.remove, { word }));
    made.addEventListener("click", remove);
    return element("li", {}, made);
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
