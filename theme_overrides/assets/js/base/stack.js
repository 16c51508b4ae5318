/** Tables that small screens stack stay tables to screen readers: some browsers forget it when the display changes. */
(() => {
  "use strict";
  /** @type {Record<string, string>} */
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const table of document.querySelectorAll("table.stack, .matrix table")) {
    for (const part of [table].concat(Array.from(table.querySelectorAll("thead, tbody, tr, th, td")))) {
      part.setAttribute("role", ROLES[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader"));
    }
  }
})();
