/** The reader's own municipality: chosen on its page, kept in this browser alone, and a way there from the front page. */
(() => {
  "use strict";
  const { wording } = casekatalog,
    { el, filled } = casekatalog.dom,
    { fill } = casekatalog.text;
  const KEY = "casekatalog.kommune",
    page = document.querySelector("[data-home]"),
    way = document.querySelector("[data-home-way]");
  if (!page && !way) return;
  let memory = "";
  const button = casekatalog.dom.button("button home");
  if (page) {
    button.addEventListener("click", () => keep(read() === page.dataset.home ? "" : page.dataset.home));
    page.after(button);
  }
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();

  function read() {
    try {
      return localStorage.getItem(KEY) ?? memory;
    } catch {
      return memory;
    }
  }

  /** @param {string} slug */
  function keep(slug) {
    memory = slug;
    try {
      localStorage.setItem(KEY, slug);
    } catch {
      /* A browser that keeps nothing remembers it as long as the page. */
    }
    show();
  }

  function show() {
    const slug = read();
    if (page) {
      const mine = slug === page.dataset.home;
      const text = mine ? wording.own_place.forget : wording.own_place.choose;
      button.textContent = fill(text, { name: page.dataset.name });
    }
    if (way) lead(slug);
  }

  /** @param {string} slug */
  function lead(slug) {
    const tile = casekatalog.map.tiles.find((each) => each.slug === slug);
    for (const each of casekatalog.map.tiles) each.link.classList.toggle("is-mine", each === tile);
    const link = el("a", "", tile ? "" : wording.own_place.pick);
    link.href = tile ? tile.link.getAttribute("href") : way.dataset.homeWay;
    if (tile) link.textContent = fill(wording.own_place.told, { name: tile.name });
    way.replaceChildren(...filled(wording.own_place.way, { link }));
    way.hidden = false;
  }
})();
