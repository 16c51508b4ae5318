/**
 * The language of the site as generator/search/language.py reads it: one spelling, words, stems. No DOM here.
 * @typedef {object} Tongue what one language has of its own, as a file named after it says
 * @property {string} letters those beside a to z
 * @property {Map<string, string>} spellings what is written in place of other letters, and those letters
 * @property {Map<string, string>} foreign the letters of other languages beside those that all fold alike
 * @property {string} thousands the sign that parts a large number
 * @property {RegExp | null} link what may stand between the two words of a compound; null without compounds
 * @property {RegExp} inflection
 * @property {string[]} endings those that a word may be on its way to
 * @property {RegExp} prefixes those that a word may be known without
 * @property {RegExp} [kept] words whose stem, its group, the stemmer would take for another's
 * @property {(word: string) => string} respelt a word as the stemmer is to have it
 * @property {(short: string, word: string) => string} shortened a stem without the endings that the stemmer leaves on it
 */
casekatalog.language = (() => {
  "use strict";
  const { letters, spellings, foreign, thousands, link, inflection, ...tongue } = casekatalog.tongue,
    decimal = thousands === "." ? "," : ".";
  const WORD = /\d+,\d+|[\p{L}\p{N}]+(?:[-–](?!\d+,\d)[\p{L}\p{N}]+)*/gu;
  const NUMBER = new RegExp(
    `(?<![\\d.,])(?:(\\d{1,3}(?:[${thousands} ]\\d{3})+)|(\\d+))(?:[.,](\\d+))?(?![.,]?\\d)`,
    "g",
  );
  const FRACTIONS = new Map([
    ["¼", "25"],
    ["½", "5"],
    ["¾", "75"],
  ]);
  const SPELLING = new RegExp(Array.from(spellings.keys()).join("|"), "g"),
    UNUSUAL = new RegExp(`[^a-z0-9${letters}]|${SPELLING.source}`),
    LETTERED = new RegExp(`[${letters}]`);
  const FOREIGN = new Map([["ð", "d"], ["đ", "d"], ["ł", "l"], ["ß", "ss"], ["þ", "th"], ...foreign]);
  const ACCENTED = new RegExp(`[^\\x00-\\x7f${letters}]`, "gu"),
    ACCENT = /[\u0300-\u036f]/g;
  /* A word, or a number with its dots and comma, as a text shows it. */
  const WRITTEN = new RegExp(
    `(?<![\\d.,])\\d{1,3}(?:[${thousands}\\u0020\\u00a0\\u2009\\u202f]\\d{3})+(?:[${decimal}]\\d+)?(?![.,]?\\d|\\p{L})` +
      "|(?<![\\d.,])\\d+[.,]\\d+(?![.,]?\\d|\\p{L})|[\\p{L}\\p{N}]+",
    "gu",
  );
  /** @type {Map<string, string>} */
  const stems = new Map();
  /** @type {Map<string, string>} */
  const irregular = new Map();

  /**
   * Take up the words with the forms that no rule leads back to them, and what may stand before each of them.
   * @param {string} groups
   * @param {string} prefixes
   */
  function learn(groups, prefixes) {
    for (const group of groups.split(",")) {
      const [base, ...forms] = group.trim().split(" ");
      for (const before of [""].concat(prefixes.split(" "))) {
        for (const form of forms) irregular.set(before + form, before + base);
      }
    }
    stems.clear();
  }

  /**
   * Return text in plain characters: CO₂ as CO2, and numbers as 100000 and 12,5.
   * @param {string} text
   */
  function plain(text) {
    return text
      .replace(/(?:(\d+) ?)?([¼½¾])/g, (_, whole, part) => `${whole || 0},${FRACTIONS.get(part)}`)
      .normalize("NFKC")
      .replace(NUMBER, (_, grouped, whole, part) => {
        const rest = (part || "").replace(/0+$/, "");
        return (whole || grouped.replace(/\D/g, "")) + (rest && `,${rest}`);
      });
  }

  /**
   * Return text in one spelling, without accents that the language does not need.
   * @param {string} text
   */
  function canonical(text) {
    return plain(text)
      .toLowerCase()
      .replace(SPELLING, (written) => spellings.get(written) ?? written)
      .replace(ACCENTED, (letter) => FOREIGN.get(letter) || letter.normalize("NFD").replace(ACCENT, ""));
  }

  /**
   * Return canonical text without the letters that other keyboards lack: ældre as aldre, køge as koge.
   * @param {string} text
   */
  function bare(text) {
    return LETTERED.test(text) ? text.replace(/[åæ]/g, "a").replaceAll("ø", "o") : text;
  }

  /**
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    return (text.match(WORD) || []).flatMap((word) => word.split(/[-–]/));
  }

  /**
   * @param {string} word
   * @returns {string}
   */
  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) {
      found = stemmed(word);
      stems.set(word, found);
    }
    return found;
  }

  /**
   * @param {string} word
   * @returns {string}
   */
  function stemmed(word) {
    const kept = tongue.kept?.exec(word)?.[1];
    if (kept) return kept;
    const own = irregular.get(word);
    if (own) return stem(own);
    const short = casekatalog.snowball(tongue.respelt(word)),
      base = irregular.get(short);
    return base ? stem(base) : tongue.shortened(short, word);
  }

  /**
   * The words that irregular forms beginning like this are of: anbringe of anbrag-.
   * @param {string} start
   */
  function bases(start) {
    if (start.length < 3) return [];
    return Array.from(irregular)
      .filter((pair) => pair[0].startsWith(start))
      .map((pair) => pair[1]);
  }

  /**
   * The number of slips between two words: `most` + 1 if more.
   * An inflection that `word` has after the end of `target` counts half.
   * @param {string} target
   * @param {string} word
   * @param {number} most
   */
  function slips(target, word, most) {
    if (Math.abs(target.length - word.length) > most + 4) return most + 1;
    const beginnings = casekatalog.distance.toBeginnings(target, word, most);
    if (!beginnings) return most + 1;
    const best = beginnings[word.length];
    const ending = inflection.exec(word);
    if (!ending || ending[0].length > word.length - 3) return best;
    return Math.min(best, beginnings[word.length - ending[0].length] + 0.5);
  }

  /**
   * Whether a word has another in it: anywhere where there are compounds, else at its beginning.
   * @param {string} word
   * @param {string} part
   */
  function holds(word, part) {
    return link ? word.includes(part) : word.startsWith(part);
  }

  return {
    WRITTEN,
    UNUSUAL,
    LETTERED,
    spellings,
    link,
    endings: tongue.endings,
    prefixes: tongue.prefixes,
    learn,
    plain,
    canonical,
    bare,
    words,
    stem,
    bases,
    slips,
    holds,
  };
})();
