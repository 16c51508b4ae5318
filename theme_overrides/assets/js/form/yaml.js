/**
 * Writes a case as YAML, byte for byte as `casekatalog fmt` does: generator/editing/formatter.py has the same rules, in the
 * same order. Free of the DOM. Numbers and dates are the text that was typed; the schema tells which values they are.
 * @typedef {{ setup: FormSetup, notes: FormNotes }} YamlWriter
 */
/** @typedef {{ holder: FormHolder, key: string, value: FormValue, schema: FormSchema | null }} YamlEntry a value and its place */
casekatalog.yaml = (() => {
  "use strict";

  const { resolve, propertySchema, itemSchema } = casekatalog.schemas;
  const { inline, isDate, length, trim } = casekatalog.scalars;
  const { isHolder } = casekatalog.notes;
  const LONG_TEXT = 1000;

  /**
   * Return a case as the text of its file, with the comments of `notes`.
   * @param {FormGroup} data
   * @param {FormSchema} schema
   * @param {FormSetup} setup
   * @param {FormNotes} [notes]
   */
  function write(data, schema, setup, notes = casekatalog.notes.none()) {
    const writer = { setup, notes };
    const lines = mapping(data, schema, 0, writer).concat(notes.end, [""]);
    if (!lines[0]) lines.shift();
    return [setup.schemaLine].concat(lines).join("\n");
  }

  /**
   * @template Note
   * @param {Map<FormHolder, Record<string, Note>>} map
   * @param {YamlEntry} entry
   */
  function noteOf(map, { holder, key }) {
    const held = map.get(holder);
    return held && Object.hasOwn(held, key) ? held[key] : null;
  }

  /**
   * @param {FormGroup} data
   * @param {FormSchema | null} schema
   * @param {number} indent
   * @param {YamlWriter} writer
   * @returns {string[]}
   */
  function mapping(data, schema, indent, writer) {
    return inOrder(data, schema, writer.setup).flatMap((key) => {
      const entry = {
        holder: data,
        key,
        value: data[key],
        schema: propertySchema(schema, key, writer.setup),
      };
      return commented(`${inline(key, true)}:`, entry, indent, writer);
    });
  }

  /**
   * @param {FormValue[]} data
   * @param {FormSchema | null} schema
   * @param {number} indent
   * @param {YamlWriter} writer
   * @returns {string[]}
   */
  function sequence(data, schema, indent, writer) {
    return data.flatMap((value, index) => {
      const inner = schemaAt(index, schema, writer.setup);
      return commented("-", { holder: data, key: String(index), value, schema: inner }, indent, writer);
    });
  }

  /**
   * The schema of an item of a list; the first cell of a row is its name.
   * @param {number} index
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function schemaAt(index, schema, setup) {
    const items = itemSchema(schema, setup);
    return items?.["x-cells"] ? { title: "", type: index ? "number" : "string" } : items;
  }

  /**
   * @param {string} lead
   * @param {YamlEntry} entry
   * @param {number} indent
   * @param {YamlWriter} writer
   */
  function commented(lead, entry, indent, writer) {
    const before = (noteOf(writer.notes.before, entry) || []).map((note) =>
      note ? " ".repeat(indent) + note : "",
    );
    const inside = (noteOf(writer.notes.inside, entry) || []).map((note) => " ".repeat(indent + 2) + note);
    return before.concat(valueLines(" ".repeat(indent) + lead, entry, indent, writer), inside);
  }

  /**
   * @param {string} lead
   * @param {YamlEntry} entry
   * @param {number} indent
   * @param {YamlWriter} writer
   */
  function valueLines(lead, entry, indent, writer) {
    const { value, schema } = entry;
    const mark = noteOf(writer.notes.after, entry);
    const tail = mark ? ` ${mark}` : "";
    if (!isHolder(value)) return scalarLines(lead, entry, indent + 2, tail, writer);
    const one = flow(value, schema, writer);
    if (isEmpty(value)) return [`${lead} ${one}${tail}`];
    const inside = noteOf(writer.notes.inside, entry) ? null : notesInside(value, writer);
    const notes = inside && (mark ? [mark].concat(inside) : inside);
    const fits =
      one !== null && length(`${lead} ${one}`) <= writer.setup.width && notes !== null && notes.length < 2;
    if (fits && mayStandOnOneLine(value, schema, writer.setup))
      return [`${lead} ${one}${notes.length ? ` ${notes[0]}` : ""}`];
    const content = Array.isArray(value)
      ? sequence(value, schema, indent + 2, writer)
      : mapping(value, schema, indent + 2, writer);
    return lead.endsWith("-") ? behindDash(lead, content) : [lead + tail].concat(content);
  }

  /**
   * @param {string} lead
   * @param {YamlEntry} entry
   * @param {number} indent
   * @param {string} tail
   * @param {YamlWriter} writer
   */
  function scalarLines(lead, { value, schema }, indent, tail, { setup }) {
    const raw = rawOf(value, schema, setup);
    if (raw !== null) return [`${lead} ${raw}`.replace(/[ \t\n\r]+$/, "") + tail];
    const [first, ...rest] = casekatalog.scalars.lines(String(value), length(lead) + 1, indent, setup.width);
    return [`${lead} ${first}${tail}`].concat(rest.map((line) => (line ? " ".repeat(indent) + line : "")));
  }

  /**
   * The lines of an item that is a group: its first key stands behind the dash.
   * @param {string} lead
   * @param {string[]} content
   */
  function behindDash(lead, content) {
    const first = content.findIndex((line) => line.trim() && !line.trimStart().startsWith("#"));
    const outer = content.slice(0, first).map((line) => (line ? line.slice(2) : line));
    return outer.concat([`${lead} ${content[first].trimStart()}`], content.slice(first + 1));
  }

  /**
   * The comments on the lines within a value, or null where some stand on lines of their own.
   * @param {FormValue} value
   * @param {YamlWriter} writer
   * @returns {string[] | null}
   */
  function notesInside(value, writer) {
    if (!isHolder(value)) return [];
    for (const map of [writer.notes.before, writer.notes.inside]) {
      if (Object.keys(map.get(value) || {}).length) return null;
    }
    let found = Object.values(writer.notes.after.get(value) || {});
    for (const part of Object.values(value)) {
      const inner = notesInside(part, writer);
      if (inner === null) return null;
      found = found.concat(inner);
    }
    return found;
  }

  /**
   * A group or list on one line, or null where a part of it takes more.
   * @param {FormHolder} value
   * @param {FormSchema | null} schema
   * @param {YamlWriter} writer
   */
  function flow(value, schema, { setup }) {
    const isList = Array.isArray(value);
    const parts = isList
      ? value.map((item, index) => flowPart("", item, schemaAt(index, schema, setup), setup))
      : inOrder(value, schema, setup).map((key) =>
          flowPart(`${inline(key, true)}: `, value[key], propertySchema(schema, key, setup), setup),
        );
    if (parts.includes(null)) return null;
    return isList ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
  }

  /**
   * @param {string} lead
   * @param {FormValue} value
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function flowPart(lead, value, schema, setup) {
    if (isHolder(value)) return null;
    const raw = rawOf(value, schema, setup);
    if (raw !== null) return lead + (raw || "null");
    return trim(value).includes("\n") ? null : lead + inline(String(value), true);
  }

  /**
   * What is no text for YAML: numbers, dates and truth where the schema has them, and nothing at all.
   * @param {FormValue} value
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function rawOf(value, schema, setup) {
    if (value === null) return "null";
    if (typeof value === "boolean") return String(value);
    /** @param {FormSchema} part */
    const isRaw = (part) => part.type === "number" || part.type === "integer" || part.format === "date";
    const known = resolve(schema, "type", setup, isRaw);
    if (!known) return null;
    if (known.format === "date") return isDate(String(value)) ? String(value) : null;
    return casekatalog.numbers.isNumber(trim(value)) ? trim(value) : null;
  }

  /**
   * @param {FormGroup} data
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function inOrder(data, schema, setup) {
    const order = Object.keys(resolve(schema, "properties", setup)?.properties ?? {});
    /** @param {string} key */
    const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    return Object.keys(data).sort((a, b) => place(a) - place(b));
  }

  /**
   * @param {FormHolder} value
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function mayStandOnOneLine(value, schema, setup) {
    if (!Array.isArray(value)) return Boolean(resolve(schema, "properties", setup)?.["x-one-line"]);
    const items = itemSchema(schema, setup);
    if (!items) return false;
    if (items.anyOf || items.type === "number" || items.type === "integer" || items["x-cells"]) return true;
    return items.type === "string" && (items.maxLength || 0) <= LONG_TEXT;
  }

  /** @param {FormHolder} value */
  function isEmpty(value) {
    return Object.keys(value).length === 0;
  }

  return { write };
})();
