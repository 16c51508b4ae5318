/** The cases that a reader picks to see side by side, and the bar that leads there. */
casekatalog.compared = (() => {
  "use strict";
  const { wording } = casekatalog,
    { fill } = casekatalog.text;
  const { el, button } = casekatalog.dom;
  const kept = casekatalog.kept.list("casekatalog.comparison");
  const way = document.querySelector("[data-comparison]");
  const MOST = Number(way?.dataset.most);
  /** @type {HTMLElement | null} */
  let bar = null;
  let refused = false;

  /** @param {string} slug */
  function toggle(slug) {
    refused = !kept.has(slug) && kept.read().length >= MOST;
    if (refused) paint();
    else kept.toggle(slug);
    return ""; /* the bar tells what is refused */
  }

  function paint() {
    const slugs = kept.read().slice(0, MOST);
    if (!slugs.length || document.querySelector("[data-comparison-page]")) {
      if (bar) bar.hidden = true;
      return;
    }
    bar ??= made();
    bar.hidden = false;
    const link = bar.querySelector("a");
    link.href = casekatalog.kept.link(way.href, slugs);
    link.textContent = fill(wording.compared.show, { count: slugs.length });
    link.hidden = slugs.length < 2;
    bar.querySelector(".comparison-bar__told").textContent = message(slugs.length);
    refused = false;
  }

  /** @param {number} count */
  function message(count) {
    if (refused) return fill(wording.compared.most, { most: MOST });
    return count < 2 ? wording.compared.one_more : "";
  }

  function made() {
    const clear = button("comparison-bar__clear", wording.compared.clear);
    clear.setAttribute("aria-label", wording.compared.clear_all);
    clear.addEventListener("click", () => kept.write([]));
    const told = el("span", "comparison-bar__told");
    told.setAttribute("role", "status");
    const shown = el("aside", "comparison-bar", told, el("a"), clear);
    shown.setAttribute("aria-label", wording.compared.title);
    document.body.append(shown);
    return shown;
  }

  if (way) {
    kept.follow(paint);
    paint();
  }
  return { ...kept, toggle, MOST };
})();
