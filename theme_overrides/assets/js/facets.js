/* Facets: which cases match a selection, and how many each value would give. No DOM here. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});

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
    for (const name of names) {
      if (this.values[name] && !this.facets.has(name)) {
        this.facets.set(name, unpack(this.values[name], this.store.get("facets/" + name), this.cases));
      }
    }
  };

  /* Return the matching cases and the counts of every value of the facets at hand.

     `selection` maps facets to lists of values: one of them suffices within a facet, all facets must match.
     `within` says which cases the text search found, or is null. A value's count is what one gets by adding it:
     the number of matching cases that have it, with the choices in its own facet left out. */
  Facets.prototype.count = function (selection, within) {
    const active = [];
    for (const name of Object.keys(selection)) {
      const facet = this.facets.get(name);
      if (!facet || !selection[name].length) continue;
      const chosen = new Uint8Array(facet.names.length);
      for (const value of selection[name]) if (facet.numbers.has(value)) chosen[facet.numbers.get(value)] = 1;
      active.push({ facet: facet, chosen: chosen });
    }
    const counts = {};
    const all = [];
    for (const [name, facet] of this.facets) {
      counts[name] = new Uint32Array(facet.names.length);
      all.push({ facet: facet, counts: counts[name] });
    }
    const own = active.map(function (part) {
      return all.find(function (other) { return other.facet === part.facet; });
    });
    const matching = new Uint32Array(this.cases), near = new Uint32Array(this.cases), failing = new Uint8Array(this.cases);
    let found = 0, nearly = 0;
    for (let number = 0; number < this.cases; number++) {
      if (within && !within[number]) continue;
      let failed = -1, fails = 0;
      for (let i = 0; i < active.length && fails < 2; i++) {
        const facet = active[i].facet, chosen = active[i].chosen, end = facet.from[number + 1];
        let at = facet.from[number];
        while (at < end && !chosen[facet.values[at]]) at++;
        if (at === end) { fails++; failed = i; }
      }
      if (fails === 0) matching[found++] = number;
      else if (fails === 1) { near[nearly] = number; failing[nearly++] = failed; }
    }
    for (let i = 0; i < all.length; i++) tally(all[i], matching, found, this.cases);
    for (let i = 0; i < nearly; i++) {
      const facet = own[failing[i]].facet, counts = own[failing[i]].counts, number = near[i];
      for (let at = facet.from[number]; at < facet.from[number + 1]; at++) counts[facet.values[at]]++;
    }
    return { matching: matching.subarray(0, found), counts: counts };
  };

  /* Return the values that a case has of a facet at hand. */
  Facets.prototype.of = function (name, number) {
    const facet = this.facets.get(name);
    return Array.from(facet.values.subarray(facet.from[number], facet.from[number + 1]), function (value) {
      return facet.names[value];
    });
  };

  function tally(part, matching, found, cases) {
    const from = part.facet.from, values = part.facet.values, counts = part.counts;
    if (found === cases) {
      for (let at = 0; at < from[cases]; at++) counts[values[at]]++;
      return;
    }
    for (let i = 0; i < found; i++) {
      for (let at = from[matching[i]], end = from[matching[i] + 1]; at < end; at++) counts[values[at]]++;
    }
  }

  KAT.Facets = Facets;
})(globalThis);
