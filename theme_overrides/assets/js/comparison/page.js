/** The page that puts cases side by side: which cases stands in its address, so that Back and a copied link restore it. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button } = casekatalog.dom;
  const { counted, fill } = casekatalog.text;
  const {
    address,
    kept,
    compared,
    contents,
    comparisonRows: rows,
    comparisonFolds: folds,
    shortlist,
  } = casekatalog;
  const root = document.querySelector("[data-comparison-page]");
  /** @param {string} name */
  const find = (name) => root.querySelector(`[data-${name}]`);
  const place = find("table"),
    status = find("status"),
    equal = find("equal"),
    pair = find("pair");
  const { words, wanted } = rows.wanted(find("rows"));
  const isNarrow = matchMedia("(max-width: 44.99em)"),
    isStacked = matchMedia("(max-width: 59.99em)");
  /** @type {Column[]} */
  let columns = [];
  /** @type {RowGroup[]} */
  let groups = [];
  let places = [0, 1],
    unfolded = false,
    isPrinting = false,
    turn = 0;

  const slugs = () => (kept.given() ?? compared.read()).slice(0, compared.MOST);

  async function show() {
    const mine = ++turn,
      asked = slugs(),
      found = await contents.of(root, asked);
    if (mine !== turn) return;
    columns = found.map(rows.column);
    groups = rows.groups(columns, wanted, words);
    places = places.every((each) => each < columns.length) ? places : [0, 1];
    await offer();
    if (mine !== turn) return;
    status.textContent = told(asked.length - columns.length);
    paint();
  }

  /** @param {number} missing */
  function told(missing) {
    const named = kept.given()?.length ?? 0;
    return [
      columns.length > 1 ? fill(wording.side_by_side.all, { count: columns.length }) : "",
      columns.length === 1 ? fill(wording.side_by_side.alone, { title: columns[0].title }) : "",
      columns.length
        ? ""
        : fill(wording.side_by_side.none, { most: compared.MOST, compare: wording.choose.compare }),
      missing ? counted(wording.side_by_side.missing, missing) : "",
      named > compared.MOST ? fill(wording.side_by_side.cut, { named, count: compared.MOST }) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }

  function paint() {
    const enough = columns.length > 1;
    for (const part of root.querySelectorAll("[data-when-enough]")) part.hidden = !enough;
    place.replaceChildren();
    paintEqual(enough);
    const paired = isNarrow.matches && !isPrinting && columns.length > 2;
    pair.hidden = !paired;
    if (!enough) return;
    if (paired) paintPair();
    const shown = paired ? places : columns.map((_, index) => index);
    const table = casekatalog.comparisonTable.table(columns, folded(), {
      places: shown,
      stacked: isStacked.matches && !isPrinting,
      remove,
    });
    place.append(table);
    folds.cut(table);
    paintLeftOut();
  }

  /* On paper, name the groups that are folded away. */
  function paintLeftOut() {
    const names = folded()
      .filter((group) => !folds.isOpen(group))
      .map((group) => group.title);
    const left = names.length ? fill(wording.side_by_side.left_out, { names: names.join(" · ") }) : "",
      online = fill(wording.side_by_side.online, { address: location.href });
    find("left-out").textContent = `${left} ${online}`.trim();
  }

  /* Return the rows that tell the cases apart, or all where the reader unfolded them. */
  function folded() {
    if (unfolded) return groups;
    return groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => !row.isEqual) }))
      .filter((group) => group.rows.length);
  }

  /** @param {boolean} enough */
  function paintEqual(enough) {
    const same = groups.flatMap((group) => group.rows).filter((row) => row.isEqual);
    equal.hidden = !enough || !same.length;
    if (equal.hidden) return;
    const sames = [
      wording.side_by_side.same_two,
      wording.side_by_side.same_three,
      wording.side_by_side.same_four,
    ];
    const told = same.map((row) => `${row.title}: ${rows.text(row.cells[0])}`).join(" · ");
    find("equal-told").replaceChildren(el("strong", "", `${sames[columns.length - 2]} `), told);
    find("unfold").textContent = unfolded ? wording.side_by_side.fold : wording.side_by_side.unfold;
    find("unfold").setAttribute("aria-pressed", String(unfolded));
  }

  function paintPair() {
    for (const [side, select] of pair.querySelectorAll("select").entries()) {
      select.replaceChildren(...columns.map((column, index) => new Option(column.title, String(index))));
      select.value = String(places[side]);
    }
  }

  /** @param {ElementEvent} event */
  function choosePair({ target }) {
    const side = [...pair.querySelectorAll("select")].indexOf(target),
      other = places[1 - side];
    if (side < 0) return;
    const chosen = Number(target.value);
    if (chosen === other) places[1 - side] = places[side];
    places[side] = chosen;
    paint();
    pair.querySelectorAll("select")[side].focus();
  }

  function nextPair() {
    const step = columns.length === 2 ? 1 : 2;
    places = places.map((each) => (each + step) % columns.length);
    paint();
  }

  /* Offer the cases on the reader's list that are not here yet. */
  async function offer() {
    const here = columns.map((column) => column.slug);
    const others = shortlist.read().filter((slug) => !here.includes(slug));
    const room = here.length < compared.MOST;
    const found = room ? await contents.of(root, others.slice(0, 12)) : [];
    find("add").hidden = !found.length;
    find("add-list").replaceChildren(
      ...found.map(({ slug, title }) => {
        const add = button("comparison__add", title);
        add.setAttribute("aria-label", fill(wording.side_by_side.add, { title }));
        add.addEventListener("click", () => change([...here, slug]));
        return el("li", "", add);
      }),
    );
  }

  /** @param {string[]} next */
  async function change(next) {
    compared.write(next);
    address.go(kept.link(location.href, next), address.push);
    await show();
    status.focus();
  }

  /** @param {string} slug */
  function remove(slug) {
    return change(columns.map((column) => column.slug).filter((other) => other !== slug));
  }

  async function copy() {
    status.textContent = (await casekatalog.clipboard.put(location.href))
      ? wording.side_by_side.copied
      : wording.side_by_side.refused;
  }

  /** @param {boolean} begins */
  function toPrint(begins) {
    isPrinting = begins;
    paint();
  }

  function printAll() {
    folds.all(true);
    print();
    folds.all(find("all").getAttribute("aria-pressed") === "true");
    paint();
  }

  /** @param {ElementEvent} event */
  function toggleAll({ currentTarget }) {
    const wanted = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(wanted));
    folds.all(wanted);
    paint();
  }

  function start() {
    if (kept.given() === null && compared.read().length) address.replace(kept.link(location.href, slugs()));
    find("copy").addEventListener("click", copy);
    casekatalog.agenda.enable(find("agenda-of-several"), () => contents.agenda(columns));
    find("csv").addEventListener("click", () => {
      casekatalog.delimited.save(
        casekatalog.comparisonSheet.table(columns, groups),
        wording.saved_files.comparison,
      );
    });
    find("print").addEventListener("click", () => print());
    find("print-all").addEventListener("click", printAll);
    find("all").addEventListener("click", toggleAll);
    find("next").addEventListener("click", nextPair);
    find("unfold").addEventListener("click", () => {
      unfolded = !unfolded;
      paint();
    });
    pair.addEventListener("change", choosePair);
    for (const query of [isNarrow, isStacked]) query.addEventListener("change", paint);
    addEventListener("beforeprint", () => toPrint(true));
    addEventListener("afterprint", () => toPrint(false));
    addEventListener("popstate", show);
    addEventListener("storage", () => offer());
    show();
  }

  start();
})();
