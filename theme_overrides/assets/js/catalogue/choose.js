/**
 * Buttons at each case, on its page and its cards, that put it on the reader's list or beside other cases.
 * @typedef {object} Choice
 * @property {string} name
 * @property {{ has: (slug: string) => boolean, toggle: (slug: string) => string, follow: (follower: () => void) => void }} list
 * @property {string} offer
 * @property {string} chosen what it says of a case that is chosen
 */
casekatalog.choose = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button } = casekatalog.dom;
  /** @type {Record<"shortlist" | "compared", Choice>} */
  const WAYS = {
    shortlist: {
      name: "shortlist",
      list: casekatalog.shortlist,
      offer: wording.choose.add,
      chosen: wording.choose.added,
    },
    compared: {
      name: "compared",
      list: casekatalog.compared,
      offer: wording.choose.compare,
      chosen: wording.choose.compared,
    },
  };

  /**
   * @param {Choice} way
   * @param {string} slug
   * @param {string} title
   */
  function choice(way, slug, title) {
    const made = button(`choose choose--${way.name}`);
    made.dataset.slug = slug;
    made.dataset.title = title;
    label(made, way);
    made.addEventListener("click", () => tell(made, way.list.toggle(slug)));
    return made;
  }

  /**
   * Tell beside a button why a case could not be chosen, or no longer.
   * @param {HTMLElement} made
   * @param {string} refusal
   */
  function tell(made, refusal) {
    const around = made.parentElement,
      told = around?.querySelector(".choices__refusal");
    if (told) told.textContent = refusal;
    if (told || !refusal) return;
    const place = el("span", "choices__refusal");
    place.setAttribute("role", "status");
    around?.append(place);
    requestAnimationFrame(() => place.append(refusal));
  }

  /**
   * @param {HTMLElement} made
   * @param {Choice} way
   */
  function label(made, way) {
    const chosen = way.list.has(made.dataset.slug ?? "");
    made.textContent = chosen ? way.chosen : way.offer;
    made.setAttribute("aria-pressed", String(chosen));
    made.setAttribute("aria-label", `${made.textContent}: ${made.dataset.title}`);
  }

  /**
   * @param {string} slug
   * @param {string} title
   */
  function choices(slug, title) {
    return Object.values(WAYS).map((way) => choice(way, slug, title));
  }

  /**
   * Return the button that puts a case beside others.
   * @param {string} slug
   * @param {string} title
   */
  function comparing(slug, title) {
    return choice(WAYS.compared, slug, title);
  }

  function enhance() {
    for (const place of document.querySelectorAll("[data-choose]:not([data-ready])")) {
      place.dataset.ready = "";
      place.append(...choices(place.dataset.choose, place.dataset.title));
    }
    for (const card of document.querySelectorAll(".card:not([data-ready])")) {
      const link = card.querySelector(".card__title a");
      const found = link && /case\/([a-z0-9-]+)(?:\/|\.html)/.exec(link.getAttribute("href"));
      card.dataset.ready = "";
      if (found) card.append(el("p", "choices", choices(found[1], link.textContent.trim())));
    }
  }

  for (const way of Object.values(WAYS)) {
    way.list.follow(() => {
      for (const made of document.querySelectorAll(`.choose--${way.name}`)) label(made, way);
    });
  }
  enhance();
  const content = document.querySelector(".md-content");
  if (content) new MutationObserver(enhance).observe(content, { childList: true, subtree: true });
  return { comparing };
})();
