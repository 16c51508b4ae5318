/** Marks the confirmations that are past on the day somebody reads the page; the build knows no clock. */
(() => {
  "use strict";
  const today = casekatalog.text.isoToday();
  document.querySelectorAll("tr[data-due]").forEach((row) => {
    if (row.dataset.due >= today) return;
    row.lastElementChild.append(" ", casekatalog.dom.el("strong", "due__past", casekatalog.wording.due.past));
  });
})();
