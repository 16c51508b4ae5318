/** A single value as YAML writes it, as in generator/editing/formatter.py. Free of the DOM. */
casekatalog.scalars = (() => {
  "use strict";

  const WORD = /^[0-9A-Za-zÀ-ÖØ-öø-ÿ]/;
  const LETTERS = /[A-Za-zÀ-ÖØ-öø-ÿ]{3}/;
  const RESERVED = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
  const INVISIBLE =
    /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;
  const ESCAPED = new RegExp(
    `${INVISIBLE.source}|\\r|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  );
  const SPACES = "[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]";
  const HARD_SPACE = new RegExp(`^[ \\t]*(?:- +)*(?:[a-z_]+:|-)?${SPACES}|${SPACES}[ \\t]*$`, "m");
  const WORD_BREAK = /(?<![ \t]) (?![ \t])/;

  /**
   * The lines of a text that begins in a column and goes on with an indent: plain, quoted, folded or a block.
   * @param {string} text
   * @param {number} column
   * @param {number} indent
   * @param {number} width
   */
  function lines(text, column, indent, width) {
    text = trim(text)
      .split("\n")
      .map((line) => (trim(line) ? line : ""))
      .join("\n");
    if (ESCAPED.test(text)) return [quoted(text)];
    const short = inline(text, false);
    const isLong = text.includes("\n");
    if (!isLong && column + length(short) <= width) return [short];
    const found = (isLong ? wrapped : filled)(text, width - indent);
    return found.some((line) => HARD_SPACE.test(line)) ? [quoted(text)] : [isLong ? "|" : ">-"].concat(found);
  }

  /**
   * @param {string} text
   * @param {boolean} inFlow
   */
  function inline(text, inFlow) {
    text = trim(text);
    return isPlain(text, inFlow) ? text : quoted(text);
  }

  /** @param {string} text */
  function quoted(text) {
    const escaped = text
      .replace(/\\/g, "\\\\")
      .replace(/"/g, '\\"')
      .replace(/\n/g, "\\n")
      .replace(/\t/g, "\\t");
    return `"${escaped.replace(new RegExp(ESCAPED.source, "g"), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
  }

  /**
   * @param {string} text
   * @param {boolean} inFlow
   */
  function isPlain(text, inFlow) {
    if (!WORD.test(text) || ESCAPED.test(text) || HARD_SPACE.test(text) || /[\n\t]/.test(text)) return false;
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

  /**
   * @param {string} text
   * @param {number} width
   */
  function filled(text, width) {
    /** @type {string[]} */
    const lines = [];
    text.split(WORD_BREAK).forEach((word) => {
      const last = lines.length - 1;
      if (last >= 0 && length(lines[last]) + 1 + length(word) <= width) lines[last] += ` ${word}`;
      else lines.push(word);
    });
    return lines;
  }

  /**
   * @param {string} text
   * @param {number} width
   */
  function wrapped(text, width) {
    const lines = text.split("\n");
    if (text.includes("```") || text.includes("~~~")) return lines;
    return lines.flatMap((line) => broken(line, width));
  }

  /**
   * @param {string} line
   * @param {number} width
   */
  function broken(line, width) {
    const [prefix, margin] = /^( *)(?:([-+*]|[0-9]{1,9}[.)])( +))?/.exec(line) || ["", ""];
    if (
      length(line) <= width ||
      line.includes("|") ||
      line.includes("\t") ||
      margin.length > 8 ||
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

  /** @param {unknown} text */
  function trim(text) {
    return String(text).replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");
  }

  /** @param {string} text */
  function length(text) {
    return Array.from(text).length;
  }

  /** @param {string} text */
  function isDate(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (!match || match[1] === "0000") return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  }

  return { lines, inline, isDate, trim, length, INVISIBLE, SPACES };
})();
