/** The ways to the list from the top of the front page: what a link there asks for is shown at once, without another
   page, and who sends the text goes on to what was found. */
(() => {
  "use strict";
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const heading = page.querySelector("#cases");
  page.querySelector("[data-query]").addEventListener("submit", () => heading.focus());
  page.addEventListener("click", (/** @type {ElementEvent<MouseEvent>} */ event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!casekatalog.address.push(link.href)) return; /* it leads as links do */
    event.preventDefault();
    dispatchEvent(new PopStateEvent("popstate"));
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  });
})();
