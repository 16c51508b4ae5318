/** Norwegian as generator/search/norwegian.py knows it. */
casekatalog.tongue = (() => {
  "use strict";
  const KEPT =
    /^(arbeidsledig|bolig|eiendom|fordom|intellig|ledig|modern|mulig)(?:het|ens|ent)?(?:m?e[nrt]?s?|m?ene?s?|m?a|t|s)?$/;
  const DERIVED = /(?<=.{4})(?<!st)(?:asjon|ator|ativ)$/;

  /**
   * A stem without the endings that the stemmer leaves on it.
   * @param {string} short
   * @param {string} word
   */
  function shortened(short, word) {
    if (short.length > 5 && short.endsWith("ern") && /ernes?$/.test(word)) return short.slice(0, -3);
    if (short.length > 4 && short.endsWith("er") && /ere[nt]s?$/.test(word)) return short.slice(0, -2);
    if (DERIVED.test(short)) return short.replace(DERIVED, "er");
    if (short.length > 7 && /[^aeiouyæøå]ning$/.test(short)) return short.slice(0, -4);
    if (short.length > 5 && short.endsWith("ing")) return short.slice(0, -3);
    if (short.length > 8 && short.endsWith("isk")) return short.slice(0, -3);
    if (short.length > 5 && short.endsWith("dom")) return short.slice(0, -3);
    if (short.length > 6 && short.endsWith("i")) return short.slice(0, -1);
    return short.length > 4 ? short.replace(/([mt])r$/, "$1").replace(/([^aeiouyæøå])\1?el$/, "$1l") : short;
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
    inflection: /(e?s|e|a|er|ers|en|ens|et|ets|ene|enes|ede|ende|te|t)$/,
    endings:
      "a ane asjon ator ede else elser ende ene ere erende ering eringer erne erte het heter ig ing ingen inger isk lig ning ninger".split(
        " ",
      ),
    prefixes: /^(?:an|av|be|for|gjen|inn|mis|ned|om|opp|over|sam|u|under|ut)(?=.{6})/,
    kept: KEPT,
    respelt: (/** @type {string} */ word) => word,
    shortened,
  };
})();
