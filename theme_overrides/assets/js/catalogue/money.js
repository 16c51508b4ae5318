/** The page of figures in kroner: filters, sorting by headings, and the rows that are shown as CSV. */
(() => {
  "use strict";
  const { wording } = casekatalog,
    { fill } = casekatalog.text;
  const { button } = casekatalog.dom;
  const { read, fits, sorted, place, sheet, textOf } = casekatalog.moneyRows;
  const form = document.querySelector("[data-money]"),
    flat = document.querySelector("[data-money-sorted]");
  if (!form) return;

  const sections = Array.from(document.querySelectorAll("[data-money-section]"), (element) => ({
    element,
    body: element.querySelector("tbody"),
    rows: read(element),
  }));
  if (!sections.length) return;
  const rows = sections.flatMap((section) => section.rows);
  const headings = Array.from(sections[0].element.querySelectorAll("thead th"), textOf);
  let shown = rows;

  prepare();
  recall();
  update();

  /* Offer what there is to choose among these rows, and headings that sort. */
  function prepare() {
    const years = Array.from(new Set(rows.flatMap((row) => row.years)));
    form.elements.aar.append(
      ...years
        .sort()
        .reverse()
        .map((year) => new Option(year)),
    );
    for (const name of ["tema", "slags", "aar"])
      for (const option of Array.from(form.elements[name].options))
        if (option.value && !rows.some((row) => fits(row, filters({ [name]: option.value }))))
          option.remove();
    const wrap = sections[0].element.querySelector(".money-wrap").cloneNode(true);
    wrap.setAttribute("aria-label", wording.amounts.title);
    wrap.querySelector("caption").textContent = wording.amounts.title;
    flat.append(wrap);
    for (const head of document.querySelectorAll(".money th[data-sort]"))
      head.replaceChildren(button("sort", textOf(head)));
  }

  /** @returns {Record<string, string>} */
  function asked() {
    return Object.fromEntries(
      Array.from(new FormData(form), ([name, value]) => [name, String(value).trim()]),
    );
  }

  /**
   * Return what is wanted of rows by what the form asks.
   * @param {Record<string, string>} asked
   * @returns {MoneyFilters}
   */
  function filters({ q = "", tema = "", slags = "", aar = "" }) {
    return { text: q, theme: tema, kind: slags, year: aar };
  }

  function update() {
    const now = asked(),
      wanted = filters(now),
      fitting = rows.filter((row) => fits(row, wanted));
    shown = now.sort ? sorted(fitting, now.sort) : fitting;
    flat.hidden = !now.sort || !shown.length;
    for (const section of sections) {
      const own = now.sort ? [] : section.rows.filter((row) => fits(row, wanted));
      place(own, section.body);
      section.element.hidden = !own.length;
    }
    place(now.sort ? shown : [], flat.querySelector("tbody"));
    for (const head of document.querySelectorAll(".money th[data-sort]")) mark(head, now.sort);
    form.querySelector("[data-told]").textContent = told();
    form.querySelector("[data-csv]").disabled = !shown.length;
  }

  function told() {
    const whole = "part" in form.dataset ? wording.amounts.all_here : wording.amounts.all,
      some = "part" in form.dataset ? wording.amounts.some_here : wording.amounts.some;
    return fill(shown.length === rows.length ? whole : some, { count: rows.length, shown: shown.length });
  }

  /**
   * @param {HTMLElement} head
   * @param {string} order
   */
  function mark(head, order) {
    const [key, reverse] = [order.replace("-", ""), order.startsWith("-")];
    if (head.dataset.sort === key) head.setAttribute("aria-sort", reverse ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }

  /* The address tells what is chosen, so that it can be shared. */
  function record() {
    const query = new URLSearchParams(Object.entries(asked()).filter(([, value]) => value)).toString();
    casekatalog.address.replace(location.pathname + (query ? `?${query}` : ""));
  }

  function recall() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
      else if (field instanceof HTMLSelectElement)
        field.value = Array.from(field.options).some((option) => option.value === value) ? value : "";
    }
  }

  function changed() {
    update();
    record();
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  form.querySelector("[data-csv]").addEventListener("click", () => {
    casekatalog.delimited.save(sheet(shown, headings), wording.saved_files.money);
  });

  document.addEventListener("click", click);

  /** @param {ElementEvent} event */
  function click({ target }) {
    const head = target.closest(".money th[data-sort]");
    if (head && target.closest("button")) return sort(head.dataset.sort);
    const hash = target.closest("a")?.hash;
    if (
      hash &&
      sections.some(({ element }) => element.hidden && element.querySelector(`[id="${hash.slice(1)}"]`))
    ) {
      form.reset();
      changed();
    }
  }

  /**
   * Sort by a heading, the other way when it is sorted by already; strongest and newest come first.
   * @param {string} key
   */
  function sort(key) {
    const first = key === "periode" || key === "dokumentation" ? `-${key}` : key,
      other = first === key ? `-${key}` : key;
    form.elements.sort.value = form.elements.sort.value === first ? other : first;
    changed();
    flat.querySelector(`th[data-sort="${key}"] button`).focus();
  }
})();
