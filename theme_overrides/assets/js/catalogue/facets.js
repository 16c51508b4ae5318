/**
 * Facets: which cases match a selection, and how many each value would give. No DOM here.
 * @typedef {Record<string, string[]>} FacetSelection the values that are wanted of each facet
 */
casekatalog.Facets = (() => {
  "use strict";
  const { AT_ONCE, unpack, having, common, join, tally, numbers } = casekatalog.caseSets;

  class Facets {
    /** @param {typeof casekatalog.store} store */
    constructor(store) {
      const head = store.get("facets");
      this.store = store;
      this.cases = head.cases;
      this.words = Math.ceil(head.cases / 32 / AT_ONCE) * AT_ONCE;
      this.values = head.values;
      this.together = new Map(Object.entries(head.joint));
      /** @type {Map<string, string>} */
      this.homes = new Map();
      for (const [part, names] of this.together) for (const name of names) this.homes.set(name, part);
      /** @type {Map<string, FacetSet<string>>} */
      this.facets = new Map();
      /** @type {Map<string, FacetSet<Record<string, string>>>} */
      this.rows = new Map();
    }

    /**
     * Return where a facet's cases stand: under its own name, or with the facets that describe the same part of a case.
     * @param {string} name
     */
    home(name) {
      return this.homes.get(name) || name;
    }

    /**
     * Return the files that must be loaded before these facets count.
     * @param {string[]} names
     */
    need(names) {
      const missing = names.filter((name) => !this.facets.has(name) && this.values[name]);
      return Array.from(new Set(missing.map((name) => `facets/${this.home(name)}`)));
    }

    /**
     * Load these facets, which one opens or chooses from, and take them up.
     * @param {string[]} names
     */
    async take(names) {
      const files = this.need(names);
      if (files.length) await this.store.load(files);
      this.add(names);
    }

    /**
     * Take up every one of these facets, once its file is there.
     * @param {string[]} names
     */
    add(names) {
      for (const name of names) {
        if (!this.values[name] || this.facets.has(name)) continue;
        const data = this.store.get(`facets/${this.home(name)}`);
        if (this.homes.has(name)) this.addTogether(this.home(name), data);
        else this.facets.set(name, unpack(this.values[name], data, this.words));
      }
    }

    /**
     * Take up facets that describe the same part of a case: each row has a value of every one of them.
     * @param {string} part
     * @param {string} data
     */
    addTogether(part, data) {
      const names = this.together.get(part) ?? [],
        values = this.values;
      /** @type {Record<string, string>[]} */
      let rows = [{}];
      for (const name of names)
        rows = rows.flatMap((row) => values[name].map((value) => ({ ...row, [name]: value })));
      this.rows.set(part, unpack(rows, data, this.words));
      for (const name of names) {
        const facet = unpack(values[name], "", this.words);
        this.facets.set(name, facet);
        facet.bits = this.narrowed(name, {});
      }
    }

    /**
     * Return the matching cases and the counts of every value of the facets at hand.
     *
     * `selection` maps facets to lists of values: one of them suffices within a facet, all facets must match, and those
     * that describe the same part of a case must match in one and the same. `within` says which cases the text search
     * found, or is null. A value's count is what one gets by adding it: the number of matching cases that have it, with
     * the choices in its own facet left out.
     * @param {FacetSelection} selection
     * @param {Float32Array | null} within
     */
    count(selection, within) {
      const found = this.found(within),
        chosen = this.chosen(selection);
      /** @type {Record<string, Uint32Array>} */
      const counts = {};
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
    }

    /**
     * Return how many of these cases have each value of a facet at hand, without the values that none of them has.
     * @param {string} name
     * @param {number[]} ids
     */
    among(name, ids) {
      const { names, bits } = this.facet(name),
        cases = new Int32Array(this.words);
      for (const n of ids) cases[n >> 5] |= 1 << (n & 31);
      const counts = tally(bits, cases);
      return new Map(names.flatMap((value, index) => (counts[index] ? [[value, counts[index]]] : [])));
    }

    /**
     * Return the set of cases that the text search found, or all.
     * @param {Float32Array | null} within
     */
    found(within) {
      const found = new Int32Array(this.words);
      for (let n = 0; n < this.cases; n++) if (!within || within[n]) found[n >> 5] |= 1 << (n & 31);
      return found;
    }

    /**
     * Return the set of cases that have what is chosen, by the facet's home.
     * @param {FacetSelection} selection
     */
    chosen(selection) {
      /** @type {Map<string, Int32Array>} */
      const chosen = new Map();
      for (const name of Object.keys(selection)) {
        const facet = this.facets.get(name);
        if (!facet || !selection[name].length) continue;
        const bits = this.homes.has(name) ? this.narrowed(name, selection) : facet.bits,
          having = new Int32Array(this.words);
        for (const value of selection[name]) {
          const number = facet.numbers.get(value);
          if (number !== undefined) join(having, 0, bits, number * this.words, this.words);
        }
        chosen.set(this.home(name), having);
      }
      return chosen;
    }

    /**
     * Return the cases that have each value of a facet in a part that also has what is chosen in the facets beside it.
     * @param {string} name
     * @param {FacetSelection} selection
     */
    narrowed(name, selection) {
      const rows = this.rows.get(this.home(name)),
        facet = this.facet(name),
        bits = new Int32Array(facet.bits.length);
      rows?.names.forEach((row, number) => {
        const fits = Object.entries(row).every(
          ([other, value]) => other === name || !selection[other]?.length || selection[other].includes(value),
        );
        const own = facet.numbers.get(row[name]);
        if (fits && own !== undefined)
          join(bits, own * this.words, rows.bits, number * this.words, this.words);
      });
      return bits;
    }

    /**
     * Return a facet at hand.
     * @param {string} name
     */
    facet(name) {
      return this.facets.get(name) ?? unpack([""], "", this.words);
    }

    /**
     * Return the values that a case has of a facet at hand.
     * @param {string} name
     * @param {number} number
     */
    of(name, number) {
      return having(this.facet(name), number, this.words);
    }

    /**
     * Return the values of facets that describe the same part of a case, for each such part that it has.
     * @param {string} part
     * @param {number} number
     */
    parts(part, number) {
      const rows = this.rows.get(part);
      return rows ? having(rows, number, this.words) : [];
    }
  }

  return Facets;
})();
