/** The catalogue page: filters, search field, results. What it shows is a function of `state` alone. */
(() => {
  "use strict";
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const PORTION = 24,
    MOST_PRINTED = 500;
  const { addExcerpts, announcer } = casekatalog.results,
    { lookup, foundMap } = casekatalog;
  /** @param {string} selector */
  const find = (selector) => page.querySelector(selector);
  const form = find("[data-facets]"),
    query = find("[data-query]"),
    field = query.elements.q;
  const chips = find("[data-chips]"),
    more = find("[data-more]"),
    sort = find("[data-sort]");
  const nearby = find("[data-nearby]"),
    panel = find("[data-panel]");
  const announce = announcer(find("[data-announce]")),
    filters = casekatalog.filters.of(form),
    list = casekatalog.found.on(find, filters),
    standing = list.results.querySelectorAll(".card").length;
  /** @type {CaseFacets | null} */
  let facets = null;
  /** @type {Record<string, string[]>} */
  let values = {};
  let state = casekatalog.state.empty();
  /** @type {string[]} */
  let unknown = [];
  /** @type {FoundCases | null} */
  let current = null;
  /** @type {(() => unknown) | null} */
  let failed = null;
  let shown = PORTION,
    turn = 0,
    typing = false,
    pristine = true;

  listen();
  casekatalog.settled = attempt(start);

  async function start() {
    await casekatalog.store.load(["facets"]);
    facets = new casekatalog.Facets(casekatalog.store);
    values = facets.values;
    page.classList.add("is-live");
    for (const part of document.querySelectorAll("[data-static]")) part.hidden = true;
    const before = history.state?.catalogue,
      early = field.value;
    readAddress();
    if (before) shown = before.shown;
    else if (early.trim() && !state.q) return change({ q: early }, true);
    else if (isPlain()) shown = standing;
    await update();
    if (before?.top) window.scrollTo(0, before.top);
  }

  /**
   * Do what may need files of the index; when one does not come, say so and offer to do it again.
   * @param {() => unknown} action
   */
  async function attempt(action) {
    try {
      failed = null;
      await action();
    } catch (error) {
      if (!(error instanceof casekatalog.store.NotLoaded)) throw error;
      failed = action;
      list.fail();
      announce(list.said()[1]);
    }
  }

  /* State */

  function readAddress() {
    const { names } = casekatalog.store.get("facets");
    ({ state, unknown } = casekatalog.state.read(location.search, values, names));
    showState();
  }

  function showState() {
    if (field.value.trim() !== state.q.trim()) field.value = state.q;
    page.classList.toggle("is-searching", casekatalog.state.write(state, values) !== "");
    filters.show(state);
    for (const button of page.querySelectorAll("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }

  /**
   * @param {Partial<CatalogueState>} next
   * @param {boolean} [byTyping]
   */
  function change(next, byTyping) {
    state = Object.assign({}, state, next);
    unknown = [];
    shown = PORTION;
    const address = location.pathname + casekatalog.state.write(state, values);
    setTimeout(record, 0, byTyping && typing ? "replace" : "push", address);
    typing = Boolean(byTyping);
    showState();
    casekatalog.settled = attempt(update);
    return casekatalog.settled;
  }

  /**
   * Browsers take milliseconds over an address: it is written once the results are there.
   * @param {"push" | "replace"} way
   * @param {string} address
   * @param {number} [top]
   */
  function record(way, address, top) {
    casekatalog.address[way](address, { catalogue: { shown, top } });
  }

  function remember() {
    record("replace", location.href, window.scrollY);
  }

  function isPlain() {
    return !state.q.trim() && !casekatalog.state.write(state, values);
  }

  /* From state to results */

  async function update() {
    if (!facets) return;
    const mine = ++turn;
    const answer = await lookup.ask(state.q, facets.cases);
    if (mine !== turn) return;
    const within = answer?.scores ?? null;
    const selection = casekatalog.state.selection(state, values.year);
    await facets.take(
      Object.keys(selection).concat(filters.opened(), lookup.NEEDED[state.sort] ?? [], foundMap.needed()),
    );
    if (mine !== turn) return;
    const counted = facets.count(selection, within);
    const by = lookup.sorting(state.sort, Boolean(within));
    const ids = await lookup.inOrder(counted.matching, by, within, facets);
    const first = ids.slice(0, shown),
      near = casekatalog.notices.nearby(answer, ids.length, facets, selection);
    const stands = pristine && isPlain() && shown === standing; /* the page brings these cards itself */
    await casekatalog.store.load(stands ? [] : casekatalog.store.filesOf("cards", first.concat(near)));
    if (mine !== turn) return;
    const isHit = answer && casekatalog.excerpt.matcher(answer);
    current = { answer, ids, counts: counted.counts, selection, isHit, by };
    list.tell(current, state.q.trim(), unknown, facets);
    list.choose(state);
    const said = list.said().concat(foundMap.show(facets, ids));
    announce(said.concat(casekatalog.notices.paintNearby(nearby, near, isHit)).join(". "));
    for (const name of filters.opened()) filters.paint(name, current.counts[name]);
    if (!stands) list.show(first, current, state.view);
    pristine = false;
    more.hidden = ids.length <= shown;
    if (isHit) addExcerpts([list.results, nearby], first.concat(near), isHit, () => mine === turn);
  }

  /** @param {FoundCases} found */
  async function showMore(found) {
    const from = shown,
      mine = turn,
      next = found.ids.slice(from, from + PORTION);
    await casekatalog.store.load(casekatalog.store.filesOf("cards", next));
    if (mine !== turn || shown !== from) return;
    shown = from + PORTION;
    list.add(next, found, state.view);
    more.hidden = found.ids.length <= shown;
    remember();
    if (found.isHit) addExcerpts([list.results], next, found.isHit, () => mine === turn);
  }

  /* What the reader does */

  function listen() {
    field.addEventListener("focus", () => {
      casekatalog.store.load(["engine", "terms"]).catch(() => {
        /* Typing asks for them again, and tells. */
      });
    });
    field.addEventListener("input", () => {
      if (facets) change({ q: field.value }, true);
    });
    for (const each of [query, form])
      each.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener("change", choose);
    form.addEventListener("input", (/** @type {ElementEvent} */ event) => {
      if (event.target.matches("[data-narrow]")) attempt(() => filters.narrow(event.target));
    });
    form.addEventListener("toggle", unfold, true);
    sort.addEventListener("change", () => change({ sort: sort.value }));
    page.addEventListener("click", click);
    foundMap.filterBy(filterByMunicipality);
    window.addEventListener("popstate", goBack);
    window.addEventListener("pagehide", remember);
  }

  /** @param {ElementEvent} event */
  function choose({ target }) {
    if (!facets) return;
    if (target.name === "fra" || target.name === "til")
      change(casekatalog.state.range(form.elements.fra.value, form.elements.til.value));
    else if (target.type === "checkbox")
      change({ selection: { ...state.selection, [target.name]: filters.chosen(target.name) } });
  }

  /** @param {string} municipality */
  async function filterByMunicipality(municipality) {
    await casekatalog.settled;
    if (!facets) return;
    filters.choose("municipality", municipality);
    await change({ selection: { ...state.selection, municipality: filters.chosen("municipality") } });
    find("#cases").focus();
  }

  /** @param {ElementEvent} event */
  function unfold({ target }) {
    const name = target.dataset.facet;
    if (!target.open || !current) return;
    if (current.counts[name]) filters.paint(name, current.counts[name]);
    else casekatalog.settled = attempt(update);
  }

  function goBack() {
    if (!facets) return;
    typing = false;
    shown = history.state?.catalogue?.shown ?? PORTION;
    readAddress();
    casekatalog.settled = attempt(update);
  }

  /** @param {ElementEvent<MouseEvent>} event */
  function click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const data = button.dataset;
    if ("retry" in data) return retry();
    if (!facets) return;
    if (data.view) change({ view: data.view });
    else if (data.by) change({ sort: data.by });
    else if ("clear" in data) clear();
    else if ("remove" in data) removeChip(button);
    else if ("loosen" in data) {
      change(data.loosen === "q" ? { q: "" } : casekatalog.state.without(state, data.loosen));
      find("#cases").focus();
    } else if ("word" in data) {
      change({ q: casekatalog.state.reworded(state.q, data.wrong, data.word) });
      field.focus();
    } else if ("csv" in data) withResults(({ ids }, all) => casekatalog.download.save(ids, filters, all));
    else if ("print" in data) withResults(printList);
    else if (button.parentElement === more) withResults(showMore);
  }

  /**
   * Do something with what is found, once it is there.
   * @param {(found: FoundCases, facets: CaseFacets) => unknown} action
   */
  async function withResults(action) {
    await casekatalog.settled;
    const found = current,
      all = facets;
    if (found && all) await attempt(() => action(found, all));
  }

  async function retry() {
    if (failed) casekatalog.settled = attempt(failed);
    await casekatalog.settled;
    (failed ? find("[data-retry]") : find("#cases")).focus();
  }

  function clear() {
    change({ selection: {}, from: "", to: "" });
    if (!panel.open) find("#cases").focus();
  }

  /** @param {HTMLElement} button */
  async function removeChip(button) {
    const index = Array.from(chips.querySelectorAll("button")).indexOf(button);
    await change(casekatalog.state.without(state, button.dataset.remove ?? "", button.dataset.value));
    const rest = chips.querySelectorAll("[data-remove]");
    (rest[Math.min(index, rest.length - 1)] || find("#cases")).focus();
  }

  /** @param {FoundCases} found */
  async function printList(found) {
    const ids = found.ids.slice(0, MOST_PRINTED);
    await casekatalog.store.load(casekatalog.store.filesOf("cards", ids));
    shown = Math.max(shown, ids.length);
    list.show(ids, found, state.view);
    more.hidden = found.ids.length <= shown;
    window.print();
  }
})();
