/** Cases side by side as a table with a head for each case and each row. */
casekatalog.comparisonTable = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { fill } = casekatalog.text;
  const { el, element, button } = casekatalog.dom;
  const folds = casekatalog.comparisonFolds;
  /** @type {Record<string, string>} */
  const SIDES = { drivers: wording.compared_cases.driver, barriers: wording.compared_cases.barrier };

  /**
   * Return the table of the `columns` at `places`. Where it is `stacked`, what a row is about stands above its cells.
   * @param {Column[]} columns
   * @param {RowGroup[]} groups
   * @param {{ places: number[], stacked: boolean, remove: (slug: string) => void }} how
   */
  function table(columns, groups, { places, stacked, remove }) {
    const shown = places.map((place) => columns[place]);
    const head = shown.map((column) => caseHead(column, remove));
    if (!stacked) head.unshift(el("td"));
    const bodies = groups.flatMap((group) => (stacked ? piled : body)(group, places, columns));
    const caption = el(
      "caption",
      "visually-hidden",
      fill(wording.compared_cases.title, { count: columns.length }),
    );
    return el(
      "table",
      `comparison__table${stacked ? " comparison__table--stacked" : ""}`,
      caption,
      el("thead", "", el("tr", "", head)),
      ...bodies,
    );
  }

  /**
   * @param {Column} column
   * @param {(slug: string) => void} remove
   */
  function caseHead(column, remove) {
    const link = el("a", "", column.title);
    link.href = column.address;
    const gone = button("comparison__remove", wording.compared_cases.remove);
    gone.setAttribute("aria-label", fill(wording.compared_cases.remove_named, { title: column.title }));
    gone.addEventListener("click", () => remove(column.slug));
    const cell = element("th", { scope: "col" }, link);
    if (column.told) cell.append(el("span", "comparison__told", column.told));
    cell.append(gone);
    return cell;
  }

  /**
   * @param {RowGroup} group
   * @param {number[]} places
   * @param {Column[]} columns
   */
  function body(group, places, columns) {
    const rows = group.rows.map((row) =>
      el("tr", "", element("th", { scope: "row" }, row.title), ...cells(row, places, columns)),
    );
    return [el("tbody", "", head(group, places.length + 1, rows), ...rows)];
  }

  /**
   * @param {RowGroup} group
   * @param {number[]} places
   * @param {Column[]} columns
   */
  function piled(group, places, columns) {
    const rows = group.rows.map((row) =>
      el(
        "tbody",
        "",
        el("tr", "comparison__label", band(places.length, row.title)),
        el("tr", "", cells(row, places, columns)),
      ),
    );
    return [el("tbody", "", head(group, places.length, rows)), ...rows];
  }

  /**
   * @param {RowGroup} group
   * @param {number} width
   * @param {HTMLElement[]} rows
   */
  function head(group, width, rows) {
    return el("tr", "comparison__group", band(width, folds.heading(group, rows)));
  }

  /**
   * @param {number} width
   * @param {Node | string} content
   */
  function band(width, content) {
    return element("th", { scope: "rowgroup", colspan: String(width) }, content);
  }

  /**
   * @param {ComparisonRow} row
   * @param {number[]} places
   * @param {Column[]} columns
   */
  function cells(row, places, columns) {
    return places.map((place) => {
      const { elements, silence } = row.cells[place];
      if (silence) return el("td", "comparison__untold", silence);
      const text = el("div", folds.TEXT, elements.map(piece));
      text.dataset.name = `${row.title}, ${columns[place].title}`;
      return el("td", "", text);
    });
  }

  /**
   * Return a part of a case's page as a part of a cell; the type of a gain is told by its row.
   * @param {HTMLElement} source
   */
  function piece(source) {
    const { part = "", standing } = source.dataset,
      made = el("div", "comparison__piece", [...source.childNodes].map(copied));
    made.dataset.part = part;
    if (source.matches(".answer")) made.classList.add(...source.classList);
    const head = made.querySelector(".point__head") ?? made,
      side = SIDES[part.split(".")[0]];
    if (side) head.prepend(el("span", "comparison__side", side), " ");
    const isLost = part === `gains.${wording.slugs.no_gain}`;
    if (standing)
      head.append(el("span", `comparison__standing${isLost ? " comparison__standing--lost" : ""}`, standing));
    for (const link of made.querySelectorAll('a[href^="#"]')) link.replaceWith(...link.childNodes);
    for (const tag of made.querySelectorAll(".tag--gain_type")) tag.remove();
    const figures = made.querySelector(".figures");
    if (figures && head !== made) head.after(figures);
    return made;
  }

  /**
   * Return a copy of what stands in a case's page; an answer stands in no list here.
   * @param {Node} node
   * @returns {Node}
   */
  function copied(node) {
    if (!(node instanceof Element) || !node.matches(".answer > dd")) return node.cloneNode(true);
    return el("p", node.className, [...node.childNodes].map(copied));
  }

  return { table };
})();
