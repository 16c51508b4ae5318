/* Facets: which cases match a selection, and how many each value would give. No DOM here. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const NONE = -1;

  function code(character) {
    const point = character.charCodeAt(0);
    return point < 92 ? point - 35 : point < 127 ? point - 36 : point - 101;
  }

  /* A facet's values by case: `values[from[n]] ... values[from[n + 1] - 1]` are those of case n. */
  function unpack(names, data, cases) {
    const from = new Uint32Array(cases + 1), values = new Uint16Array(data.length);
    let at = 0, number = 0;
    for (let i = 0; i < data.length; i++) {
      const found = code(data[i]);
      if (found > 1) values[at++] = (found >> 1) - 1;
      if (found & 1) from[++number] = at;
    }
    const numbers = new Map(names.map(function (value, index) { return [value, index]; }));
    return { names: names, numbers: numbers, from: from, values: values };
  }

  /* All facets as one, so that a case's values lie side by side; `first` says where those of a facet begin. */
  function join(facets, cases) {
    let names = [], length = 0;
    for (const facet of facets) {
      facet.first = names.length;
      names = names.concat(facet.names);
      length += facet.values.length;
    }
    const from = new Uint32Array(cases + 1), values = new Uint16Array(length), totals = new Uint32Array(names.length);
    let at = 0;
    for (let number = 0; number < cases; number++) {
      for (const facet of facets) {
        for (let i = facet.from[number]; i < facet.from[number + 1]; i++) values[at++] = facet.first + facet.values[i];
      }
      from[number + 1] = at;
    }
    for (let i = 0; i < at; i++) totals[values[i]]++;
    return { from: from, values: values, totals: totals };
  }

  function Facets(store) {
    const head = store.get("facets");
    this.store = store;
    this.cases = head.cases;
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
    const missing = names.filter(function (name) { return this.values[name] && !this.facets.has(name); }, this);
    for (const name of missing) {
      this.facets.set(name, unpack(this.values[name], this.store.get("facets/" + name), this.cases));
    }
    if (missing.length) this.joined = join(Array.from(this.facets.values()), this.cases);
  };

  /* Return the matching cases and the counts of every value of the facets at hand.

     `selection` maps facets to lists of values: one of them suffices within a facet, all facets must match.
     `within` says which cases the text search found, or is null. A value's count is what one gets by adding it:
     the number of matching cases that have it, with the choices in its own facet left out. */
  Facets.prototype.count = function (selection, within) {
    const active = this.chosen(selection), parted = this.part(active, within), counts = {};
    const all = this.joined ? this.tally(parted, within) : null;
    for (const [name, facet] of this.facets) counts[name] = all.subarray(facet.first, facet.first + facet.names.length);
    active.forEach(function (part, i) { add(part.facet, counts[part.name], parted.failingOnly(i), 1); });
    return { matching: parted.matching, counts: counts };
  };

  /* Return how many matching cases each value has; when fewer cases do not match, as what they leave of all. */
  Facets.prototype.tally = function (parted, within) {
    if (within || parted.matching.length <= parted.others.length) {
      return add(this.joined, new Uint32Array(this.joined.totals.length), parted.matching, 1);
    }
    return add(this.joined, this.joined.totals.slice(), parted.others, -1);
  };

  /* Return the facets at hand that something is chosen of, with what that is. */
  Facets.prototype.chosen = function (selection) {
    const active = [];
    for (const name of Object.keys(selection)) {
      const facet = this.facets.get(name);
      if (!facet || !selection[name].length) continue;
      const chosen = new Uint8Array(facet.names.length);
      for (const value of selection[name]) if (facet.numbers.has(value)) chosen[facet.numbers.get(value)] = 1;
      active.push({ name: name, facet: facet, chosen: chosen });
    }
    return active;
  };

  /* Part the cases in those that match all active facets and the others, and say which lack a single facet. */
  Facets.prototype.part = function (active, within) {
    const matching = new Uint32Array(this.cases), others = new Uint32Array(this.cases), failing = new Int8Array(this.cases);
    let found = 0, left = 0;
    for (let number = 0; number < this.cases; number++) {
      if (within && !within[number]) continue;
      let failed = NONE, fails = 0;
      for (let i = 0; i < active.length && fails < 2; i++) {
        const facet = active[i].facet, chosen = active[i].chosen, end = facet.from[number + 1];
        let at = facet.from[number];
        while (at < end && !chosen[facet.values[at]]) at++;
        if (at === end) { fails++; failed = i; }
      }
      if (fails === 0) matching[found++] = number;
      else { failing[left] = fails === 1 ? failed : NONE; others[left++] = number; }
    }
    function failingOnly(part) {
      const near = new Uint32Array(left);
      let nearly = 0;
      for (let at = 0; at < left; at++) if (failing[at] === part) near[nearly++] = others[at];
      return near.subarray(0, nearly);
    }
    return { matching: matching.subarray(0, found), others: others.subarray(0, left), failingOnly: failingOnly };
  };

  /* Return the values that a case has of a facet at hand. */
  Facets.prototype.of = function (name, number) {
    const facet = this.facets.get(name);
    return Array.from(facet.values.subarray(facet.from[number], facet.from[number + 1]), function (value) {
      return facet.names[value];
    });
  };

  /* Count the values of these cases up or down. */
  function add(facet, counts, numbers, by) {
    const from = facet.from, values = facet.values;
    for (let i = 0; i < numbers.length; i++) {
      for (let at = from[numbers[i]], end = from[numbers[i] + 1]; at < end; at++) counts[values[at]] += by;
    }
    return counts;
  }

  KAT.Facets = Facets;
})(globalThis);
