// Writes a case as YAML, byte for byte as `casekatalog fmt` does: generator/editing/formatter.py has the same rules, in the same order.
// Free of the DOM. Numbers and dates are the text that was typed; the schema tells which values they are.
casekatalog.yaml = (() => {
  "use strict";

  const { resolve, propertySchema, itemSchema } = casekatalog.schemas;
  const { inline, isDate, length, trim } = casekatalog.scalars;
  const LONG_TEXT = 1000;
  // `notes` are the comments of a file: {before: Map(holder -> {key: [lines]}), inside: the same, last in the value,
  // after: the same with one line, end: [lines]}.
  function write(data, schema, setup, notes) {
    const writer = {
      setup,
      notes: notes || { before: new Map(), inside: new Map(), after: new Map(), end: [] },
    };
    const lines = mapping(data, schema, 0, writer).concat(writer.notes.end, [""]);
    if (!lines[0]) lines.shift();
    return [setup.schemaLine].concat(lines).join("\n");
  }

  function noteOf(map, holder, key) {
    const held = map.get(holder);
    return held && Object.hasOwn(held, key) ? held[key] : null;
  }

  function mapping(data, schema, indent, writer) {
    return inOrder(data, schema, writer.setup).flatMap((key) =>
      commented(
        `${inline(key, true)}:`,
        data,
        key,
        propertySchema(schema, key, writer.setup),
        indent,
        writer,
      ),
    );
  }

  function sequence(data, schema, indent, writer) {
    const items = itemSchema(schema, writer.setup);
    return data.flatMap((_, index) => {
      const inner = items?.["x-cells"] ? { type: index ? "number" : "string" } : items;
      return commented("-", data, index, inner, indent, writer);
    });
  }

  function commented(lead, holder, key, schema, indent, writer) {
    const before = (noteOf(writer.notes.before, holder, noteKey(holder, key)) || []).map((note) =>
      note ? " ".repeat(indent) + note : "",
    );
    const inside = (noteOf(writer.notes.inside, holder, noteKey(holder, key)) || []).map(
      (note) => " ".repeat(indent + 2) + note,
    );
    return before.concat(valueLines(" ".repeat(indent) + lead, holder, key, schema, indent, writer), inside);
  }

  // The comments of a list's items belong to the items that are groups, so that they move along with them.
  function noteKey(holder, key) {
    return Array.isArray(holder) ? String(key) : key;
  }

  function valueLines(lead, holder, key, schema, indent, writer) {
    const value = holder[key];
    const inner = indent + 2;
    const one = flow(value, schema, writer);
    const inside = noteOf(writer.notes.inside, holder, noteKey(holder, key))
      ? null
      : notesInside(value, writer);
    const mark = noteOf(writer.notes.after, holder, noteKey(holder, key));
    const notes = inside && (mark ? [mark].concat(inside) : inside);
    const tail = mark ? ` ${mark}` : "";
    if (typeof value !== "object" || value === null) {
      const raw = rawOf(value, schema, writer.setup);
      if (raw !== null) return [`${lead} ${raw}`.replace(/[ \t\n\r]+$/, "") + tail];
      const parts = casekatalog.scalars.lines(value, length(lead) + 1, inner, writer.setup.width);
      return [`${lead} ${parts[0]}${tail}`].concat(
        parts.slice(1).map((line) => (line ? " ".repeat(inner) + line : "")),
      );
    }
    const fits =
      one !== null && length(`${lead} ${one}`) <= writer.setup.width && notes !== null && notes.length < 2;
    if (isEmpty(value)) return [`${lead} ${one}${tail}`];
    if (fits && mayStandOnOneLine(value, schema, writer.setup)) {
      return [`${lead} ${one}${notes?.length ? ` ${notes[0]}` : ""}`];
    }
    const content = (Array.isArray(value) ? sequence : mapping)(value, schema, inner, writer);
    if (!lead.endsWith("-")) return [lead + tail].concat(content);
    const first = content.findIndex((line) => line.trim() && !line.trimStart().startsWith("#"));
    const outer = content.slice(0, first).map((line) => (line ? line.slice(2) : line));
    return outer.concat([`${lead} ${content[first].trimStart()}`], content.slice(first + 1));
  }

  function notesInside(value, writer) {
    if (typeof value !== "object" || value === null) return [];
    for (const map of [writer.notes.before, writer.notes.inside]) {
      if (Object.keys(map.get(value) || {}).length) return null;
    }
    const own = writer.notes.after.get(value) || {};
    let found = Object.keys(own).map((key) => own[key]);
    for (const key of Object.keys(value)) {
      const inner = notesInside(value[key], writer);
      if (inner === null) return null;
      found = found.concat(inner);
    }
    return found;
  }

  function flow(value, schema, writer) {
    if (typeof value !== "object" || value === null) return null;
    const parts = [];
    if (Array.isArray(value)) {
      const items = itemSchema(schema, writer.setup);
      for (let index = 0; index < value.length; index++) {
        const inner = items?.["x-cells"] ? { type: index ? "number" : "string" } : items;
        parts.push(["", flowPart(value[index], inner, writer)]);
      }
    } else {
      for (const key of inOrder(value, schema, writer.setup)) {
        parts.push([
          `${inline(key, true)}: `,
          flowPart(value[key], propertySchema(schema, key, writer.setup), writer),
        ]);
      }
    }
    if (parts.some((part) => part[1] === null)) return null;
    const text = parts.map((part) => part[0] + part[1]).join(", ");
    return Array.isArray(value) ? `[${text}]` : `{${text}}`;
  }

  function flowPart(value, schema, writer) {
    if (typeof value === "object" && value !== null) return null;
    const raw = rawOf(value, schema, writer.setup);
    if (raw !== null) return raw || "null";
    return trim(value).includes("\n") ? null : inline(value, true);
  }

  // What is no text for YAML: numbers, dates and truth where the schema has them, and nothing at all.
  function rawOf(value, schema, setup) {
    if (value === null) return "null";
    if (typeof value === "boolean") return String(value);
    const known =
      schema &&
      resolve(
        schema,
        "type",
        setup,
        (part) => part.type === "number" || part.type === "integer" || part.format === "date",
      );
    if (!known) return null;
    if (known.format === "date") return isDate(value) ? value : null;
    return casekatalog.numbers.isNumber(trim(value)) ? trim(value) : null;
  }

  function inOrder(data, schema, setup) {
    const known = resolve(schema, "properties", setup);
    const order = known ? Object.keys(known.properties) : [];
    const place = (key) => {
      const at = order.indexOf(key);
      return at < 0 ? order.length : at;
    };
    return Object.keys(data)
      .map((key, index) => ({ key, place: place(key), index }))
      .sort((a, b) => a.place - b.place || a.index - b.index)
      .map((entry) => entry.key);
  }

  function mayStandOnOneLine(value, schema, setup) {
    if (!Array.isArray(value)) {
      const known = resolve(schema, "properties", setup);
      return Boolean(known?.["x-one-line"]);
    }
    const items = itemSchema(schema, setup);
    if (!items) return false;
    if (items.anyOf || items.type === "number" || items.type === "integer" || items["x-cells"]) return true;
    return items.type === "string" && (items.maxLength || 0) <= LONG_TEXT;
  }

  function isEmpty(value) {
    return Object.keys(value).length === 0;
  }

  return { write };
})();
