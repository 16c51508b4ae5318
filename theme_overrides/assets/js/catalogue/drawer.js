/** The filters on a small screen, which open over the page with the map below them. */
(() => {
  "use strict";
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  /** @param {string} selector */
  const find = (selector) => page.querySelector(selector);
  const panel = find("[data-panel]"),
    opener = find("[data-open-panel]");

  opener.addEventListener("click", () => {
    find("[data-panel-body]").append(...Array.from(find("[data-side]").children).reverse());
    opener.setAttribute("aria-expanded", "true");
    panel.showModal();
  });
  for (const button of panel.querySelectorAll("[data-close-panel]"))
    button.addEventListener("click", () => panel.close());
  panel.addEventListener("close", () => {
    find("[data-side]").append(...Array.from(find("[data-panel-body]").children).reverse());
    opener.setAttribute("aria-expanded", "false");
  });
  window.matchMedia("(min-width: 60em)").addEventListener("change", () => {
    if (panel.open) panel.close();
  });
})();
