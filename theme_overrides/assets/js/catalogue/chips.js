/**
 * Buttons that take back one part of what the reader asked for.
 * @typedef {ReturnType<typeof casekatalog.filters.of>} Filters
 */
casekatalog.chips = (() => {
  "use strict";
  const { wording } = casekatalog,
    { fill } = casekatalog.text;
  const { el, button } = casekatalog.dom;

  /**
   * Return a button for each filter in a state, as items of a list.
   * @param {CatalogueState} state
   * @param {Pick<Filters, "names" | "nameOf" | "labelsOf">} filters
   */
  function chosen(state, filters) {
    const list = filters.names.flatMap((facet) => {
      const labels = filters.labelsOf(facet);
      return (state.selection[facet] || []).map((value) =>
        chip(`${filters.nameOf(facet)}: ${labels.get(value)}`, facet, value),
      );
    });
    if (state.from || state.to)
      list.push(
        chip(fill(wording.chips.years, { from: state.from || "…", to: state.to || "…" }), "year", ""),
      );
    return list;
  }

  /**
   * @param {string} label
   * @param {string} facet
   * @param {string} value
   */
  function chip(label, facet, value) {
    const cross = el("span", "", "×");
    cross.setAttribute("aria-hidden", "true");
    const made = button("chip", el("span", "visually-hidden", `${wording.chips.remove} `), label, " ", cross);
    made.dataset.remove = facet;
    made.dataset.value = value;
    return el("li", "", made);
  }

  function clearing() {
    const made = button("chip chip--all", wording.chips.clear_all);
    made.dataset.clear = "";
    return el("li", "", made);
  }

  /**
   * Return the ways out when nothing is found: each filter, or the text, left out alone.
   * @param {{ selection: FacetSelection, answer: Answer | null }} current
   * @param {CaseFacets} facets
   * @param {Pick<Filters, "nameOf">} filters
   */
  function loosenings({ selection, answer }, facets, filters) {
    const ways = [],
      scores = answer?.scores ?? null;
    for (const facet of Object.keys(selection).filter((name) => selection[name].length)) {
      const rest = Object.assign({}, selection);
      delete rest[facet];
      const found = facets.count(rest, scores).matching.length;
      if (found) ways.push(way(fill(wording.chips.without, { filter: filters.nameOf(facet) }), found, facet));
    }
    if (scores) {
      const found = facets.count(selection, null).matching.length;
      if (found) ways.push(way(wording.chips.without_text, found, "q"));
    }
    return ways;
  }

  /**
   * @param {string} label
   * @param {number} found
   * @param {string} facet
   */
  function way(label, found, facet) {
    const made = button("chip", `${label} (${found})`);
    made.dataset.loosen = facet;
    return el("li", "", made);
  }

  return { chosen, clearing, loosenings };
})();
