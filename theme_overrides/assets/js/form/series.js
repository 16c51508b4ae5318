/** Shows a table of numbers in the form's preview as components/series.html does on the page. */
casekatalog.series = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;
  const { written, decimalsOf } = casekatalog.figure;

  /**
   * @param {TableDraft} table
   * @param {string} unstated
   */
  function series(table, unstated) {
    const made = el("table", "data", el("caption", "", `${table.title || ""} (${table.unit || ""})`));
    const head = el("tr", "");
    (table.columns || []).forEach((column) => {
      head.append(header("col", column));
    });
    const decimals = (table.columns || []).map((_, index) =>
      Math.max.apply(
        null,
        (table.rows || []).map((row) => decimalsOf(row[index])),
      ),
    );
    const body = el("tbody", "");
    (table.rows || []).forEach((row) => {
      const line = el("tr", "");
      row.forEach((cell, index) => {
        line.append(
          index
            ? el("td", "", cell === null ? el("span", "unstated", unstated) : written(cell, decimals[index]))
            : header("row", cell ?? ""),
        );
      });
      body.append(line);
    });
    made.append(el("thead", "", head), body);
    const wrap = el("div", "table-wrap", made);
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", table.title || wording.table_frame.unnamed);
    const fold = el("details", "fold", el("summary", "", wording.form_preview.show_table), wrap);
    fold.open = true;
    const figure = el("figure", "series", fold);
    if (table.note) figure.append(el("figcaption", "", table.note));
    return figure;
  }

  /**
   * @param {string} scope
   * @param {string} text
   */
  function header(scope, text) {
    const made = el("th", "", text);
    made.scope = scope;
    return made;
  }

  return series;
})();
