/* Leads from a former address to the new one with the query that it came with. */
(() => {
  "use strict";
  const target = new URL(document.currentScript.dataset.target, location.href);
  target.search = location.search;
  target.hash ||= location.hash;
  location.replace(target);
})();
