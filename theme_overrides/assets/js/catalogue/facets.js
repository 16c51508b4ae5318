/* Facets: which cases match a selection, and how many each value would give. No DOM here.

   A set of cases is a row of words with a bit for each case: case n is bit n % 32 of word n / 32. */
casekatalog.Facets = (() => {
  "use strict";

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
    return { names, numbers: new Map(names.map((value, index) => [value, index])), bits };
  }

  function Facets(store) {
    const head = store.get("facets");
    this.store = store;
    this.cases = head.cases;
    this.words = Math.ceil(head.cases / 32 / AT_ONCE) * AT_ONCE;
    this.values = head.values;
    this.together = new Map(Object.entries(head.joint));
    this.homes = new Map();
    for (const [part, names] of this.together) for (const name of names) this.homes.set(name, part);
    this.facets = new Map();
    this.rows = new Map();
  }

  /* Return where a facet's cases stand: under its own name, or with the facets that describe the same part of a case. */
  Facets.prototype.home = function (name) {
    return this.homes.get(name) || name;
  };

  /* Return the files that must be loaded before these facets count. */
  Facets.prototype.need = function (names) {
    const missing = names.filter((name) => !this.facets.has(name) && this.values[name]);
    return Array.from(new Set(missing.map((name) => `facets/${this.home(name)}`)));
  };

  /* Load these facets, which one opens or chooses from, and take them up. */
  Facets.prototype.take = async function (names) {
    const files = this.need(names);
    if (files.length) await this.store.load(files);
    this.add(names);
  };

  /* Take up every one of these facets, once its file is there. */
  Facets.prototype.add = function (names) {
    for (const name of names) {
      if (!this.values[name] || this.facets.has(name)) continue;
      const data = this.store.get(`facets/${this.home(name)}`);
      if (this.homes.has(name)) this.addTogether(this.homes.get(name), data);
      else this.facets.set(name, unpack(this.values[name], data, this.words));
    }
  };

  /* Take up facets that describe the same part of a case: each row has a value of every one of them. */
  Facets.prototype.addTogether = function (part, data) {
    const names = this.together.get(part),
      values = this.values;
    let rows = [[]];
    for (const name of names) rows = rows.flatMap((row) => values[name].map((value) => row.concat(value)));
    this.rows.set(part, unpack(rows, data, this.words));
    for (const name of names) {
      this.facets.set(name, unpack(values[name], "", this.words));
      this.facets.get(name).bits = this.narrowed(name, {});
    }
  };

  /* Return the matching cases and the counts of every value of the facets at hand.

     `selection` maps facets to lists of values: one of them suffices within a facet, all facets must match, and those
     that describe the same part of a case must match in one and the same. `within` says which cases the text search
     found, or is null. A value's count is what one gets by adding it: the number of matching cases that have it, with
     the choices in its own facet left out. */
  Facets.prototype.count = function (selection, within) {
    const found = this.found(within),
      chosen = this.chosen(selection),
      counts = {};
    const matching = common(found, chosen, null);
    for (const [name, facet] of this.facets) {
      const home = this.home(name),
        rest = chosen.has(home) ? common(found, chosen, home) : matching;
      counts[name] = tally(
        home !== name && chosen.has(home) ? this.narrowed(name, selection) : facet.bits,
        rest,
      );
    }
    return { matching: numbers(matching), counts };
  };

  /* Return how many of these cases have each value of a facet at hand, without the values that none of them has. */
  Facets.prototype.among = function (name, ids) {
    const { names, bits } = this.facets.get(name),
      cases = new Int32Array(this.words);
    for (const n of ids) cases[n >> 5] |= 1 << (n & 31);
    const counts = tally(bits, cases);
    return new Map(names.map((value, index) => [value, counts[index]]).filter(([, count]) => count));
  };

  /* Return the set of cases that the text search found, or all. */
  Facets.prototype.found = function (within) {
    const found = new Int32Array(this.words);
    for (let n = 0; n < this.cases; n++) if (!within || within[n]) found[n >> 5] |= 1 << (n & 31);
    return found;
  };

  /* Return the set of cases that have what is chosen, by the facet's home. */
  Facets.prototype.chosen = function (selection) {
    const chosen = new Map();
    for (const name of Object.keys(selection)) {
      const facet = this.facets.get(name);
      if (!facet || !selection[name].length) continue;
      const bits = this.homes.has(name) ? this.narrowed(name, selection) : facet.bits,
        having = new Int32Array(this.words);
      for (const value of selection[name]) {
        if (facet.numbers.has(value))
          join(having, 0, bits, facet.numbers.get(value) * this.words, this.words);
      }
      chosen.set(this.home(name), having);
    }
    return chosen;
  };

  /* Return the cases that have each value of a facet in a part that also has what is chosen in the facets beside it. */
  Facets.prototype.narrowed = function (name, selection) {
    const names = this.together.get(this.home(name)),
      rows = this.rows.get(this.home(name)),
      facet = this.facets.get(name);
    const own = names.indexOf(name),
      bits = new Int32Array(facet.bits.length);
    rows.names.forEach((row, number) => {
      const fits = names.every((other, place) => {
        const wanted = selection[other] || [];
        return place === own || !wanted.length || wanted.includes(row[place]);
      });
      if (fits)
        join(bits, facet.numbers.get(row[own]) * this.words, rows.bits, number * this.words, this.words);
    });
    return bits;
  };

  /* Return the values that a case has of a facet at hand, or the rows of facets that describe the same part of it. */
  Facets.prototype.of = function (name, number) {
    const facet = this.facets.get(name) || this.rows.get(name),
      words = this.words;
    return facet.names.filter((_, value) => facet.bits[value * words + (number >> 5)] & (1 << (number & 31)));
  };

  /* Return what is common to the cases found and those of each facet but one. */
  function common(found, chosen, but) {
    const rest = found.slice();
    for (const [name, having] of chosen) {
      if (name !== but) for (let i = 0; i < rest.length; i++) rest[i] &= having[i];
    }
    return rest;
  }

  /* Add one set of cases to another. */
  function join(sum, to, bits, from, words) {
    for (let i = 0; i < words; i++) sum[to + i] |= bits[from + i];
  }

  /* Return how many of these cases have each value: bits are added up in pairs, fours of three words, and bytes. */
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

  return Facets;
})();
