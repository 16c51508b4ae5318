/** The reader's own municipality: chosen on its page, kept in this browser alone, and a way there from the front page. */
(() => {
  "use strict";
  const { el } = casekatalog.dom;
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
      button.textContent = mine
        ? `${page.dataset.name} er min kommune. Glem det`
        : `Gør ${page.dataset.name} til min kommune`;
    }
    if (way) lead(slug);
  }

  /** @param {string} slug */
  function lead(slug) {
    const tile = casekatalog.map.tiles.find((each) => each.slug === slug);
    for (const each of casekatalog.map.tiles) each.link.classList.toggle("is-mine", each === tile);
    const link = el("a", "", tile ? "" : "Vælg den på listen");
    link.href = tile ? tile.link.getAttribute("href") : way.dataset.homeWay;
    if (tile) link.textContent = `${tile.name}: cases, naboer og region`;
    way.replaceChildren("Min kommune: ", link);
    way.hidden = false;
  }
})();
