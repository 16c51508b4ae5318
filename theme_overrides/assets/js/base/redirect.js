/** Leads from a former address to the new one with the query that it came with. */
(() => {
  "use strict";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const target = new URL(String(script.dataset.target), location.href);
  target.search = location.search;
  target.hash ||= location.hash;
  location.replace(target);
})();
