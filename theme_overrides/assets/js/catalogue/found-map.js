/**
 * The map of the front page beside the results: it counts what is found, and a tile that has some filters by its
 * municipality. The other tiles lead to the pages of theirs.
 */
casekatalog.foundMap = (() => {
  "use strict";
  const { wording } = casekatalog,
    { counted } = casekatalog.text;
  const page = document.querySelector("[data-catalogue]"),
    map = page?.querySelector("[data-map]");
  if (!map) return { needed: () => [], show: () => [], filterBy: () => {} };

  /** @param {string} selector */
  const find = (selector) => page.querySelector(selector);
  const skip = map.querySelector(".map__skip"),
    after = skip.hash,
    told = map.querySelector("[data-map-found]");
  return { needed, show, filterBy };

  function isAsked() {
    return page.classList.contains("is-searching");
  }

  /**
   * Return the facets that the map counts.
   * @returns {string[]}
   */
  function needed() {
    return isAsked() ? ["municipality"] : [];
  }

  /**
   * Count these cases, beside them, or all of them where nobody asks. Return what a screen reader is told.
   * @param {CaseFacets} facets
   * @param {number[]} ids
   * @returns {string[]}
   */
  function show(facets, ids) {
    place();
    map.querySelector("[data-map-all]").hidden = isAsked();
    told.hidden = !isAsked();
    if (!isAsked()) {
      casekatalog.map.recount(null);
      return [];
    }
    const counts = facets.among("municipality", ids);
    casekatalog.map.recount(counts);
    told.firstChild.data = `${counted(wording.found_map.told, counts.size)} `;
    return [counted(wording.found_map.said, counts.size)];
  }

  /* Put the map beside the results: above the filters, or below them where they open over the page. */
  function place() {
    const isAbove = map.parentElement === find(".hero");
    map.classList.toggle("map--deep", !isAsked());
    skip.href = isAsked() ? "#cases" : after;
    if (!isAsked() && !isAbove) find(".hero__numbers").before(map);
    else if (isAsked() && isAbove && find("[data-panel]").open) find("[data-panel-body]").append(map);
    else if (isAsked() && isAbove) find("[data-side]").prepend(map);
  }

  /**
   * Let a tile that has cases filter by its municipality.
   * @param {(municipality: string) => unknown} filter
   */
  function filterBy(filter) {
    map.addEventListener("click", (/** @type {ElementEvent<MouseEvent>} */ event) => {
      const tile = casekatalog.map.tileOf(event.target);
      if (!tile || tile.link.classList.contains("step0")) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      filter(tile.slug);
    });
  }
})();
