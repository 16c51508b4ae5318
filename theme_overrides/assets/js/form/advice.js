/** Shows advice on plain words, which nobody has to follow: at the field once it is left, and all of it before sending. */
casekatalog.advice = (() => {
  "use strict";
  const { wording } = casekatalog;
  const root = document.querySelector("[data-case-form]");
  const { element } = casekatalog.dom;
  const { homeOf, linkTo } = casekatalog.report;
  const OPENING = 5;

  /**
   * `isShownAt` tells whether a field by its name may show the advice on it.
   * @param {Advice[]} advice
   * @param {(field: string) => boolean} isShownAt
   */
  function show(advice, isShownAt) {
    const placed = advice
      .filter(({ code }) => code !== "hard_to_read")
      .map((each) => ({ ...each, home: homeOf(each) }));
    root.querySelectorAll("[data-path]").forEach((/** @type {HTMLElement} */ box) => {
      const { path = "" } = box.dataset;
      const own = isShownAt(path) ? placed.filter(({ home }) => home === path) : [];
      const place = box.querySelector(":scope > .field__control");
      if (!place) return;
      let fold = place.querySelector(":scope > .field__advice");
      if (own.length && !fold) {
        fold = element(
          "details",
          { class: "fold fold--small field__advice" },
          element("summary"),
          element("ul"),
        );
        place.append(fold);
      }
      if (fold) fill(fold, own, (each) => element("li", {}, ...words(each)));
    });
    const all = root.querySelector("[data-form-advice]");
    fill(all, advice, (each) =>
      each.code === "hard_to_read"
        ? element("li", {}, casekatalog.text.fill(wording.plain_advice.whole, { message: each.message }))
        : element("li", {}, linkTo(each), ": ", ...words(each)),
    );
  }

  /**
   * A fold that has the same to say stays as it is, open or closed.
   * @param {HTMLDetailsElement} fold
   * @param {Advice[]} advice
   * @param {(each: Advice) => Node} item
   */
  function fill(fold, advice, item) {
    const told = JSON.stringify(advice);
    if (fold.dataset.told === told) return;
    fold.dataset.told = told;
    fold.hidden = !advice.length;
    fold.querySelector("summary").textContent = `${wording.plain_advice.title} (${advice.length})`;
    fold.querySelector("ul").replaceChildren(...advice.map(item));
  }

  /**
   * A long sentence is named by its first words.
   * @param {Advice} each
   */
  function words({ code, text, message }) {
    if (code !== "long_sentence") return [message];
    const opening = text
      .split(/\s+/)
      .slice(0, OPENING)
      .join(" ")
      .replace(/[,;:]$/, "");
    return [element("q", {}, `${opening} …`), ` ${message}`];
  }

  return { show };
})();
