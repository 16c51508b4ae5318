/* Buttons at each case, on its page and its cards, that put it on the reader's list or beside other cases. */
casekatalog.choose = (() => {
  "use strict";
  const { el, button } = casekatalog.dom;
  const WAYS = [
    { name: "shortlist", list: casekatalog.shortlist, words: ["Føj til min liste", "På min liste"] },
    { name: "compared", list: casekatalog.compared, words: ["Sammenlign", "Sammenlign"] },
  ];

  function choice(way, slug, title) {
    const made = button(`choose choose--${way.name}`);
    made.dataset.slug = slug;
    made.dataset.title = title;
    label(made, way);
    made.addEventListener("click", () => tell(made, way.list.toggle(slug)));
    return made;
  }

  /* Tell beside a button why a case could not be chosen, or no longer. */
  function tell(made, refusal) {
    const told = made.parentElement.querySelector(".choices__refusal");
    if (told) told.textContent = refusal;
    if (told || !refusal) return;
    const place = el("span", "choices__refusal");
    place.setAttribute("role", "status");
    made.parentElement.append(place);
    requestAnimationFrame(() => place.append(refusal));
  }

  function label(made, way) {
    const chosen = way.list.has(made.dataset.slug);
    made.textContent = way.words[Number(chosen)];
    made.setAttribute("aria-pressed", String(chosen));
    made.setAttribute("aria-label", `${made.textContent}: ${made.dataset.title}`);
  }

  function choices(slug, title) {
    return WAYS.map((way) => choice(way, slug, title));
  }

  /* Return the button that puts a case beside others. */
  function comparing(slug, title) {
    return choice(WAYS[1], slug, title);
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

  for (const way of WAYS) {
    way.list.follow(() => {
      for (const made of document.querySelectorAll(`.choose--${way.name}`)) label(made, way);
    });
  }
  enhance();
  const content = document.querySelector(".md-content");
  if (content) new MutationObserver(enhance).observe(content, { childList: true, subtree: true });
  return { comparing };
})();
