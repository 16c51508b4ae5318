/** Danish words as generator/search/danish.py reads them: one spelling, words, stems. */
casekatalog.danish = (() => {
  "use strict";
  const WORD = /\d+,\d+|[\p{L}\p{N}]+(?:[-–](?!\d+,\d)[\p{L}\p{N}]+)*/gu;
  const NUMBER = /(?<![\d.,])(?:(\d{1,3}(?:[. ]\d{3})+)|(\d+))(?:[.,](\d+))?(?![.,]?\d)/g;
  const FRACTIONS = new Map([
    ["¼", "25"],
    ["½", "5"],
    ["¾", "75"],
  ]);
  const SPELLINGS = new Map([
    ["aa", "å"],
    ["ae", "æ"],
    ["oe", "ø"],
    ["ä", "æ"],
    ["ö", "ø"],
  ]);
  const SPELLING = new RegExp(Array.from(SPELLINGS.keys()).join("|"), "g");
  const FOREIGN = new Map([
    ["ð", "d"],
    ["đ", "d"],
    ["ł", "l"],
    ["œ", "ø"],
    ["ß", "ss"],
    ["þ", "th"],
  ]);
  const DANISH = /[æøå]/;
  const ACCENTED = /[^\x00-\x7fæøå]/gu,
    ACCENT = /[\u0300-\u036f]/g;
  /* A word, or a number with its dots and comma, as a text shows it. */
  const WRITTEN =
    /(?<![\d.,])\d{1,3}(?:[.\u0020\u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?![.,]?\d|\p{L})|(?<![\d.,])\d+[.,]\d+(?![.,]?\d|\p{L})|[\p{L}\p{N}]+/gu;
  const KEPT = /^(ejendom|fordom|intellig|ledig|mulig)(?:hed|ens|ent)?(?:m?e[nrt]?s?|m?ernes?|m?ene|t|s)?$/;
  const SUFFIXES = [
      { suffix: "isk", longer: 8, letters: 2 },
      { suffix: "dom", longer: 5, letters: 3 },
    ],
    NEUTER = /(?:al|ar|el|iv|om)t$/;
  const DERIVED = /(?<=.{4})(?:ering|at(?:ion|or|iv))$/;
  const INFLECTION = /(e?s|e|er|ers|en|ens|et|ets|erne|ernes|ene|enes|ede|ende)$/;
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
        return (whole || grouped.replace(/[. ]/g, "")) + (rest && `,${rest}`);
      });
  }

  /**
   * Return text in one spelling, without accents that Danish does not need.
   * @param {string} text
   */
  function canonical(text) {
    return plain(text)
      .toLowerCase()
      .replace(SPELLING, (written) => SPELLINGS.get(written) ?? written)
      .replace(ACCENTED, (letter) => FOREIGN.get(letter) || letter.normalize("NFD").replace(ACCENT, ""));
  }

  /**
   * Return canonical text without the letters that other keyboards lack: ældre as aldre, køge as koge.
   * @param {string} text
   */
  function bare(text) {
    return DANISH.test(text) ? text.replace(/[åæ]/g, "a").replaceAll("ø", "o") : text;
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
    const kept = KEPT.exec(word);
    if (kept) return kept[1];
    const own = irregular.get(word);
    if (own) return stem(own);
    const short = casekatalog.snowball(word),
      base = irregular.get(short);
    return base ? stem(base) : shortened(short, word);
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
   * A stem without the endings that the stemmer leaves on it.
   * @param {string} short
   * @param {string} word
   */
  function shortened(short, word) {
    if (short.length > 5 && NEUTER.test(short)) short = short.slice(0, -1);
    for (const { suffix, longer, letters } of SUFFIXES)
      if (short.length > longer && short.endsWith(suffix)) return short.slice(0, -letters);
    if (short.length > 5 && short.endsWith("ed") && /edes?$/.test(word))
      return short.slice(0, short.at(-3) === short.at(-4) ? -3 : -2);
    const verb = short.replace(DERIVED, "");
    if (verb !== short) short = verb.at(-1) === verb.at(-2) ? verb.slice(0, -1) : verb;
    else if (short.length > 7 && /[^aeiouyæøå]ning$/.test(short)) short = short.slice(0, -4);
    else if (short.length > 5 && short.endsWith("ing")) short = short.slice(0, -3);
    if (short.length < 5) return short;
    if (short.length > 6 && short.endsWith("is")) return short.slice(0, -2);
    return short.replace(/([mt])r$/, "$1").replace(/([^aeiouyæøå])\1?el$/, "$1l");
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
    const ending = INFLECTION.exec(word);
    if (!ending || ending[0].length > word.length - 3) return best;
    return Math.min(best, beginnings[word.length - ending[0].length] + 0.5);
  }

  return { WRITTEN, learn, plain, canonical, bare, words, stem, bases, slips };
})();
