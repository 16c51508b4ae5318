/** English as generator/search/english.py knows it. */
casekatalog.tongue = (() => {
  "use strict";
  /* Where American English has z and British has s: organize, analyze. */
  const AMERICAN = /(?<=.{3})([iy])z(?=(?:e[ds]?|ers?|ing|ations?|ational)$)/;

  return {
    letters: "",
    spellings: new Map([
      ["æ", "ae"],
      ["œ", "oe"],
      ["ø", "o"],
    ]),
    foreign: new Map(),
    thousands: ",",
    link: null,
    inflection: /(e?s|e?d|ing|ly)$/,
    endings:
      "able al ation ed ence er ers es ful ing ings ion ions isation ise ised ising ity ive ization ize ized less ly ment ments ness".split(
        " ",
      ),
    prefixes: /^(?:co|dis|in|mis|non|over|pre|re|un|under)(?=.{5})/,
    respelt: (/** @type {string} */ word) => word.replace(AMERICAN, "$1s"),
    shortened: (/** @type {string} */ short) => short,
  };
})();
