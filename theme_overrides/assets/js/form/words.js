/** The words of a message. Free of the DOM; as in generator/messages.py and generator/text.py. */
/** @typedef {Record<string, string | number | undefined>} MessageValues what stands in a message, by name */
casekatalog.words = (() => {
  "use strict";
  const { fill } = casekatalog.text;
  const { wording } = casekatalog;
  const OTHER_LETTERS = new RegExp(`[${Object.keys(wording.ways.slug_letters).join("")}]`, "g");

  /**
   * @param {FormSetup} setup
   * @param {string} code
   * @param {MessageValues} values
   */
  function message(setup, code, values) {
    /** @type {MessageValues} */
    const shown = { hint: "" };
    Object.keys(values).forEach((name) => {
      const text = String(values[name]);
      const line = /[\n\t]/.test(text) ? text.split(/\s+/).filter(Boolean).join(" ") : text;
      const letters = Array.from(line);
      if (name === "hint") shown[name] = letters.length <= setup.longestHint ? text : "";
      else if (letters.length <= setup.longestValue) shown[name] = line;
      else {
        const end = name === "suggestion" ? ` … ${letters.slice(-setup.shownEnd).join("")}` : "…";
        shown[name] = letters.slice(0, setup.longestValue).join("") + end;
      }
    });
    return fill(setup.messages[code], shown);
  }

  /**
   * The name of the field at a path: gains[0].text.
   * @param {FormPath} path
   */
  function fieldName(path) {
    return path.reduce((/** @type {string} */ name, part) => {
      if (typeof part === "number") return `${name}[${part}]`;
      return name ? `${name}.${part}` : part;
    }, "");
  }

  /** @param {string} value */
  function what(value) {
    const letters = Array.from(value);
    const text = letters.length <= 40 ? value : `${letters.slice(0, 39).join("")}…`;
    return fill(wording.kinds.text, { text });
  }

  /**
   * A text as it is compared: one form of every letter, single spaces, nothing unseen.
   * @param {string} text
   */
  function plainText(text) {
    return text
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, "")
      .replace(/\s+/gu, " ")
      .trim()
      .toLowerCase()
      .replace(/ß/g, "ss");
  }

  /** @param {string} text */
  function slugify(text) {
    return text
      .normalize("NFC")
      .replace(/o\u0338/g, "ø")
      .replace(/O\u0338/g, "Ø")
      .toLowerCase()
      .replace(OTHER_LETTERS, (letter) => wording.ways.slug_letters[letter])
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  }

  return { message, fieldName, what, plainText, slugify };
})();
