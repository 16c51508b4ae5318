// Shows a table of numbers in the form's preview as components/series.html does on the page.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var element = casekatalog.figure.element;
  var danish = casekatalog.figure.danish;
  casekatalog.series = series;

  function series(table, unstated) {
    var made = element("table", "data", element("caption", "", (table.title || "") + " (" + (table.unit || "") + ")"));
    var head = element("tr", "");
    (table.columns || []).forEach(function (column) { head.append(header("col", column)); });
    var decimals = (table.columns || []).map(function (_, index) {
      return Math.max.apply(null, (table.rows || []).map(function (row) { return decimalsOf(row[index]); }));
    });
    var body = element("tbody", "");
    (table.rows || []).forEach(function (row) {
      var line = element("tr", "");
      row.forEach(function (cell, index) {
        line.append(index ? element("td", "", cell === null ? element("span", "unstated", unstated) : danish(cell, decimals[index])) : header("row", cell));
      });
      body.append(line);
    });
    made.append(element("thead", "", head), body);
    var wrap = element("div", "table-wrap", made);
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", table.title || "Tabel");
    var figure = element("figure", "series", wrap);
    if (table.note) figure.append(element("figcaption", "", table.note));
    return figure;
  }

  function header(scope, text) {
    var made = element("th", "", text);
    made.scope = scope;
    return made;
  }

  function decimalsOf(raw) {
    return isFinite(Number(raw)) ? (String(Number(raw)).split(".")[1] || "").length : 0;
  }
})();
