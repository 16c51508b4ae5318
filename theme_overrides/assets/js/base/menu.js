/** The menu of small screens: a dialog, so that the page behind it is still and Escape closes it. */
(() => {
  "use strict";
  const menu = document.querySelector("[data-site-menu]");
  const dialog = menu?.querySelector("dialog");
  if (!dialog?.showModal) return;

  const link = menu.querySelector("a"),
    button = casekatalog.dom.button(link.className);
  button.setAttribute("aria-label", link.getAttribute("aria-label"));
  button.setAttribute("aria-haspopup", "dialog");
  button.append(...link.childNodes);
  link.replaceWith(button);
  tell();

  button.addEventListener("click", () => {
    dialog.showModal();
    tell();
  });
  dialog.addEventListener("close", tell);
  dialog.addEventListener("click", (/** @type {ElementEvent} */ event) => {
    if (event.target === dialog || event.target.closest("[data-site-menu-close]")) dialog.close();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => {
    dialog.close();
  });

  function tell() {
    button.setAttribute("aria-expanded", String(dialog.open));
  }
})();
