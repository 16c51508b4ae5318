/* Cases side by side as a table with a head for each case and each row. */
casekatalog.comparisonTable = (() => {
  "use strict";
  const { el, element, button } = casekatalog.dom;
  const SIDES = { drivers: "+ Drivkraft", barriers: "− Barriere" };

  /* Return the table of the `columns` at `places`. Where it is `stacked`, what a row is about stands above its cells. */
  function table(columns, groups, { places, stacked, remove }) {
    const shown = places.map((place) => columns[place]);
    const head = shown.map((column) => caseHead(column, remove));
    if (!stacked) head.unshift(el("td"));
    const bodies = groups.flatMap((group) => (stacked ? piled : body)(group, places));
    const caption = el("caption", "visually-hidden", `Sammenligning af ${columns.length} cases`);
    return el(
      "table",
      `comparison__table${stacked ? " comparison__table--stacked" : ""}`,
      caption,
      el("thead", "", el("tr", "", head)),
      ...bodies,
    );
  }

  function caseHead(column, remove) {
    const link = el("a", "", column.title);
    link.href = column.address;
    const gone = button("comparison__remove", "Fjern");
    gone.setAttribute("aria-label", `Fjern ${column.title}`);
    gone.addEventListener("click", () => remove(column.slug));
    const cell = element("th", { scope: "col" }, link);
    if (column.told) cell.append(el("span", "comparison__told", column.told));
    cell.append(gone);
    return cell;
  }

  function body(group, places) {
    const rows = group.rows.map((row) =>
      el("tr", "", element("th", { scope: "row" }, row.title), ...cells(row, places)),
    );
    return [el("tbody", "", el("tr", "comparison__group", band(group.title, places.length + 1)), ...rows)];
  }

  function piled(group, places) {
    const rows = group.rows.map((row) =>
      el(
        "tbody",
        "",
        el("tr", "comparison__label", band(row.title, places.length)),
        el("tr", "", cells(row, places)),
      ),
    );
    return [el("tbody", "", el("tr", "comparison__group", band(group.title, places.length))), ...rows];
  }

  function band(title, width) {
    return element("th", { scope: "rowgroup", colspan: String(width) }, title);
  }

  function cells(row, places) {
    return places.map((place) => {
      const { elements, silence } = row.cells[place];
      return silence ? el("td", "comparison__untold", silence) : el("td", "", elements.map(piece));
    });
  }

  /* Return a part of a case's page as a part of a cell; the type of a gain is told by its row. */
  function piece(source) {
    const { part, standing } = source.dataset;
    const made = el(
      "div",
      "comparison__piece",
      [...source.childNodes].map((node) => node.cloneNode(true)),
    );
    made.dataset.part = part;
    const head = made.querySelector(".point__head") ?? made,
      side = SIDES[part.split(".")[0]];
    if (side) head.prepend(el("span", "comparison__side", side), " ");
    if (standing) head.append(el("span", "comparison__standing", standing));
    for (const link of made.querySelectorAll('a[href^="#"]')) link.replaceWith(...link.childNodes);
    for (const tag of made.querySelectorAll(".tag--gain_type")) tag.remove();
    return made;
  }

  return { table };
})();
