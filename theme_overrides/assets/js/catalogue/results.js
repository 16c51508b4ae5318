/* How found cases look: cards, rows of a table, and hits marked in them. */
casekatalog.results = (() => {
  "use strict";
  const { el, button } = casekatalog.dom;
  const READING = 150,
    PAUSE = 700;
  const COLUMNS = ["Case", "Kommune", "År", "Temaer", "Stærkeste gevinst"];

  /* Return a text as nodes, with its hits marked; `isHit` is null without a search. */
  function marked(text, isHit) {
    if (!isHit) return [text];
    return casekatalog.excerpt
      .pieces(text, isHit)
      .map((piece, index) => (index % 2 ? el("mark", "", piece) : piece));
  }

  function cards(ids, isHit) {
    return el(
      "ul",
      "bare cards",
      ids.map((id) => card(id, isHit)),
    );
  }

  function card(id, isHit) {
    const found = casekatalog.store.card(id);
    const meta = [found.place, found.years, found.short ? "kort case" : ""].filter(Boolean).join(" · ");
    const tags = found.themes.map((theme) => el("span", "tag tag--theme", marked(theme, isHit)));
    if (found.gain) {
      const dots = el("span", "badge__dots");
      dots.setAttribute("aria-hidden", "true");
      tags.push(
        el("span", `badge badge--${found.level}`, [dots, `${found.gain}: ${found.evidence.toLowerCase()}`]),
      );
    }
    const item = el("li", "card", [
      el("p", "card__meta", marked(meta, isHit)),
      el("h3", "card__title", link(found, isHit)),
      el("p", "card__summary", marked(found.summary, isHit)),
      el("p", "card__tags", tags),
    ]);
    item.dataset.id = id;
    return item;
  }

  function table(ids, isHit) {
    const head = COLUMNS.map((name) => heading(name, "col"));
    const rows = ids.map((id) => row(id, isHit));
    const frame = el(
      "div",
      "table-wrap",
      el("table", "results", [
        el("caption", "visually-hidden", "Cases"),
        el("thead", "", el("tr", "", head)),
        el("tbody", "", rows),
      ]),
    );
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Cases som tabel");
    return frame;
  }

  function row(id, isHit) {
    const found = casekatalog.store.card(id);
    const gain = found.gain ? `${found.gain} (${found.evidence.toLowerCase()})` : "ikke oplyst";
    const line = el("tr", "", [
      heading(link(found, isHit), "row"),
      el("td", "", marked(found.place, isHit)),
      el("td", "", found.years),
      el("td", "", marked(found.themes.join(", "), isHit)),
      el("td", "", gain),
    ]);
    line.dataset.id = id;
    return line;
  }

  function heading(content, scope) {
    const cell = el("th", "", content);
    cell.scope = scope;
    return cell;
  }

  function link(found, isHit) {
    const title = el("a", "", marked(found.title, isHit));
    title.href = found.url;
    return title;
  }

  /* Add to each card of the lists the piece of its case's text that has the hits, where there is one. They come when
     the reader pauses, since they take longer than all the rest, and while the lists stand. */
  async function addExcerpts(lists, ids, isHit, stands) {
    await new Promise((done) => {
      setTimeout(done, READING);
    });
    if (!stands()) return;
    try {
      await casekatalog.store.load(casekatalog.store.filesOf("texts", ids));
    } catch {
      return; /* the list is complete without them */
    }
    if (!stands()) return;
    for (const item of lists.flatMap((list) => Array.from(list.querySelectorAll(".card"))))
      addExcerpt(item, isHit);
  }

  function addExcerpt(item, isHit) {
    const text = casekatalog.store.part("texts", Number(item.dataset.id));
    if (!text || item.querySelector(".card__excerpt")) return;
    const piece = casekatalog.excerpt.excerpt(text, isHit, 150);
    if (piece) item.querySelector(".card__tags").before(el("p", "card__excerpt", marked(piece, isHit)));
  }

  /* Return a function that tells screen readers a text when the reader pauses, and not at each key. */
  function announcer(output) {
    let waiting = 0;
    return (text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        output.textContent = text;
      }, PAUSE);
    };
  }

  /* Return what tells that a file did not come, with a button that tries again. */
  function failure() {
    const again = button("button", "Prøv igen");
    again.dataset.retry = "";
    return [el("p", "", "Noget af kataloget kunne ikke hentes. Tjek forbindelsen."), again];
  }

  return { marked, cards, card, table, row, addExcerpts, announcer, failure };
})();
