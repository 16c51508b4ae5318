/** Advice on plain words. Free of the DOM; as in generator/readability.py and generator/reading/advice.py. */
/** @typedef {TextAt & { field: string, code: string, message: string }} Advice `text` is the sentence or word that it is of */
casekatalog.readability = (() => {
  "use strict";
  const { fieldName } = casekatalog.words;
  const { fill } = casekatalog.text;
  const { resolve } = casekatalog.schemas;

  /**
   * All advice on a case.
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   */
  function advise(data, setup) {
    const limits = setup.readability;
    const reader = readerOf(limits);
    const all = Array.from(texts(data, setup.schema, [], setup));
    const told = all
      .filter(({ path, text }) => limits.telling.includes(named(path)) && !casekatalog.texts.isUnstated(text))
      .map(({ path, text }) => ({ path, text: casekatalog.markdown.plain(text) }));
    /** @type {Advice[]} */
    const found = [];
    /** @type {(path: FormPath, code: string, text: string, values: MessageValues) => void} */
    const say = (path, code, text, values) => {
      found.push({ path, field: fieldName(path), code, text, message: fill(setup.advice[code], values) });
    };
    for (const { path, text } of told) {
      for (const sentence of reader.sentences(text)) {
        const count = reader.words(sentence).length;
        if (count > limits.longSentence)
          say(path, "long_sentence", sentence, { count, limit: limits.longSentence });
      }
    }
    const names = all.filter(({ path }) => limits.naming.includes(path[0])).map(({ text }) => text);
    const known = setup.abbreviations.concat(reader.words(names.join(" ")));
    for (const { path, text } of reader.unexplained(told, known))
      say(path, "unexplained", text, { found: text });
    const lix = reader.lix(told.map(({ text }) => text));
    if (lix !== null && lix >= limits.hard) say(["summary"], "hard_to_read", "", { lix, limit: limits.hard });
    return found;
  }

  /**
   * Every text of a case, in the order of its file.
   * @param {FormValue} value
   * @param {FormSchema} schema
   * @param {FormPath} path
   * @param {FormSetup} setup
   * @returns {Generator<TextAt>}
   */
  function* texts(value, schema, path, setup) {
    if (typeof value === "string") yield { path, text: value };
    else if (Array.isArray(value)) {
      const list = resolve(schema, "items", setup);
      if (!list) return;
      for (const [index, item] of value.entries()) yield* texts(item, list.items, path.concat(index), setup);
    } else if (value && typeof value === "object") {
      const group = resolve(schema, "properties", setup);
      for (const [key, inner] of Object.entries(group?.properties ?? {}))
        yield* texts(value[key], inner, path.concat(key), setup);
    }
  }

  /** @param {FormPath} path */
  function named(path) {
    return fieldName(path.filter((part) => typeof part === "string"));
  }

  /**
   * What counts words, sentences and abbreviations, by the patterns and limits of the setup.
   * @param {Readability} limits
   */
  function readerOf({ patterns, longWord, fewest }) {
    const [word, end, capitals] = ["word", "end", "capitals"].map((name) => new RegExp(patterns[name], "gu"));
    const inner = new RegExp(patterns.inner, "iu");
    return { words, sentences, unexplained, lix };

    /**
     * @param {string} text
     * @returns {string[]}
     */
    function words(text) {
      return text.match(word) || [];
    }

    /** @param {string} text */
    function sentences(text) {
      return text.split("\n").flatMap((line) => {
        const ends = Array.from(line.matchAll(end))
          .filter((match) => match[0][0] !== "." || !inner.test(line.slice(0, match.index)))
          .map((match) => match.index + match[0].length);
        return [0, ...ends]
          .map((start, index) => line.slice(start, ends[index]).trim())
          .filter((sentence) => sentence);
      });
    }

    /**
     * The abbreviations that no text explains, each with the path of its first text.
     * @param {TextAt[]} told
     * @param {string[]} known
     */
    function unexplained(told, known) {
      const whole = told.map(({ text }) => text).join("\n");
      const seen = new Set(known);
      return told.flatMap(({ path, text }) =>
        (text.match(capitals) || [])
          .filter((found) => {
            if (seen.has(found)) return false;
            seen.add(found);
            return !new RegExp(patterns.explained.replaceAll("FOUND", found), "u").test(whole);
          })
          .map((found) => ({ path, text: found })),
      );
    }

    /** @param {string[]} all */
    function lix(all) {
      const found = all.flatMap(words);
      const long = found.filter((each) => Array.from(each).length > longWord).length;
      const ends = all.flatMap(sentences).length;
      if (found.length < fewest) return null;
      return Math.floor(found.length / ends + (100 * long) / found.length + 0.5);
    }
  }

  return { advise };
})();
