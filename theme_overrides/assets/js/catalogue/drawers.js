/* What opens over the catalogue page: the filters on a small screen, and the menu of ways to share the list. */
(() => {
  "use strict";
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const find = (selector) => page.querySelector(selector);
  const panel = find("[data-panel]"),
    menu = find("[data-menu]"),
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

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
})();
