/**
 * The page for lost addresses knows where the site lies by its settings. Where it lies elsewhere on a host, nothing of
 * it came but this script, which was found beside the site: it leads every link and file there.
 */
(() => {
  "use strict";
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const told = document.querySelector("[data-root]")?.getAttribute("href")?.replace(/\.$/, "");
  const root = new URL("../../", src).href;
  if (!told || told === root || typeof casekatalog !== "undefined") return;

  for (const name of ["href", "src", "action"])
    for (const element of document.querySelectorAll(`[${name}^="${told}"]`)) {
      const there = root + element.getAttribute(name).slice(told.length);
      if (!(element instanceof HTMLScriptElement)) element.setAttribute(name, there);
      else if (element.src !== src) again(element, there);
    }

  /**
   * Ask anew for a script that did not come: it asks by itself only once.
   * @param {HTMLScriptElement} script
   * @param {string} there
   */
  function again(script, there) {
    const made = document.createElement("script");
    made.src = there;
    made.async = false;
    script.replaceWith(made);
  }
})();
