/* The filters on a small screen, which open over the page. */
(() => {
  "use strict";
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const find = (selector) => page.querySelector(selector);
  const panel = find("[data-panel]"),
    opener = find("[data-open-panel]"),
    form = find("[data-facets]");

  opener.addEventListener("click", () => {
    find("[data-panel-body]").append(form);
    opener.setAttribute("aria-expanded", "true");
    panel.showModal();
  });
  for (const button of panel.querySelectorAll("[data-close-panel]"))
    button.addEventListener("click", () => panel.close());
  panel.addEventListener("close", () => {
    find("[data-side]").append(form);
    opener.setAttribute("aria-expanded", "false");
  });
  window.matchMedia("(min-width: 60em)").addEventListener("change", () => {
    if (panel.open) panel.close();
  });
})();
