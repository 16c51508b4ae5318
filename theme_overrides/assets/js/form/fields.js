/**
 * Builds the form's fields from the model's schema; each writes what is typed into the case's data.
 * @typedef {object} FieldMaker
 * @property {FormSetup} setup
 * @property {(where: FieldAt) => HTMLElement} field
 * @property {(group: SchemaWith<"properties">, holder: FormGroup, path: FormPath, required?: string[]) => HTMLElement[]} fieldsOf
 * @property {(holder: FormGroup, key: string, list: FormValue[]) => void} setList
 * @property {(vocabulary: string, slug: string, path: FormPath) => string} termName
 * @property {(list: FormHolder, order: number[]) => void} moved is told when the items of a list change places
 */
/**
 * A field and what holds it.
 * @typedef {object} FieldAt
 * @property {FormGroup} holder
 * @property {string} key
 * @property {FormSchema} schema
 * @property {FormPath} path
 * @property {boolean} required
 */
casekatalog.fields = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { at, resolve, takesUnstated } = casekatalog.schemas;
  const { isUnstated } = casekatalog.texts;
  const name = casekatalog.words.fieldName;
  const { element } = casekatalog.dom;
  const { described, error, fire, id, rich } = casekatalog.elements;
  const FEW = 16;

  /**
   * The maker of fields for a form with `setup`.
   * @param {FormSetup} setup
   * @param {(holder: FormHolder, key?: string) => boolean} wasThere
   * @param {FieldMaker["moved"]} moved
   * @param {FormNotes["aside"]} aside
   * @returns {FieldMaker}
   */
  function of(setup, wasThere, moved, aside) {
    const maker = { setup, field, fieldsOf, setList, termName, moved };
    return maker;

    /** @param {FieldAt} where */
    function field(where) {
      const { holder, key, schema, path, required } = where;
      const isGroup = holdsFields(schema);
      const isWide = isGroup || casekatalog.inputs.isLong(schema, setup);
      const box = element(isGroup ? "fieldset" : "div", {
        class: `field${isGroup ? " field--group" : ""}${isWide ? " field--wide" : ""}`,
      });
      box.dataset.path = name(path);
      const label = element(isGroup ? "legend" : "label", { class: "field__label" }, schema.title);
      if (!required)
        label.append(" ", element("span", { class: "field__optional" }, wording.form_field.optional));
      const help = element("p", { class: "field__help", id: `${id(path)}-help` });
      help.append(...rich(schema.description || ""));
      const control = element("div", { class: "field__control" });
      const isSilent = takesUnstated(schema, setup) && isUnstated(holder[key]);
      box.append(label, help);
      if (isSilent || (required && takesUnstated(schema, setup))) box.append(silence(where, control));
      if (!isSilent) fillControl(control, where);
      control.hidden = isSilent;
      box.append(control, error(path));
      if (isGroup) box.setAttribute("aria-describedby", described(path));
      else label.setAttribute("for", id(path));
      return box;
    }

    /**
     * Whether a field has others in it, or a row of texts or choices.
     * @param {FormSchema} schema
     */
    function holdsFields(schema) {
      const list = resolve(schema, "items", setup);
      if (!list) return Boolean(resolve(schema, "properties", setup));
      return Boolean(
        resolve(list.items, "properties", setup) || list.items["x-markdown"] || isChoiceList(list),
      );
    }

    /**
     * @param {FieldAt} where
     * @param {HTMLElement} control
     */
    function silence(where, control) {
      const { holder, key, schema, path } = where;
      const input = element("input", { type: "checkbox", id: `${id(path)}-silent` });
      input.checked = isUnstated(holder[key]);
      input.addEventListener("change", () => {
        if (input.checked) silenced(holder, key);
        else spoken(holder, key, schema);
        control.replaceChildren();
        control.hidden = input.checked;
        if (!input.checked) fillControl(control, where);
        fire(control);
      });
      return element(
        "label",
        { class: "field__silent", for: input.id },
        input,
        ` ${wording.form_field.silent}`,
      );
    }

    /**
     * What a silent field held stands aside, as long as the draft is kept.
     * @param {FormGroup} holder
     * @param {string} key
     */
    function silenced(holder, key) {
      if (holder[key] !== undefined) aside.set(holder, { ...aside.get(holder), [key]: holder[key] });
      holder[key] = setup.unstated;
    }

    /**
     * @param {FormGroup} holder
     * @param {string} key
     * @param {FormSchema} schema
     */
    function spoken(holder, key, schema) {
      const value = aside.get(holder)?.[key];
      const fits = casekatalog.draft.fitting(value, schema, setup);
      if (fits === undefined || JSON.stringify(fits) !== JSON.stringify(value)) delete holder[key];
      else holder[key] = value;
    }

    /**
     * @param {HTMLElement} control
     * @param {FieldAt} where
     */
    function fillControl(control, where) {
      const list = resolve(where.schema, "items", setup);
      const group = !list && resolve(where.schema, "properties", setup);
      if (group) nested(control, group, where);
      else if (!list) control.append(...casekatalog.inputs.of(maker, where));
      else if (resolve(list.items, "properties", setup)) casekatalog.rows.groups(maker, control, where, list);
      else if (list.items["x-markdown"]) casekatalog.rows.texts(maker, control, where);
      else if (isChoiceList(list)) casekatalog.tags.choices(maker, control, where, list);
      else casekatalog.tags.words(maker, control, where, list);
    }

    /** @param {SchemaWith<"items">} list */
    function isChoiceList(list) {
      const tag = list.items["x-vocabulary"];
      return Boolean(tag && Object.keys(setup.vocabulary[tag]).length <= FEW);
    }

    /**
     * @param {HTMLElement} control
     * @param {SchemaWith<"properties">} group
     * @param {FieldAt} where
     */
    function nested(control, group, { holder, key, path }) {
      const inner = /** @type {FormGroup} */ (holder[key] || {});
      const parts = element("div", { class: "field__parts" }, ...fieldsOf(group, inner, path));
      const keep = () => {
        if (Object.keys(inner).length || wasThere(inner)) holder[key] = inner;
        else delete holder[key];
      };
      for (const event of ["input", "change", "kat-change"]) parts.addEventListener(event, keep);
      control.append(parts);
    }

    /** @type {FieldMaker["fieldsOf"]} */
    function fieldsOf(group, holder, path, required = group.required || []) {
      return Object.entries(group.properties).map(([key, schema]) =>
        field({ holder, key, schema, path: path.concat(key), required: required.includes(key) }),
      );
    }

    /**
     * An empty list stays where the file had one.
     * @type {FieldMaker["setList"]}
     */
    function setList(holder, key, list) {
      if (list.length || wasThere(holder, key)) holder[key] = list;
      else delete holder[key];
    }

    /** @type {FieldMaker["termName"]} */
    function termName(vocabulary, slug, path) {
      const term = setup.vocabulary[vocabulary][slug];
      if (!term) return slug;
      if (path[0] === "drivers" && term.driver) return term.driver;
      if (path[0] === "barriers" && term.barrier) return term.barrier;
      return term.name;
    }
  }

  /**
   * The Danish name of the field at a path: "Gevinster 2, Tal 1, Enhed".
   * @param {FormPath} path
   * @param {FormSetup} setup
   */
  function titleOf(path, setup) {
    /** @type {string[]} */
    const titles = [];
    path.forEach((part, index) => {
      if (typeof part === "string") titles.push(at(path.slice(0, index + 1), setup)?.title ?? part);
      else if (titles.length) titles[titles.length - 1] += ` ${part + 1}`;
    });
    return titles.join(", ");
  }

  return { of, titleOf };
})();
