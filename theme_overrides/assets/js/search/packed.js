/** How the files of words are packed, as generator/search/terms.py and postings.py do it. No DOM here. */
/**
 * The documents that have a term, and its weight in each.
 * @typedef {{ documents: Uint32Array, weights: Uint8Array }} Postings
 */
/**
 * A file of terms: where the postings of each lie in `bytes`, and those that are unpacked.
 * @typedef {object} Shard
 * @property {string[]} terms
 * @property {Map<string, number>} numbers
 * @property {Uint8Array} bytes
 * @property {Uint32Array} from
 * @property {Uint32Array} to
 * @property {Postings[]} lists
 */
casekatalog.packed = (() => {
  "use strict";

  /**
   * @param {TermsShard} data
   * @returns {Shard}
   */
  function unpack(data) {
    const terms = uncoded(data.terms),
      text = atob(data.postings),
      bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const from = new Uint32Array(terms.length),
      to = new Uint32Array(terms.length),
      numbers = new Map();
    let at = 0;
    for (let i = 0; i < terms.length; i++) {
      let length = 0,
        shift = 0,
        byte;
      do {
        byte = bytes[at++];
        length |= (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      from[i] = at;
      at += length;
      to[i] = at;
      numbers.set(terms[i], i);
    }
    data.terms = data.postings = "";
    return { terms, numbers, bytes, from, to, lists: [] };
  }

  /** @param {string} text */
  function uncoded(text) {
    let before = "";
    return text
      ? text.split(" ").map((coded) => {
          before = before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
          return before;
        })
      : [];
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} to
   * @returns {Postings}
   */
  function decode(bytes, at, to) {
    const documents = [],
      weights = [];
    let number = 0;
    while (at < to) {
      let value = 0,
        shift = 0,
        byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte & 128);
      number += Math.floor(value / 16);
      documents.push(number);
      weights.push(value & 15);
    }
    return { documents: Uint32Array.from(documents), weights: Uint8Array.from(weights) };
  }

  return { unpack, uncoded, decode };
})();
