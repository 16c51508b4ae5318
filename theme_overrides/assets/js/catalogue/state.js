/**
 * The state of the catalogue page and its address. No DOM here.
 * @typedef {object} CatalogueState
 * @property {string} q the text
 * @property {FacetSelection} selection
 * @property {string} from
 * @property {string} to
 * @property {string} sort
 * @property {string} view
 */
casekatalog.state = (() => {
  "use strict";
  /** @type {Record<string, string>} */
  const NAMES = { municipality: "kommune" };
  /* There is no sorting by amount: the units, periods and kinds of the figures differ from case to case. */
  /** @type {Record<string, string>} */
  const SORTS = {
    relevance: "relevans",
    fullest: "fyldigst",
    evidence: "dokumentation",
    weakest: "svagest",
    newest: "nyeste",
    oldest: "aeldste",
    title: "titel",
    last: "titel-omvendt",
    confirmed: "bekraeftet",
  };
  /** @type {Record<string, string>} */
  const VIEWS = { cards: "kort", table: "tabel" };
  const OWN = new Set(["sort", "view", "fra", "til"]);

  /** @returns {CatalogueState} */
  function empty() {
    return { q: "", selection: {}, from: "", to: "", sort: "", view: "cards" };
  }

  /**
   * Return the state that an address tells, and what in it is unknown; `values` maps facets to their values,
   * `names` the Danish names of facets to the facets.
   * @param {string} query
   * @param {Record<string, string[]>} values
   * @param {Record<string, string>} names
   */
  function read(query, values, names) {
    const state = empty(),
      unknown = [],
      facets = new Map(Object.entries(values)),
      danish = new Map(Object.entries(names));
    facets.set("year", []);
    for (const [key, value] of new URLSearchParams(query)) {
      const facet = danish.get(key) || key,
        known = facets.get(facet);
      if (key === "q") state.q = value;
      else if (key === "sort" && meant(SORTS, value)) state.sort = meant(SORTS, value);
      else if (key === "view" && meant(VIEWS, value)) state.view = meant(VIEWS, value);
      else if (key === "fra" && isYear(value)) state.from = value;
      else if (key === "til" && isYear(value)) state.to = value;
      else if (known?.includes(value)) {
        state.selection[facet] ??= [];
        const chosen = state.selection[facet];
        if (!chosen.includes(value)) chosen.push(value);
      } else if (value && (known || OWN.has(key))) unknown.push(`${key}=${value}`);
    }
    return { state: Object.assign(state, range(state.from, state.to)), unknown };
  }

  /**
   * Return the value that an address has by its own name or, as addresses do, by the Danish one; "" when there is none.
   * @param {Record<string, string>} values
   * @param {string} name
   */
  function meant(values, name) {
    return Object.keys(values).find((value) => value === name || values[value] === name) || "";
  }

  /** @param {string} text */
  function isYear(text) {
    return /^\d{4}$/.test(text);
  }

  /**
   * Return two years as a range: whole years only, the earlier one first.
   * @param {string} first
   * @param {string} last
   */
  function range(first, last) {
    const from = isYear(first) ? first : "",
      to = isYear(last) ? last : "";
    return from && to && from > to ? { from: to, to: from } : { from, to };
  }

  /**
   * Return the address's query for a state: the same state always has the same address.
   * @param {CatalogueState} state
   * @param {Record<string, string[]>} values
   */
  function write(state, values) {
    const query = new URLSearchParams();
    if (state.q.trim()) query.set("q", state.q.trim());
    for (const facet of Object.keys(values)) {
      for (const value of values[facet]) {
        if ((state.selection[facet] || []).includes(value)) query.append(NAMES[facet] || facet, value);
      }
    }
    if (state.from) query.set("fra", state.from);
    if (state.to) query.set("til", state.to);
    if (state.sort) query.set("sort", SORTS[state.sort]);
    if (state.view !== "cards") query.set("view", VIEWS[state.view]);
    const text = query.toString();
    return text ? `?${text}` : "";
  }

  /**
   * Return the selection for the engine: the years of the range are values of the facet `year`.
   * @param {CatalogueState} state
   * @param {string[]} years
   */
  function selection(state, years) {
    const chosen = Object.assign({}, state.selection);
    if (state.from || state.to) {
      chosen.year = years.filter(
        (year) => (!state.from || year >= state.from) && (!state.to || year <= state.to),
      );
      if (!chosen.year.length) chosen.year = [""];
    }
    return chosen;
  }

  /**
   * Return what changes when a facet, or one of its values, is left out of a state.
   * @param {CatalogueState} state
   * @param {string} facet
   * @param {string} [value]
   */
  function without(state, facet, value) {
    if (facet === "year") return { from: "", to: "" };
    const kept = value ? state.selection[facet].filter((other) => other !== value) : [];
    return { selection: Object.assign({}, state.selection, { [facet]: kept }) };
  }

  /**
   * Return a text with one word put in the place of another; the signs around it, and longer words, stay.
   * @param {string} text
   * @param {string} wrong
   * @param {string} word
   */
  function reworded(text, wrong, word) {
    const words = text.split(/(\d+,\d+|[\p{L}\p{N}]+)/u);
    return words.map((part) => (part === wrong ? word : part)).join("");
  }

  return { empty, read, range, write, selection, without, reworded };
})();
