/** The menu of small screens: a dialog, so that the page behind it is still and Escape closes it. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, element, button } = casekatalog.dom;
  const place = document.querySelector("[data-site-menu]");
  if (!place || !("HTMLDialogElement" in window)) return;

  const link = place.querySelector("a"),
    opener = button(link.className);
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  opener.setAttribute("aria-label", wording.site_menu.name);
  opener.setAttribute("aria-haspopup", "dialog");
  link.replaceWith(opener);
  tell();

  opener.addEventListener("click", () => {
    dialog ??= made();
    dialog.showModal();
    tell();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => dialog?.close());

  function tell() {
    opener.setAttribute("aria-expanded", String(Boolean(dialog?.open)));
  }

  /* The part of the site is open that the page belongs to. */
  function made() {
    const close = button("button", wording.site_menu.close);
    const name = document.querySelector("a.md-logo").getAttribute("aria-label");
    const tabs = Array.from(document.querySelectorAll(".md-tabs__list > li"));
    const lit = tabs.findIndex((tab) => tab.matches(".md-tabs__item--active"));
    const all = element(
      "dialog",
      { class: "site-menu__dialog", "aria-label": wording.site_menu.name },
      el("div", "site-menu__head md-typeset", el("strong", "", name), close),
      el(
        "ul",
        "site-menu__list",
        casekatalog.store.get("menu").map((entry, index) => shown(entry, index === lit)),
      ),
    );
    all.addEventListener("close", tell);
    all.addEventListener("click", (/** @type {ElementEvent} */ event) => {
      if (event.target === all || event.target === close) all.close();
    });
    place.append(all);
    return all;
  }

  /**
   * @param {MenuEntry} entry
   * @param {boolean} isLit
   */
  function shown(entry, isLit) {
    if (!entry.pages) return el("li", "", way(entry));
    const fold = el("details", "", [
      el("summary", "", entry.title),
      el(
        "ul",
        "",
        entry.pages.map((page) => el("li", "", way(page))),
      ),
    ]);
    fold.open = isLit;
    return el("li", "", fold);
  }

  /** @param {MenuEntry} entry */
  function way({ title, url = "" }) {
    const to = el("a", "", title);
    to.href = casekatalog.store.at(url);
    if (bare(to.href) === bare(location.href)) to.setAttribute("aria-current", "page");
    return to;
  }

  /** @param {string} address */
  function bare(address) {
    return address.replace(/(index\.html)?([?#].*)?$/, "");
  }
})();
