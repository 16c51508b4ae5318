/* Buttons that take back one part of what the reader asked for. */
casekatalog.chips = (() => {
  "use strict";
  const { el, button } = casekatalog.dom;

  /* Return a button for each filter in a state, as items of a list. */
  function chosen(state, filters) {
    const list = filters.names.flatMap((facet) => {
      const labels = filters.labelsOf(facet);
      return (state.selection[facet] || []).map((value) =>
        chip(`${filters.nameOf(facet)}: ${labels.get(value)}`, facet, value),
      );
    });
    if (state.from || state.to)
      list.push(chip(`Startår: ${state.from || "…"}–${state.to || "…"}`, "year", ""));
    return list;
  }

  function chip(label, facet, value) {
    const cross = el("span", "", "×");
    cross.setAttribute("aria-hidden", "true");
    const made = button("chip", el("span", "visually-hidden", "Fjern filter: "), label, " ", cross);
    made.dataset.remove = facet;
    made.dataset.value = value;
    return el("li", "", made);
  }

  function clearing() {
    const made = button("chip chip--all", "Ryd alle");
    made.dataset.clear = "";
    return el("li", "", made);
  }

  /* Return the ways out when nothing is found: each filter, or the text, left out alone. */
  function loosenings({ selection, answer }, facets, filters) {
    const ways = [],
      scores = answer?.scores;
    for (const facet of Object.keys(selection).filter((name) => selection[name].length)) {
      const rest = Object.assign({}, selection);
      delete rest[facet];
      const found = facets.count(rest, scores).matching.length;
      if (found) ways.push(way(`Uden filteret ${filters.nameOf(facet)}`, found, facet));
    }
    if (scores) {
      const found = facets.count(selection, null).matching.length;
      if (found) ways.push(way("Uden søgeteksten", found, "q"));
    }
    return ways;
  }

  function way(label, found, facet) {
    const made = button("chip", `${label} (${found})`);
    made.dataset.loosen = facet;
    return el("li", "", made);
  }

  return { chosen, clearing, loosenings };
})();
