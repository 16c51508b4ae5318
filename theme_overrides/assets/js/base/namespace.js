/**
 * The one name that the site's scripts share: each module is a property of it, and data comes in by `put`.
 * Data are classic scripts too, so that they load from a folder and under a strict policy; generator/scripts.py
 * writes them.
 */
const casekatalog = {};

/** @type {Map<string, any>} */
casekatalog.data = new Map();

/**
 * Take in what a script of data hands over.
 * @param {string} name
 * @param {any} value
 */
casekatalog.put = (name, value) => {
  casekatalog.data.set(name, value);
};
