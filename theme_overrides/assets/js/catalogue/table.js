/** Found cases as a table: the columns that the reader chose, sorted by their headings. */
casekatalog.table = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, element, button } = casekatalog.dom;
  const { UNTOLD, marked, link, headline, indicator } = casekatalog.results;
  /* Each column, whether it is there from the start, and the orders that its heading leads to, first the usual one. */
  /** @type {Record<string, { always?: boolean, shown?: boolean, sorts?: Record<string, string> }>} */
  const COLUMNS = {
    title: { always: true, sorts: { title: "ascending", last: "descending" } },
    place: { shown: true },
    years: { shown: true, sorts: { newest: "descending", oldest: "ascending" } },
    themes: {},
    gain: {},
    figure: { shown: true },
    evidence: { shown: true, sorts: { evidence: "descending", weakest: "ascending" } },
    cost: { shown: true },
  };
  /* The columns that the reader turned the other way of how they are from the start. */
  const turned = casekatalog.kept.list("casekatalog.columns");

  /** @param {string} key */
  function isShown(key) {
    return Boolean(COLUMNS[key].always) || Boolean(COLUMNS[key].shown) !== turned.has(key);
  }

  /**
   * Show cases in a place; a table that is there already keeps its head, and with it the reader's focus.
   * @param {HTMLElement} place
   * @param {number[]} ids
   * @param {IsHit | null} isHit
   * @param {string} by
   */
  function paint(place, ids, isHit, by) {
    if (!place.querySelector("table.results")) place.replaceChildren(tools(), frame());
    place.querySelector("tbody").replaceChildren(...ids.map((id) => row(id, isHit)));
    for (const head of place.querySelectorAll("thead th")) turn(head, by);
    choose(place);
  }

  function tools() {
    const hint = el("p", "results__hint", wording.case_table.hint);
    return el("div", "results__tools", chooser(), hint);
  }

  /* Return the fold in which columns are chosen. */
  function chooser() {
    const keys = Object.keys(COLUMNS).filter((key) => !COLUMNS[key].always);
    const list = el("ul", "bare facet__values", keys.map(choice));
    list.setAttribute("aria-label", wording.case_table.columns_of);
    return el(
      "details",
      "menu",
      el("summary", "button", wording.case_table.columns),
      el("div", "menu__list", list),
    );
  }

  /** @param {string} key */
  function choice(key) {
    const box = element("input", { type: "checkbox", value: key });
    box.addEventListener("change", () => turned.toggle(key));
    return el("li", "", el("label", "", box, el("span", "", wording.columns[key])));
  }

  function frame() {
    const head = Object.keys(COLUMNS).map(heading);
    const framed = element(
      "div",
      { class: "table-wrap", tabindex: 0, role: "group", "aria-label": wording.case_table.title },
      el("table", "results", [
        el("caption", "visually-hidden", wording.case_table.caption),
        el("thead", "", el("tr", "", head)),
        el("tbody"),
      ]),
    );
    new ResizeObserver(() => measure(framed)).observe(framed);
    return framed;
  }

  /** @param {string} key */
  function heading(key) {
    const name = wording.columns[key];
    const cell = column("th", key, COLUMNS[key].sorts ? button("sort", name) : name);
    cell.scope = "col";
    return cell;
  }

  /**
   * Tell at a heading how its column is sorted, and what its button leads to: the usual order, and from it the other.
   * @param {HTMLElement} head
   * @param {string} by
   */
  function turn(head, by) {
    const { sorts } = COLUMNS[head.dataset.column ?? ""];
    if (!sorts) return;
    const [usual, other] = Object.keys(sorts);
    head.querySelector("button").dataset.by = by === usual ? other : usual;
    if (sorts[by]) head.setAttribute("aria-sort", sorts[by]);
    else head.removeAttribute("aria-sort");
  }

  /**
   * Show the chosen columns alone.
   * @param {HTMLElement} place
   */
  function choose(place) {
    for (const cell of place.querySelectorAll("[data-column]")) cell.hidden = !isShown(cell.dataset.column);
    for (const box of place.querySelectorAll(".results__tools input")) box.checked = isShown(box.value);
    measure(place.querySelector(".table-wrap"));
  }

  /**
   * Say that there is more to the side where there is.
   * @param {HTMLElement} framed
   */
  function measure(framed) {
    const hint = framed.previousElementSibling?.querySelector(".results__hint");
    if (hint) hint.hidden = framed.scrollWidth <= framed.clientWidth;
  }

  /**
   * @param {number} id
   * @param {IsHit | null} isHit
   */
  function row(id, isHit) {
    const found = casekatalog.store.card(id);
    const title = column("th", "title", link(found, isHit));
    title.scope = "row";
    const line = el("tr", "", [
      title,
      column("td", "place", marked(found.place, isHit)),
      column("td", "years", found.years || UNTOLD),
      column("td", "themes", marked(found.themes.join(", "), isHit)),
      column("td", "gain", told(found, "gain")),
      column("td", "figure", found.headline ? headline(found.headline) : found.silence),
      column("td", "evidence", told(found, "evidence")),
      column("td", "cost", told(found, "cost")),
    ]);
    line.dataset.id = String(id);
    return line;
  }

  /**
   * @param {"th" | "td"} name
   * @param {string} key
   * @param {Node | string | (Node | string)[]} content
   */
  function column(name, key, content) {
    const cell = el(name, "", content);
    cell.dataset.column = key;
    cell.hidden = !isShown(key);
    return cell;
  }

  /**
   * @param {CaseCard} found
   * @param {string} about
   */
  function told(found, about) {
    const shown = found.indicators.find((each) => each.about === about);
    return shown ? indicator(shown, "span") : UNTOLD;
  }

  turned.follow(() => {
    for (const table of document.querySelectorAll("table.results"))
      choose(table.closest(".table-wrap").parentElement);
  });
  return { paint, row };
})();
