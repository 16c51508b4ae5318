/** The way to the search in the header. What searches is loaded once somebody opens it. */
casekatalog.finder = (() => {
  "use strict";
  const finder = document.querySelector("[data-finder]");
  const dialog = finder.querySelector("dialog");
  if (!dialog.showModal) return;

  const NEEDED = ["finder", "engine", "facets", "terms", "entries"];
  const field = dialog.querySelector("input");
  const results = dialog.querySelector("[data-finder-results]");
  const announce = casekatalog.results.announcer(dialog.querySelector("[data-finder-announce]"));

  finder.hidden = false;
  finder.querySelector("[data-finder-open]").addEventListener("click", open);
  dialog.querySelector("[data-finder-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (/** @type {ElementEvent} */ event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", (/** @type {Event} */ event) => {
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
    dialog.querySelector("[data-finder-status]").textContent = "";
    results.replaceChildren(...casekatalog.results.failure());
    announce(results.textContent);
  }

  return { fail, goToFirst: async () => {} /* finder.js knows the way */ };
})();
