/** The fields of the form that take a single value, and what is said of it below them. */
casekatalog.inputs = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { scalarKind } = casekatalog.schemas;
  const numbers = casekatalog.numbers;
  const { element } = casekatalog.dom;
  const { clean, described, id, unwrap } = casekatalog.elements;
  const LONG = 300;
  const ALMOST_FULL = 0.8;

  /**
   * Return the field for a value, and what stands below it.
   * @param {FieldMaker} maker
   * @param {FieldAt} where
   */
  function of(maker, where) {
    const { holder, key, schema, path, required } = where;
    const kind = scalarKind(schema, maker.setup);
    const input = inputFor(maker, kind, where);
    input.id = id(path);
    input.setAttribute("aria-describedby", described(path));
    if (required) input.setAttribute("aria-required", "true");
    const note = element("p", { class: "field__meaning" });
    const explain = () => {
      note.textContent = meaning(kind, input.value, maker.setup);
    };
    explain();
    const mayBeEmpty = required && kind.type === "string" && !optionsOf(kind, maker.setup);
    input.addEventListener("input", () => {
      const value = typed(kind, input);
      if (value || mayBeEmpty) holder[key] = value;
      else delete holder[key];
      explain();
    });
    const hint = element("p", { class: "field__hint" }, wording.form_field.markdown);
    return [input, note, ...(kind["x-markdown"] && path.length === 1 ? [hint] : [])];
  }

  /**
   * @param {FieldMaker} maker
   * @param {FormSchema} kind
   * @param {FieldAt} where
   */
  function inputFor(maker, kind, { holder, key, path }) {
    const options = optionsOf(kind, maker.setup),
      value = holder[key] || "";
    if (kind.type === "boolean") {
      const input = element("input", { type: "checkbox" });
      input.checked = value === true;
      return input;
    }
    if (options) return choice(maker, kind, options, String(value), path);
    if (isLong(kind, maker.setup)) {
      const input = element("textarea", { rows: kind["x-markdown"] ? 5 : 3 });
      input.value = unwrap(String(value));
      return input;
    }
    const input = element("input", { type: "text", autocomplete: "off" });
    if (isNumber(kind)) input.inputMode = "decimal";
    input.value = isNumber(kind) ? numbers.shown(String(value)) : String(value);
    return input;
  }

  /**
   * @param {FieldMaker} maker
   * @param {FormSchema} kind
   * @param {string[]} options
   * @param {string} value
   * @param {FormPath} path
   */
  function choice(maker, kind, options, value, path) {
    const { "x-vocabulary": vocabulary } = kind;
    const input = element("select", {}, element("option", { value: "" }, wording.form_field.choose));
    for (const option of options) {
      const name = vocabulary ? maker.termName(vocabulary, option, path) : option;
      input.append(element("option", { value: option }, name));
    }
    if (value && !options.includes(value)) input.append(element("option", { value }, value));
    input.value = value;
    return input;
  }

  /**
   * @param {FormSchema} kind
   * @param {FormSetup} setup
   */
  function optionsOf(kind, setup) {
    const { "x-vocabulary": vocabulary } = kind;
    return vocabulary ? Object.keys(setup.vocabulary[vocabulary]) : kind.enum;
  }

  /** @param {FormSchema} kind */
  function isNumber(kind) {
    return kind.type === "number" || kind.type === "integer";
  }

  /**
   * Whether a value is a text of several lines.
   * @param {FormSchema} schema
   * @param {FormSetup} setup
   */
  function isLong(schema, setup) {
    const kind = scalarKind(schema, setup);
    return !kind["x-vocabulary"] && (kind.maxLength ?? 0) > LONG;
  }

  /**
   * @param {FormSchema} kind
   * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input
   */
  function typed(kind, input) {
    if (kind.type === "boolean" && input instanceof HTMLInputElement) return input.checked;
    const text = clean(input.value);
    return isNumber(kind) ? numbers.meant(text) : text;
  }

  /**
   * What a chosen word means, or how long a text is that is almost too long.
   * @param {FormSchema} kind
   * @param {string} text
   * @param {FormSetup} setup
   */
  function meaning(kind, text, setup) {
    const { "x-vocabulary": vocabulary, maxLength = Infinity } = kind;
    const term = vocabulary && setup.vocabulary[vocabulary][text];
    if (term) return term.definition;
    const length = Array.from(text).length;
    const isFull = !optionsOf(kind, setup) && length > maxLength * ALMOST_FULL;
    return isFull ? casekatalog.text.fill(wording.form_field.length, { length, most: maxLength }) : "";
  }

  return { of, isLong };
})();
