/** Keeps what is written in the form, with the file's comments, in the reader's own browser. */
/**
 * What was kept of a case.
 * @typedef {object} Draft
 * @property {CaseDraft | null} data as much of it as the form has fields for
 * @property {FormNotes | null} notes
 * @property {string} base the file that the draft began from
 * @property {string} text how it was kept
 * @property {boolean} lost whether some of it has no place in the form
 */
casekatalog.draft = (() => {
  "use strict";
  const { resolve, takesUnstated } = casekatalog.schemas;
  const { isUnstated } = casekatalog.texts;
  const PREFIX = "casekatalog-kladde:";
  const NEW = "ny";

  /**
   * Return what was kept under a name, or null.
   * @param {string} name
   * @param {FormSetup} setup
   * @returns {Draft | null}
   */
  function read(name, setup) {
    const text = stored(name);
    if (text === null) return null;
    const { data: kept, notes, base } = parsed(text);
    const data = fitting(kept, setup.schema, setup);
    if (!casekatalog.notes.isHolder(data) || Array.isArray(data))
      return { data: null, notes: null, base, text, lost: true };
    const lost = JSON.stringify(data) !== JSON.stringify(kept);
    return {
      data: /** @type {CaseDraft} */ (data),
      base,
      notes: lost ? null : placed(notes, data),
      text,
      lost,
    };
  }

  /**
   * Returns whether the browser could keep it.
   * @param {string} name
   * @param {FormGroup} data
   * @param {FormNotes} notes
   * @param {string} base
   */
  function save(name, data, notes, base) {
    try {
      localStorage.setItem(
        PREFIX + name,
        JSON.stringify({ data, notes: casekatalog.notes.listed(notes, data), base }),
      );
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} name */
  function remove(name) {
    try {
      localStorage.removeItem(PREFIX + name);
    } catch {
      /* Nothing was kept. */
    }
  }

  /**
   * The name under which a case, or the new case with a number, is kept.
   * @param {string | null} slug
   * @param {number} number
   */
  function named(slug, number) {
    return slug || (number > 1 ? `${NEW}:${number}` : NEW);
  }

  /**
   * The number of a new case as an address has it, or 0.
   * @param {string | null} text
   */
  function numbered(text) {
    return /^[1-9][0-9]?$/.test(text || "") ? Number(text) : 0;
  }

  /**
   * Whether what is kept under a number, if anything, is of a case that does the same as `origin`.
   * @param {number} number
   * @param {string} origin
   */
  function isFrom(number, origin) {
    const text = number ? stored(named(null, number)) : "";
    const related = Object(Object(parsed(text || "").data).related);
    return text === null || [related.inspired_by].flat().includes(origin);
  }

  /**
   * The number of a new case for which nothing is kept yet, and that is not called `name`.
   * @param {string} [name]
   */
  function another(name) {
    let number = 1;
    while (named(null, number) === name || stored(named(null, number)) !== null) number += 1;
    return number;
  }

  /**
   * The new cases that are kept under other names than `name`: {number, title}.
   * @param {string} name
   */
  function others(name) {
    const found = [];
    for (let number = 1; number <= 99; number += 1) {
      const text = named(null, number) === name ? null : stored(named(null, number));
      const title = text === null ? "" : Object(parsed(text).data).title;
      if (text !== null) found.push({ number, title: typeof title === "string" ? title : "" });
    }
    return found;
  }

  /**
   * @param {string} name
   * @param {() => void} react
   */
  function onOtherTab(name, react) {
    window.addEventListener("storage", (event) => {
      if (event.key === PREFIX + name && event.newValue) react();
    });
  }

  /** @param {string} name */
  function stored(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  }

  /**
   * Return what a text that was kept holds; anything may stand there.
   * @param {string} text
   * @returns {{ data?: FormValue, notes?: unknown, base: string }}
   */
  function parsed(text) {
    try {
      return { base: "", ...JSON.parse(text) };
    } catch {
      return { base: "" };
    }
  }

  /**
   * Return as much of a value as the form has fields for, or undefined.
   * @param {FormValue | number} value
   * @param {FormSchema} schema
   * @param {FormSetup} setup
   * @returns {FormValue}
   */
  function fitting(value, schema, setup) {
    const group = resolve(schema, "properties", setup);
    const list = resolve(schema, "items", setup);
    if (Array.isArray(value))
      return list ? value.map((item) => fitting(item, list.items, setup)).filter(isThere) : undefined;
    if (typeof value === "object" && value !== null)
      return group ? fittingGroup(value, group, setup) : undefined;
    if (group || list) return takesUnstated(schema, setup) && isUnstated(value) ? String(value) : undefined;
    if (typeof value === "number") return String(value);
    const isTruth = Boolean(resolve(schema, "type", setup, (part) => part.type === "boolean"));
    const isText = typeof value === "string" || (value === null && schema["x-cells"]);
    return isTruth === (typeof value === "boolean") && (isTruth || isText) ? value : undefined;
  }

  /**
   * @param {FormGroup} value
   * @param {SchemaWith<"properties">} schema
   * @param {FormSetup} setup
   */
  function fittingGroup(value, schema, setup) {
    const known = Object.entries(value).filter(([key]) => Object.hasOwn(schema.properties, key));
    const parts = known.map(([key, part]) => [key, fitting(part, schema.properties[key], setup)]);
    return Object.fromEntries(parts.filter(([, part]) => isThere(part)));
  }

  /** @param {unknown} value */
  function isThere(value) {
    return value !== undefined;
  }

  /**
   * Return the notes of a draft, or null where they do not belong to it.
   * @param {unknown} notes
   * @param {FormGroup} data
   */
  function placed(notes, data) {
    try {
      return casekatalog.notes.placed(/** @type {ListedNotes} */ (notes), data);
    } catch {
      return null;
    }
  }

  return {
    read,
    save,
    remove,
    named,
    numbered,
    isFrom,
    another,
    others,
    onOtherTab,
    fitting,
  };
})();
