// The reader's own selection of cases: a button at each case, and the way to the page that prints them.
// The choice is kept in the reader's browser alone; where the browser keeps nothing, it lasts as long as the page.
casekatalog.selection = (() => {
  "use strict";

  const KEY = "casekatalog.udvalg";
  const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  let memory = null;

  const selection = {
    read() {
      if (memory) return memory;
      try {
        const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
        return Array.isArray(kept) ? kept.filter((slug) => SLUG.test(slug)) : [];
      } catch {
        return [];
      }
    },
    write(slugs) {
      try {
        localStorage.setItem(KEY, JSON.stringify(slugs));
      } catch {
        memory = slugs;
      }
      refresh();
    },
    has: (slug) => selection.read().includes(slug),
    toggle(slug) {
      const slugs = selection.read();
      selection.write(slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]);
    },
    isSlug: (text) => SLUG.test(text),
    link(address, slugs) {
      const link = new URL(address, location);
      link.search = `?cases=${slugs.join(",")}`;
      return link.href;
    },
  };

  const page = document.querySelector("[data-selection]");

  function button(slug, title) {
    const element = casekatalog.dom.button("choose");
    element.dataset.slug = slug;
    element.dataset.title = title;
    label(element);
    element.addEventListener("click", () => selection.toggle(slug));
    return element;
  }

  function label(element) {
    const chosen = selection.has(element.dataset.slug);
    element.textContent = chosen ? "I mit udvalg" : "Føj til mit udvalg";
    element.setAttribute("aria-pressed", String(chosen));
    element.setAttribute(
      "aria-label",
      `${chosen ? "I mit udvalg" : "Føj til mit udvalg"}: ${element.dataset.title}`,
    );
  }

  function refresh() {
    document.querySelectorAll("button.choose").forEach(label);
    const count = selection.read().length;
    // Where the browser keeps nothing, the way to the page carries the choice along.
    if (page && memory) page.href = selection.link(page.href, memory);
    if (page) page.textContent = count ? `Mit udvalg (${count})` : "Mit udvalg";
    bar(count);
  }

  function bar(count) {
    let link = document.querySelector(".selection-link");
    if (!count || !page || document.querySelector("[data-selection-page]")) {
      if (link) link.remove();
      return;
    }
    if (!link) {
      link = casekatalog.dom.el("a", "selection-link");
      document.body.append(link);
    }
    link.href = page.href;
    link.textContent = `Mit udvalg: ${count} ${count === 1 ? "case" : "cases"}`;
  }

  function enhance(root) {
    root.querySelectorAll("[data-choose]:not([data-ready])").forEach((place) => {
      place.dataset.ready = "";
      place.append(button(place.dataset.choose, place.dataset.title));
    });
    root.querySelectorAll(".card:not([data-ready])").forEach((card) => {
      const link = card.querySelector(".card__title a");
      const found = link && /case\/([a-z0-9-]+)(?:\/|\.html)/.exec(link.getAttribute("href"));
      card.dataset.ready = "";
      if (found) card.append(button(found[1], link.textContent.trim()));
    });
  }

  function start() {
    enhance(document);
    refresh();
    const content = document.querySelector(".md-content");
    if (content)
      new MutationObserver(() => enhance(content)).observe(content, { childList: true, subtree: true });
    window.addEventListener("storage", refresh);
    window.addEventListener("pageshow", refresh);
  }

  start();

  return selection;
})();
