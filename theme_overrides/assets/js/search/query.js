/**
 * A query as the search reads it: its words, what they may go on to, and the rows that they stand in. No DOM here.
 * @typedef {object} Query
 * @property {string[]} words each once, without those that tell nothing
 * @property {string[]} all
 * @property {string[]} stems those of `all`
 * @property {string[][]} phrases
 * @property {string[]} typed the words as they were typed
 * @property {boolean} open whether the last word may go on
 * @property {Set<string>} exact the words of phrases
 * @property {boolean} [wide] whether what has the parts of a compound counts too
 */
casekatalog.query = (() => {
  "use strict";
  const language = casekatalog.language;
  const NUMBER = /^\d[\d,]*$/,
    MOST_WORDS = 32,
    MOST_TYPED = 200,
    LONGEST_ROW = 4;

  /**
   * Return the words of a query, each once, also as they were typed, its phrases, and whether the last word
   * may go on.
   * @param {string} query
   * @param {Set<string>} stop
   * @returns {Query}
   */
  function parse(query, stop) {
    const text = language.canonical(query);
    const phrases = Array.from(text.matchAll(/["“”„»«]([^"“”„»«]+)["“”„»«]/g), (match) =>
      language.words(match[1]),
    ).filter((words) => words.length);
    const all = language.words(text).slice(0, MOST_TYPED),
      typed = language.words(language.plain(query));
    const telling = all.filter((word) => !stop.has(word));
    const open = /[\p{L}\p{N}]$/u.test(text) && (!telling.length || all.at(-1) === telling.at(-1));
    const words = Array.from(new Set(telling.length ? telling : all)).slice(0, MOST_WORDS);
    return {
      words,
      all,
      stems: all.map(language.stem),
      phrases,
      typed: words.map((word) => typed[all.indexOf(word)]),
      open: open && words.at(-1) === all.at(-1),
      exact: new Set(phrases.flat()),
    };
  }

  /**
   * The stems of a word whose end may not be typed yet: of "vurderi" that of "vurdering".
   * @param {string} word
   */
  function finished(word) {
    const stems = language.bases(word).map(language.stem);
    for (const ending of language.endings) {
      for (let typed = ending.length - 1; typed > 0; typed--) {
        if (word.length - typed < 3 || !word.endsWith(ending.slice(0, typed))) continue;
        stems.push(language.stem(word + ending.slice(typed)));
      }
    }
    return stems;
  }

  /**
   * A word that ends in the first half of aa, ae or oe, as it may go on: "åbenra" is on its way to åbenrå.
   * @param {string} word
   */
  function halfFolded(word) {
    return Array.from(language.spellings)
      .filter(([written]) => written.length > 1 && written[0] === word.at(-1))
      .map(([, letter]) => word.slice(0, -1) + letter);
  }

  /**
   * Neighbouring words written together: job center is jobcenter, borger forløb is borgerforløb.
   * @param {Query} parsed
   * @param {number} at
   */
  function joined(parsed, at) {
    const words = parsed.words,
      terms = [];
    for (const pair of [
      [words[at - 1], words[at]],
      [words[at], words[at + 1]],
    ]) {
      if (pair[0] && pair[1] && !NUMBER.test(pair[0]) && !NUMBER.test(pair[1])) {
        for (const link of language.link ? ["", "s"] : [""])
          terms.push(language.stem(pair[0] + link + pair[1]));
      }
    }
    return terms;
  }

  /**
   * The groups of rows of words that a word of a query stands in, small words counted.
   * @param {Query} parsed
   * @param {number} number
   * @param {(stems: string) => string[]} groups
   */
  function rows(parsed, number, groups) {
    const stems = parsed.stems,
      at = parsed.all.indexOf(parsed.words[number]),
      found = [];
    for (let from = Math.max(0, at + 1 - LONGEST_ROW); from <= at; from++) {
      for (let to = Math.max(from + 2, at + 1); to <= Math.min(stems.length, from + LONGEST_ROW); to++) {
        found.push(...groups(stems.slice(from, to).join(" ")));
      }
    }
    return found;
  }

  return { NUMBER, parse, finished, halfFolded, joined, rows };
})();
