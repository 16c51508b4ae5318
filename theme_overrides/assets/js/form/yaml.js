// Writes a case as YAML, byte for byte as `casekatalog fmt` does: generator/editing/formatter.py has the same rules, in the same order.
// Free of the DOM. Numbers and dates are the text that was typed; the schema tells which values they are.
casekatalog.yaml = (() => {
  "use strict";

  const LONG_TEXT = 1000;
  const WORD = /^[0-9A-Za-zÀ-ÖØ-öø-ÿ]/;
  const LETTERS = /[A-Za-zÀ-ÖØ-öø-ÿ]{3}/;
  const RESERVED = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
  const INVISIBLE =
    /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;
  const ESCAPED = new RegExp(
    `${INVISIBLE.source}|[\\t\\r]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  );
  const SPACES = "[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]";
  const HARD_SPACE = new RegExp(`^[ \\t]*(?:- +)*(?:[a-z_]+:|-)?${SPACES}|${SPACES}[ \\t]*$`, "m");
  const WORD_BREAK = /(?<! ) (?! )/;
  const NUMBER = /^[-+]?((0|[1-9][0-9]{0,14})\.[0-9]{1,15}|[0-9][0-9_]*)$/;

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
      const parts = scalar(value, length(lead) + 1, inner, writer.setup.width);
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
    return NUMBER.test(trim(value)) ? trim(value) : null;
  }

  function isDate(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (!match || match[1] === "0000") return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  }

  function inOrder(data, schema, setup) {
    const known = resolve(schema, "properties", setup);
    const order = known ? Object.keys(known.properties) : [];
    const place = (key) => {
      const at = order.indexOf(key);
      return at < 0 ? order.length : at;
    };
    return Object.keys(data)
      .map((key, index) => [place(key), index, key])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map((entry) => entry[2]);
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

  function propertySchema(schema, key, setup) {
    const known = resolve(schema, "properties", setup);
    return known ? known.properties[key] || null : null;
  }

  function itemSchema(schema, setup) {
    const known = resolve(schema, "items", setup);
    return known ? known.items : null;
  }

  // The part of a schema that has the keyword `wanted` (and passes `test`), through references and alternatives.
  function resolve(schema, wanted, setup, test) {
    if (!schema) return null;
    if (schema.$ref) return resolve(setup.schema.$defs[schema.$ref.slice(8)], wanted, setup, test);
    if (wanted in schema && (!test || test(schema))) return schema;
    for (const option of schema.anyOf || []) {
      const found = resolve(option, wanted, setup, test);
      if (found) return found;
    }
    return null;
  }

  function isEmpty(value) {
    return Object.keys(value).length === 0;
  }

  function scalar(text, column, indent, width) {
    text = trim(text)
      .split("\n")
      .map((line) => (trim(line) ? line : ""))
      .join("\n");
    if (ESCAPED.test(text)) return [quoted(text)];
    const short = inline(text, false);
    const isLong = text.includes("\n");
    if (!isLong && column + length(short) <= width) return [short];
    const lines = (isLong ? wrapped : filled)(text, width - indent);
    return lines.some((line) => HARD_SPACE.test(line)) ? [quoted(text)] : [isLong ? "|" : ">-"].concat(lines);
  }

  function inline(text, inFlow) {
    text = trim(text);
    return isPlain(text, inFlow) ? text : quoted(text);
  }

  function quoted(text) {
    const escaped = text
      .replace(/\\/g, "\\\\")
      .replace(/"/g, '\\"')
      .replace(/\n/g, "\\n")
      .replace(/\t/g, "\\t");
    return `"${escaped.replace(new RegExp(ESCAPED.source, "g"), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
  }

  function isPlain(text, inFlow) {
    if (!WORD.test(text) || ESCAPED.test(text) || HARD_SPACE.test(text) || text.includes("\n")) return false;
    if (
      text.includes(": ") ||
      text.includes(" #") ||
      text.endsWith(":") ||
      RESERVED.includes(text.toLowerCase())
    )
      return false;
    if (inFlow && /[,[\]{}:?]/.test(text)) return false;
    if (/^[0-9]/.test(text))
      return /^[0-9]{4}-[0-9]{4}$/.test(text) || (LETTERS.test(text) && !/^0[xob]/i.test(text));
    return true;
  }

  function filled(text, width) {
    const lines = [];
    text.split(WORD_BREAK).forEach((word) => {
      const last = lines.length - 1;
      if (last >= 0 && length(lines[last]) + 1 + length(word) <= width) lines[last] += ` ${word}`;
      else lines.push(word);
    });
    return lines;
  }

  function wrapped(text, width) {
    const lines = text.split("\n");
    if (text.includes("```") || text.includes("~~~")) return lines;
    return lines.flatMap((line) => broken(line, width));
  }

  function broken(line, width) {
    const match = /^( *)(?:([-+*]|[0-9]{1,9}[.)])( +))?/.exec(line);
    const prefix = match[0];
    if (
      length(line) <= width ||
      line.includes("|") ||
      match[1].length > 8 ||
      /^[#>]/.test(line.slice(prefix.length))
    )
      return [line];
    const lines = [prefix];
    line
      .slice(prefix.length)
      .split(WORD_BREAK)
      .forEach((word) => {
        const last = lines.length - 1;
        if (length(lines[last]) === prefix.length) lines[last] += word;
        else if (length(lines[last]) + 1 + length(word) <= width || /^([-+*#>=|~`<:]|[0-9]+[.)])/.test(word))
          lines[last] += ` ${word}`;
        else lines.push(" ".repeat(prefix.length) + word);
      });
    return lines;
  }

  function trim(text) {
    return String(text).replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");
  }

  function length(text) {
    return Array.from(text).length;
  }

  return { write, isDate, resolve, trim, INVISIBLE, SPACES };
})();
