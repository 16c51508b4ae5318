/** The way to the search in the header. What searches is loaded once somebody opens it. */
casekatalog.finder = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, element, button, icon } = casekatalog.dom;
  const NEEDED = ["finder", "engine", "facets", "terms", "entries"];
  const GLASS =
    "M9.5 3a6.5 6.5 0 0 1 5.2 10.4l5.9 5.9-1.4 1.4-5.9-5.9A6.5 6.5 0 1 1 9.5 3m0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9";
  const header = document.querySelector("[data-header]");
  if (!header || !("HTMLDialogElement" in window)) return;

  const field = element("input", {
    id: "finder-q",
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: wording.finder_box.placeholder,
  });
  const close = button("button", wording.finder_box.close);
  const form = element("form", { class: "finder__form", role: "search" }, label(), field, close);
  const status = element("p", { class: "finder__status", "data-finder-status": "" });
  const told = { class: "visually-hidden", "aria-live": "polite", "data-finder-announce": "" };
  const aloud = element("output", told);
  const results = element("div", { "data-finder-results": "" });
  const dialog = element(
    "dialog",
    { class: "finder__dialog md-typeset", "aria-label": wording.finder_box.name, "data-finder-dialog": "" },
    form,
    status,
    aloud,
    results,
  );
  const announce = casekatalog.results.announcer(aloud);

  header.append(element("div", { class: "finder", "data-finder": "" }, opener(), dialog));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (/** @type {ElementEvent} */ event) => {
    if (event.target === dialog) dialog.close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goToFirst();
  });
  results.addEventListener("click", (/** @type {ElementEvent} */ event) => {
    if (event.target.closest("[data-retry]")) again();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });

  function label() {
    return element("label", { class: "visually-hidden", for: "finder-q" }, wording.finder_box.name);
  }

  function opener() {
    const keys = element("kbd", { "aria-hidden": "true" }, wording.finder_box.shortcut);
    const made = button("finder__open", icon(GLASS), el("span", "", wording.finder_box.open), " ", keys);
    made.dataset.finderOpen = "";
    made.setAttribute("aria-haspopup", "dialog");
    made.setAttribute("aria-keyshortcuts", "Control+K");
    made.addEventListener("click", open);
    return made;
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    casekatalog.store.load(NEEDED).catch(fail);
  }

  /* Enter may be pressed before there is anything that searches. */
  async function goToFirst() {
    try {
      await casekatalog.store.load(NEEDED);
      await casekatalog.finder?.goToFirst();
    } catch (error) {
      fail(error);
    }
  }

  async function again() {
    field.focus();
    try {
      await casekatalog.store.load(NEEDED);
    } catch (error) {
      return fail(error);
    }
    field.dispatchEvent(new Event("input"));
  }

  /**
   * Say that some of the search did not come, and offer to try again.
   * @param {unknown} error
   */
  function fail(error) {
    if (!(error instanceof casekatalog.store.NotLoaded)) throw error;
    status.textContent = "";
    results.replaceChildren(...casekatalog.results.failure());
    announce(results.textContent);
  }

  return { fail, goToFirst: async () => {} /* finder.js knows the way */ };
})();
