/**
 * How found cases look: cards, and hits marked in them.
 * @typedef {ReturnType<typeof casekatalog.store.card>} CaseCard
 */
casekatalog.results = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, element, button } = casekatalog.dom;
  const READING = 150,
    PAUSE = 700;
  const UNTOLD = wording.common.unstated;

  /**
   * Return a text as nodes, with its hits marked; `isHit` is null without a search.
   * @param {string} text
   * @param {IsHit | null} isHit
   */
  function marked(text, isHit) {
    if (!isHit) return [text];
    return casekatalog.excerpt
      .pieces(text, isHit)
      .map((piece, index) => (index % 2 ? el("mark", "", piece) : piece));
  }

  /**
   * @param {number[]} ids
   * @param {IsHit | null} isHit
   */
  function cards(ids, isHit) {
    return el(
      "ul",
      "bare cards cards--rows",
      ids.map((id) => card(id, isHit)),
    );
  }

  /**
   * @param {number} id
   * @param {IsHit | null} isHit
   */
  function card(id, isHit) {
    const found = casekatalog.store.card(id);
    const meta = [found.place, found.years, found.short ? wording.card_meta.short : ""]
      .filter(Boolean)
      .join(" · ");
    const item = el("li", "card", [
      el("p", "card__meta", marked(meta, isHit)),
      el("h3", "card__title", link(found, isHit)),
      found.headline ? headline(found.headline) : el("p", "card__silence", found.silence),
      el("p", "card__summary", marked(found.summary, isHit)),
      el(
        "ul",
        "bare indicators",
        found.indicators.map((shown) => indicator(shown, "li")),
      ),
    ]);
    item.dataset.id = String(id);
    return item;
  }

  /**
   * The figure of the gain, as components/card.html has it.
   * @param {Headline} figure
   */
  function headline(figure) {
    const before = [
      el("span", "visually-hidden", `${wording.card_meta.from} `),
      el("span", "headline__before", figure.before),
      el("span", "visually-hidden", ` ${wording.card_meta.to} `),
      element("span", { class: "headline__arrow", "aria-hidden": "true" }),
    ];
    const isFirm = [wording.slugs.measured, wording.slugs.agreed].includes(figure.kind);
    return el("p", isFirm ? "headline" : "headline headline--unsure", [
      ...(figure.before ? before : []),
      el("span", "headline__after", figure.after),
      " ",
      el("span", "headline__unit", figure.unit),
      " ",
      el("span", "headline__what", [`${figure.what} `, el("span", "headline__basis", figure.basis)]),
    ]);
  }

  /**
   * @param {Indicator} shown
   * @param {"li" | "span"} name
   */
  function indicator(shown, name) {
    const about = el("span", "visually-hidden", `${wording.card[shown.about]}: `);
    return el(name, `indicator symbol--${shown.symbol}`, [...(shown.told ? [about] : []), shown.word]);
  }

  /**
   * Return what a case's indicators say, by what they are about.
   * @param {CaseCard} found
   */
  function wordsOf(found) {
    const words = { gain: UNTOLD, evidence: UNTOLD, cost: UNTOLD };
    for (const each of found.indicators) words[each.about] = each.word;
    return words;
  }

  /**
   * @param {CaseCard} found
   * @param {IsHit | null} isHit
   */
  function link(found, isHit) {
    const title = el("a", "", marked(found.title, isHit));
    title.href = found.url;
    return title;
  }

  /**
   * Add to each card of the lists the piece of its case's text that has the hits, where there is one. They come when
   * the reader pauses, since they take longer than all the rest, and while the lists stand.
   * @param {HTMLElement[]} lists
   * @param {number[]} ids
   * @param {IsHit} isHit
   * @param {() => boolean} stands
   */
  async function addExcerpts(lists, ids, isHit, stands) {
    await new Promise((done) => {
      setTimeout(done, READING);
    });
    /** @type {HTMLElement[]} */
    const found = lists.flatMap((list) => Array.from(list.querySelectorAll(".card")));
    if (!stands() || !found.length) return;
    try {
      await casekatalog.store.load(casekatalog.store.filesOf("texts", ids));
    } catch {
      return; /* the list is complete without them */
    }
    if (!stands()) return;
    for (const item of found) addExcerpt(item, isHit);
  }

  /**
   * @param {HTMLElement} item
   * @param {IsHit} isHit
   */
  function addExcerpt(item, isHit) {
    const text = casekatalog.store.part("texts", Number(item.dataset.id));
    if (!text || item.querySelector(".card__excerpt")) return;
    const piece = casekatalog.excerpt.excerpt(text, isHit, 150);
    if (piece) item.querySelector(".indicators").before(el("p", "card__excerpt", marked(piece, isHit)));
  }

  /**
   * Return a function that tells screen readers a text when the reader pauses, and not at each key.
   * @param {HTMLElement} output
   */
  function announcer(output) {
    let waiting = 0;
    return (/** @type {string} */ text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        output.textContent = text;
      }, PAUSE);
    };
  }

  /* Return what tells that a file did not come, with a button that tries again. */
  function failure() {
    const again = button("button", wording.results.retry);
    again.dataset.retry = "";
    return [el("p", "", wording.results.failed), again];
  }

  return { UNTOLD, marked, link, headline, indicator, cards, card, wordsOf, addExcerpts, announcer, failure };
})();
