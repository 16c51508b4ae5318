/**
 * The one name that the site's scripts share: each module is a property of it, and data comes in by `put`.
 * Data are classic scripts too, so that they load from a folder and under a strict policy; generator/scripts.py
 * writes them.
 */
const casekatalog = {};

/** @type {HandedOverMap} */
casekatalog.data = new Map();

/**
 * The words of the site's language by group and key, those that the scripts name; from generator/languages/.
 * @type {Record<string, Record<string, any>>}
 */
casekatalog.wording = {};

/**
 * Take in what a script of data hands over.
 * @param {string} name
 * @param {unknown} value
 */
casekatalog.put = (name, value) => {
  casekatalog.data.set(name, value);
};

/**
 * The stemmer in vendor/, which comes with the search.
 * @type {(word: string) => string}
 */
casekatalog.snowball;

/**
 * What the language of the site has of its own, which comes with the search too.
 * @type {Tongue}
 */
casekatalog.tongue;

/**
 * What the page does of what its reader asked for last; settled, it is all shown.
 * @type {Promise<unknown>}
 */
casekatalog.settled = Promise.resolve();
