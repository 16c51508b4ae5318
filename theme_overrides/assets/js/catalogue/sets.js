/**
 * Sets of cases, each a row of words with a bit for each case: case n is bit n % 32 of word n / 32. No DOM here.
 */
/**
 * The values of a facet, or of several together, with the set of cases that have each, one after the other in `bits`.
 * @template Value
 * @typedef {{ names: Value[], numbers: Map<Value, number>, bits: Int32Array }} FacetSet
 */
casekatalog.caseSets = (() => {
  "use strict";
  /* Words are counted three at once: a row has a multiple of that. */
  const AT_ONCE = 3;

  /** @param {string} character */
  function code(character) {
    const point = character.charCodeAt(0);
    return point < 92 ? point - 35 : point < 127 ? point - 36 : point - 101;
  }

  /**
   * Return a facet with the set of cases that have each value.
   * @template Value
   * @param {Value[]} names
   * @param {string} data
   * @param {number} words
   * @returns {FacetSet<Value>}
   */
  function unpack(names, data, words) {
    const bits = new Int32Array(names.length * words);
    let number = 0;
    for (let i = 0; i < data.length; i++) {
      const found = code(data[i]);
      if (found > 1) bits[((found >> 1) - 1) * words + (number >> 5)] |= 1 << (number & 31);
      number += found & 1;
    }
    return { names, numbers: new Map(names.map((value, index) => [value, index])), bits };
  }

  /**
   * Return the values that a case has.
   * @template Value
   * @param {FacetSet<Value>} set
   * @param {number} number
   * @param {number} words
   */
  function having({ names, bits }, number, words) {
    return names.filter((_, value) => bits[value * words + (number >> 5)] & (1 << (number & 31)));
  }

  /**
   * Return what is common to the cases found and those of each facet but one.
   * @param {Int32Array} found
   * @param {Map<string, Int32Array>} chosen
   * @param {string | null} but
   */
  function common(found, chosen, but) {
    const rest = found.slice();
    for (const [name, having] of chosen) {
      if (name !== but) for (let i = 0; i < rest.length; i++) rest[i] &= having[i];
    }
    return rest;
  }

  /**
   * Add one set of cases to another.
   * @param {Int32Array} sum
   * @param {number} to
   * @param {Int32Array} bits
   * @param {number} from
   * @param {number} words
   */
  function join(sum, to, bits, from, words) {
    for (let i = 0; i < words; i++) sum[to + i] |= bits[from + i];
  }

  /**
   * Return how many of these cases have each value: bits are added up in pairs, fours of three words, and bytes.
   * @param {Int32Array} bits
   * @param {Int32Array} cases
   */
  function tally(bits, cases) {
    const counts = new Uint32Array(bits.length / cases.length);
    for (let value = 0, at = 0; value < counts.length; value++) {
      let sum = 0;
      for (let i = 0; i < cases.length; i += AT_ONCE, at += AT_ONCE) {
        const fours =
          inFours(bits[at] & cases[i]) +
          inFours(bits[at + 1] & cases[i + 1]) +
          inFours(bits[at + 2] & cases[i + 2]);
        const bytes = (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
        sum += Math.imul(bytes, 0x01010101) >>> 24;
      }
      counts[value] = sum;
    }
    return counts;
  }

  /**
   * Return how many bits are set in each four of a word.
   * @param {number} word
   */
  function inFours(word) {
    const pairs = word - ((word >>> 1) & 0x55555555);
    return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  }

  /**
   * Return the numbers of the cases in a set, in order.
   * @param {Int32Array} cases
   */
  function numbers(cases) {
    const found = [];
    for (let i = 0; i < cases.length; i++) {
      for (let left = cases[i]; left; left &= left - 1) found.push(i * 32 + 31 - Math.clz32(left & -left));
    }
    return found;
  }

  return { AT_ONCE, unpack, having, common, join, tally, numbers };
})();
