// Puts the chosen cases together as one document with contents, source and date.
// Each case comes as a script of its own, which a browser also loads from a folder.
(function () {
  "use strict";

  const root = document.querySelector("[data-selection-page]");
  const documentPlace = root.querySelector("[data-handout]");
  const status = root.querySelector("[data-selection-status]");
  const buttons = root.querySelector("[data-selection-buttons]");
  const arrived = new Map();

  window.casekatalogHandout = (part) => arrived.set(part.slug, part);

  function wanted() {
    const given = new URLSearchParams(location.search).get("cases");
    if (given === null) return window.casekatalogSelection.read();
    return [...new Set(given.split(",").filter(window.casekatalogSelection.isSlug))];
  }

  function load(slug) {
    return new Promise((done) => {
      if (arrived.has(slug)) return done();
      const script = document.createElement("script");
      script.src = `${root.dataset.folder}${slug}.js`;
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      document.head.append(script);
    });
  }

  function article(part) {
    const element = document.createElement("article");
    element.className = "handout__case";
    element.id = part.slug;
    element.innerHTML = part.html;
    element.querySelectorAll(".crumbs, .actions, a.md-button").forEach((extra) => extra.remove());
    element.querySelectorAll("section[aria-labelledby]").forEach((part) => part.removeAttribute("aria-labelledby"));
    let rest = element.querySelector(`[id="${part.slug}--beslaegtede"]`);
    while (rest) {
      const next = rest.nextElementSibling;
      rest.remove();
      rest = next;
    }
    return element;
  }

  function front(parts) {
    const element = document.createElement("header");
    element.className = "handout__front";
    const title = document.createElement("p");
    title.className = "handout__title";
    title.textContent = `Udvalgte cases fra ${root.querySelector("[data-handout]").dataset.site}`;
    const origin = document.createElement("p");
    origin.className = "handout__origin";
    const day = new Intl.DateTimeFormat("da-DK", { dateStyle: "long" }).format(new Date());
    const source = location.protocol === "file:" ? "kataloget uden net" : `${location.host}${new URL("../", location).pathname}`;
    origin.textContent = `${parts.length} ${parts.length === 1 ? "case" : "cases"}. Kilde: ${source}. Udskrevet ${day}.`;
    const contents = document.createElement("nav");
    contents.setAttribute("aria-label", "Indhold");
    const heading = document.createElement("h2");
    heading.textContent = "Indhold";
    const list = document.createElement("ol");
    parts.forEach((part) => list.append(entry(part)));
    contents.append(heading, list);
    element.append(title, origin, contents);
    return element;
  }

  function entry(part) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${part.slug}`;
    link.textContent = part.title;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "handout__remove";
    remove.textContent = "Fjern";
    remove.setAttribute("aria-label", `Fjern ${part.title}`);
    remove.addEventListener("click", () => keep(wanted().filter((slug) => slug !== part.slug)));
    item.append(link, " ", remove);
    return item;
  }

  // What the reader changes is the reader's own selection, also when it began with a link from somebody else.
  function keep(slugs) {
    window.casekatalogSelection.write(slugs);
    history.replaceState(null, "", location.pathname);
    show();
  }

  async function show() {
    const slugs = wanted();
    await Promise.all(slugs.map(load));
    const parts = slugs.filter((slug) => arrived.has(slug)).map((slug) => arrived.get(slug));
    const missing = slugs.length - parts.length;
    documentPlace.replaceChildren(...(parts.length ? [front(parts), ...parts.map(article)] : []));
    documentPlace.hidden = parts.length === 0;
    buttons.hidden = parts.length === 0;
    status.textContent = [
      parts.length
        ? `Udvalget har ${parts.length} ${parts.length === 1 ? "case" : "cases"}.`
        : "Udvalget er tomt. Åbn en case, og vælg „Føj til mit udvalg“.",
      missing ? `${missing} ${missing === 1 ? "case" : "cases"} i linket findes ikke.` : "",
    ].join(" ").trim();
  }

  async function copy() {
    const link = new URL(location.pathname, location);
    link.searchParams.set("cases", wanted().join(","));
    const address = link.href.replaceAll("%2C", ",");
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = "Linket er kopieret.";
    } catch {
      history.replaceState(null, "", address);
      status.textContent = "Linket står nu i browserens adresselinje. Kopiér det derfra.";
    }
  }

  function start() {
    root.querySelector("[data-print]").addEventListener("click", () => window.print());
    root.querySelector("[data-copy]").addEventListener("click", copy);
    root.querySelector("[data-clear]").addEventListener("click", () => keep([]));
    show();
  }

  if (window.casekatalogSelection) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
