// Shows a table of numbers in the form's preview as components/series.html does on the page.
(() => {
  "use strict";
  const casekatalog = (window.casekatalog = window.casekatalog || {});
  const element = casekatalog.figure.element;
  const danish = casekatalog.figure.danish;
  casekatalog.series = series;

  function series(table, unstated) {
    const made = element(
      "table",
      "data",
      element("caption", "", `${table.title || ""} (${table.unit || ""})`),
    );
    const head = element("tr", "");
    (table.columns || []).forEach((column) => {
      head.append(header("col", column));
    });
    const decimals = (table.columns || []).map((_, index) =>
      Math.max.apply(
        null,
        (table.rows || []).map((row) => decimalsOf(row[index])),
      ),
    );
    const body = element("tbody", "");
    (table.rows || []).forEach((row) => {
      const line = element("tr", "");
      row.forEach((cell, index) => {
        line.append(
          index
            ? element(
                "td",
                "",
                cell === null ? element("span", "unstated", unstated) : danish(cell, decimals[index]),
              )
            : header("row", cell),
        );
      });
      body.append(line);
    });
    made.append(element("thead", "", head), body);
    const wrap = element("div", "table-wrap", made);
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", table.title || "Tabel");
    const figure = element("figure", "series", wrap);
    if (table.note) figure.append(element("figcaption", "", table.note));
    return figure;
  }

  function header(scope, text) {
    const made = element("th", "", text);
    made.scope = scope;
    return made;
  }

  function decimalsOf(raw) {
    return isFinite(Number(raw)) ? (String(Number(raw)).split(".")[1] || "").length : 0;
  }
})();
