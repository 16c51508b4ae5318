/** Danish as generator/search/danish.py knows it. */
casekatalog.tongue = (() => {
  "use strict";
  const KEPT = /^(ejendom|fordom|intellig|ledig|mulig)(?:hed|ens|ent)?(?:m?e[nrt]?s?|m?ernes?|m?ene|t|s)?$/;
  const SUFFIXES = [
      { suffix: "isk", longer: 8, letters: 2 },
      { suffix: "dom", longer: 5, letters: 3 },
    ],
    NEUTER = /(?:al|ar|el|iv|om)t$/;
  const DERIVED = /(?<=.{4})(?:ering|at(?:ion|or|iv))$/;

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

  return {
    letters: "æøå",
    spellings: new Map([
      ["aa", "å"],
      ["ae", "æ"],
      ["oe", "ø"],
      ["ä", "æ"],
      ["ö", "ø"],
    ]),
    foreign: new Map([["œ", "ø"]]),
    thousands: ".",
    link: /[se]$/,
    inflection: /(e?s|e|er|ers|en|ens|et|ets|erne|ernes|ene|enes|ede|ende)$/,
    endings:
      "ede el else elser ende erende ering eringer erne ation ator hed heder ig igt ing ingen inger isk lig ning ninger".split(
        " ",
      ),
    prefixes: /^(?:af|an|be|for|gen|ind|mis|ned|om|op|over|sam|u|ud|under)(?=.{6})/,
    kept: KEPT,
    respelt: (/** @type {string} */ word) => word,
    shortened,
  };
})();
