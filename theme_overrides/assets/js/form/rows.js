/**
 * Groups and texts in a row, which the editor adds, moves and removes.
 * @template {FormValue} Item
 * @typedef {object} RowKind how one in a row is made and shown
 * @property {() => Item} empty
 * @property {(items: Item[], index: number, path: FormPath, buttons: HTMLElement, opened: Set<Item>) => HTMLElement} draw
 */
casekatalog.rows = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { resolve, scalarKind } = casekatalog.schemas;
  const name = casekatalog.words.fieldName;
  const { element } = casekatalog.dom;
  const { fill } = casekatalog.text;
  const { button, clean, error, fire, hasContent, id, unwrap } = casekatalog.elements;
  const MOVE_AND_REMOVE = ":scope > .repeat__buttons > button, :scope > details > .repeat__buttons > button";

  /**
   * What one in a row is called; in a field that has no word for it, what they all are.
   * @param {FieldAt} where
   */
  function one({ key, schema }) {
    return wording.one_of[key] ?? schema.title;
  }

  /**
   * @template {FormValue} Item
   * @param {FieldMaker} maker
   * @param {HTMLElement} control
   * @param {FieldAt} where
   * @param {RowKind<Item>} kind
   */
  function repeated(maker, control, where, kind) {
    const { holder, key, path } = where;
    const items = /** @type {Item[]} */ (holder[key] || []);
    const word = one(where).toLowerCase();
    /** @type {Set<Item>} */
    const opened = new Set();
    const stack = element("div", { class: "repeat" });
    const add = casekatalog.dom.button("md-button", fill(wording.form_rows.add, { word }));
    add.addEventListener("click", () => {
      const made = kind.empty();
      items.push(made);
      opened.add(made);
      keep();
      draw();
      stack.lastElementChild?.querySelector("input, select, textarea")?.focus();
    });
    if (items.length === 1) opened.add(items[0]);
    if (items.length) holder[key] = items;
    draw();
    control.append(stack, add);

    function keep() {
      maker.setList(holder, key, items);
      fire(control);
    }

    /** @param {number[]} order */
    function reorder(order) {
      maker.moved(items, order);
      items.splice(0, items.length, ...order.map((index) => items[index]));
      keep();
      draw();
    }

    function draw() {
      stack.replaceChildren(
        ...items.map((_, index) => kind.draw(items, index, path.concat(index), buttons(index), opened)),
      );
    }

    /** @param {number} index */
    function buttons(index) {
      const box = element("p", { class: "repeat__buttons" });
      if (index)
        box.append(button(fill(wording.form_rows.up, { word, number: index + 1 }), () => moveUp(index)));
      box.append(button(fill(wording.form_rows.remove, { word, number: index + 1 }), () => remove(index)));
      return box;
    }

    /** @param {number} index */
    function moveUp(index) {
      const order = Array.from(items.keys());
      order.splice(index - 1, 2, index, index - 1);
      reorder(order);
      stack.children[index - 1].querySelectorAll(MOVE_AND_REMOVE)[0].focus();
    }

    /** @param {number} index */
    function remove(index) {
      const question = fill(wording.form_rows.ask, { word, number: index + 1 });
      if (hasContent(items[index]) && !window.confirm(question)) return;
      reorder(Array.from(items.keys()).filter((at) => at !== index));
      add.focus();
    }
  }

  /**
   * @param {FieldMaker} maker
   * @param {HTMLElement} control
   * @param {FieldAt} where
   * @param {SchemaWith<"items">} list
   */
  function groups(maker, control, where, list) {
    const group = resolve(list.items, "properties", maker.setup);
    if (!group) return;
    repeated(maker, control, where, {
      empty: () => emptyGroup(group, maker.setup),
      draw: (items, index, path, buttons, opened) => {
        const item = items[index],
          summary = element("summary", {}, digest(maker, item, group, path));
        const details = element("details", { class: "fold repeat__fold" }, summary);
        details.open = opened.has(item);
        details.addEventListener("toggle", () => {
          opened[details.open ? "add" : "delete"](item);
          summary.textContent = digest(maker, item, group, path);
        });
        details.append(partsOf(maker, item, group, path), buttons);
        const legend = element("legend", {}, `${one(where)} ${index + 1}`);
        const card = element("fieldset", { class: "repeat__item" }, legend, details, error(path));
        card.dataset.path = name(path);
        return card;
      },
    });
  }

  /**
   * A group in which the texts that it must have are still to be written.
   * @param {SchemaWith<"properties">} group
   * @param {FormSetup} setup
   */
  function emptyGroup(group, setup) {
    const needed = casekatalog.source.isOne(group) ? casekatalog.source.own(group) : group.required || [];
    const texts = needed.filter((part) => {
      const kind = scalarKind(group.properties[part], setup);
      return kind.type === "string" && !kind["x-vocabulary"] && !kind.enum;
    });
    /** @type {FormGroup} */
    const made = Object.fromEntries(texts.map((part) => [part, ""]));
    return made;
  }

  /**
   * @param {FieldMaker} maker
   * @param {FormGroup} item
   * @param {SchemaWith<"properties">} group
   * @param {FormPath} path
   */
  function partsOf(maker, item, group, path) {
    const parts = element("div", { class: "field__parts" });
    if (casekatalog.source.isOne(group)) casekatalog.sourceFields(maker, parts, item, group, path);
    else if (group.properties.rows) parts.append(...casekatalog.tableFields(maker, item, group, path));
    else parts.append(...maker.fieldsOf(group, item, path));
    return parts;
  }

  /**
   * A group in one line: its words and names.
   * @param {FieldMaker} maker
   * @param {FormGroup} item
   * @param {SchemaWith<"properties">} group
   * @param {FormPath} path
   */
  function digest(maker, item, group, path) {
    const parts = Object.entries(group.properties).map(([key, schema]) => {
      const { "x-vocabulary": vocabulary } = scalarKind(schema, maker.setup),
        value = item[key];
      if (typeof value !== "string" || value === maker.setup.unstated) return "";
      return vocabulary && value ? maker.termName(vocabulary, value, path) : value.replace(/\s+/g, " ");
    });
    return parts.filter(Boolean).join(" · ") || wording.form_rows.empty;
  }

  /**
   * @param {FieldMaker} maker
   * @param {HTMLElement} control
   * @param {FieldAt} where
   */
  function texts(maker, control, where) {
    /** @type {RowKind<string>} */
    const kind = {
      empty: () => "",
      draw: (items, index, path, buttons) => {
        const input = element("textarea", {
          rows: 2,
          id: id(path),
          "aria-label": `${one(where)} ${index + 1}`,
          "aria-describedby": `${id(path)}-error`,
        });
        input.value = unwrap(items[index]);
        input.addEventListener("input", () => {
          items[index] = clean(input.value);
        });
        const held = element("div", { class: "field__control" }, input);
        const box = element("div", { class: "field repeat__line" }, held, error(path), buttons);
        box.dataset.path = name(path);
        return box;
      },
    };
    repeated(maker, control, where, kind);
  }

  return { groups, texts };
})();
