/**
 * What is found, as the front page shows it: how much, by which filters, what there is to tell of it, and the cases.
 * @typedef {object} FoundCases
 * @property {Answer | null} answer
 * @property {number[]} ids in order
 * @property {Record<string, Uint32Array>} counts what each value of a facet would give
 * @property {FacetSelection} selection
 * @property {IsHit | null} isHit
 * @property {string} by what they are sorted by
 */
casekatalog.found = (() => {
  "use strict";
  const { wording } = casekatalog,
    { counted } = casekatalog.text;
  const { cards, card, failure } = casekatalog.results;

  /**
   * Return what shows cases on a page whose parts `find` finds.
   * @param {(selector: string) => any} find
   * @param {Filters} filters
   */
  function on(find, filters) {
    const results = find("[data-results]"),
      status = find("[data-status]"),
      notice = find("[data-notice]"),
      chips = find("[data-chips]"),
      sort = find("[data-sort]");
    return { results, tell, choose, show, add, fail, said };

    /**
     * Tell how many cases are found of all, and what else there is to tell of them.
     * @param {FoundCases} found
     * @param {string} text
     * @param {string[]} unknown
     * @param {CaseFacets} facets
     */
    function tell(found, text, unknown, facets) {
      const count = found.ids.length,
        all = facets.cases;
      status.textContent = counted(count === all ? wording.counts.cases : wording.found.some, all, {
        found: count,
      });
      status.dataset.text = text;
      find("[data-show]").textContent = counted(wording.found.show, count);
      sort.value = found.by;
      find("[data-order]").textContent = sort.selectedOptions[0].dataset.told;
      sort.options[0].disabled = !found.answer;
      const ways = count ? [] : casekatalog.chips.loosenings(found, facets, filters);
      notify(casekatalog.notices.told(found, unknown, ways));
    }

    /**
     * Show which filters are chosen.
     * @param {CatalogueState} state
     */
    function choose(state) {
      const list = casekatalog.chips.chosen(state, filters),
        count = list.length;
      find("[data-filter-count]").textContent = count ? ` (${count})` : "";
      chips.replaceChildren(...list, ...(count ? [casekatalog.chips.clearing()] : []));
      chips.hidden = !count;
      filters.mark(state);
    }

    /**
     * Show these cases, which are among those found.
     * @param {number[]} ids
     * @param {FoundCases} found
     * @param {string} view
     */
    function show(ids, found, view) {
      if (!ids.length) results.replaceChildren();
      else if (view === "table") casekatalog.table.paint(results, ids, found.isHit, sort.value);
      else results.replaceChildren(cards(ids, found.isHit));
    }

    /**
     * Show some more of them, and give the reader the first.
     * @param {number[]} ids
     * @param {FoundCases} found
     * @param {string} view
     */
    function add(ids, found, view) {
      const made = view === "table" ? casekatalog.table.row : card;
      const added = ids.map((id) => made(id, found.isHit));
      results.querySelector("tbody, .cards").append(...added);
      added[0].querySelector("a").focus();
    }

    /** Say that a file did not come. */
    function fail() {
      notify(failure());
    }

    /** @param {Node[]} parts */
    function notify(parts) {
      notice.replaceChildren(...parts);
      notice.hidden = !parts.length;
    }

    /**
     * Return what the page tells, for screen readers.
     * @returns {string[]}
     */
    function said() {
      return [status, ...notice.querySelectorAll("p")].map((part) => part.textContent);
    }
  }

  return { on };
})();
