/* Facets: which cases match a selection, and how many each value would give. No DOM here.

   A set of cases is a row of words with a bit for each case: case n is bit n % 32 of word n / 32. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});

  const AT_ONCE = 3;

  function code(character) {
    const point = character.charCodeAt(0);
    return point < 92 ? point - 35 : point < 127 ? point - 36 : point - 101;
  }

  /* Return a facet with the set of cases that have each value, one after the other in `bits`. */
  function unpack(names, data, words) {
    const bits = new Int32Array(names.length * words);
    let number = 0;
    for (let i = 0; i < data.length; i++) {
      const found = code(data[i]);
      if (found > 1) bits[((found >> 1) - 1) * words + (number >> 5)] |= 1 << (number & 31);
      number += found & 1;
    }
    return { names: names, numbers: new Map(names.map(function (value, index) { return [value, index]; })), bits: bits };
  }

  function Facets(store) {
    const head = store.get("facets");
    this.store = store;
    this.cases = head.cases;
    this.words = Math.ceil(head.cases / 32 / AT_ONCE) * AT_ONCE;
    this.values = head.values;
    this.facets = new Map();
  }

  /* Return the files that must be loaded before these facets count. */
  Facets.prototype.need = function (names) {
    return names.filter(function (name) { return !this.facets.has(name) && this.values[name]; }, this)
      .map(function (name) { return "facets/" + name; });
  };

  /* Take up every one of these facets, once its file is there. */
  Facets.prototype.add = function (names) {
    for (const name of names) {
      if (this.values[name] && !this.facets.has(name)) {
        this.facets.set(name, unpack(this.values[name], this.store.get("facets/" + name), this.words));
      }
    }
  };

  /* Return the matching cases and the counts of every value of the facets at hand.

     `selection` maps facets to lists of values: one of them suffices within a facet, all facets must match.
     `within` says which cases the text search found, or is null. A value's count is what one gets by adding it:
     the number of matching cases that have it, with the choices in its own facet left out. */
  Facets.prototype.count = function (selection, within) {
    const found = this.found(within), chosen = this.chosen(selection), counts = {};
    const matching = common(found, chosen, null);
    for (const [name, facet] of this.facets) {
      counts[name] = tally(facet, chosen.has(name) ? common(found, chosen, name) : matching);
    }
    return { matching: numbers(matching), counts: counts };
  };

  /* Return the set of cases that the text search found, or all. */
  Facets.prototype.found = function (within) {
    const found = new Int32Array(this.words);
    for (let n = 0; n < this.cases; n++) if (!within || within[n]) found[n >> 5] |= 1 << (n & 31);
    return found;
  };

  /* Return the set of cases that have a chosen value, by facet. */
  Facets.prototype.chosen = function (selection) {
    const chosen = new Map();
    for (const name of Object.keys(selection)) {
      const facet = this.facets.get(name);
      if (!facet || !selection[name].length) continue;
      const having = new Int32Array(this.words);
      for (const value of selection[name]) {
        if (!facet.numbers.has(value)) continue;
        const from = facet.numbers.get(value) * this.words;
        for (let i = 0; i < this.words; i++) having[i] |= facet.bits[from + i];
      }
      chosen.set(name, having);
    }
    return chosen;
  };

  /* Return the values that a case has of a facet at hand. */
  Facets.prototype.of = function (name, number) {
    const facet = this.facets.get(name), words = this.words;
    return facet.names.filter(function (_, value) {
      return facet.bits[value * words + (number >> 5)] & (1 << (number & 31));
    });
  };

  /* Return what is common to the cases found and those of each facet but one. */
  function common(found, chosen, but) {
    const rest = found.slice();
    for (const [name, having] of chosen) {
      if (name !== but) for (let i = 0; i < rest.length; i++) rest[i] &= having[i];
    }
    return rest;
  }

  /* Return how many of these cases have each value: bits are added up in pairs, fours of three words, and bytes. */
  function tally(facet, cases) {
    const counts = new Uint32Array(facet.names.length), bits = facet.bits;
    for (let value = 0, at = 0; value < counts.length; value++) {
      let sum = 0;
      for (let i = 0; i < cases.length; i += AT_ONCE, at += AT_ONCE) {
        const fours = inFours(bits[at] & cases[i]) + inFours(bits[at + 1] & cases[i + 1]) + inFours(bits[at + 2] & cases[i + 2]);
        const bytes = (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
        sum += Math.imul(bytes, 0x01010101) >>> 24;
      }
      counts[value] = sum;
    }
    return counts;
  }

  /* Return how many bits are set in each four of a word. */
  function inFours(word) {
    const pairs = word - ((word >>> 1) & 0x55555555);
    return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  }

  /* Return the numbers of the cases in a set, in order. */
  function numbers(cases) {
    const found = [];
    for (let i = 0; i < cases.length; i++) {
      for (let left = cases[i]; left; left &= left - 1) found.push(i * 32 + 31 - Math.clz32(left & -left));
    }
    return found;
  }

  KAT.Facets = Facets;
})(globalThis);
