/**
 * Puts the chosen cases together as one document with contents, source and date.
 * Each case comes as a script of its own, which a browser also loads from a folder.
 */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button, filled } = casekatalog.dom;
  const { counted, fill, today } = casekatalog.text;

  const root = document.querySelector("[data-shortlist-page]");
  const documentPlace = root.querySelector("[data-handout]");
  const status = root.querySelector("[data-shortlist-status]");
  const buttons = root.querySelector("[data-shortlist-buttons]");

  const { given } = casekatalog.kept;
  const { replace, go } = casekatalog.address;
  let turn = 0;
  const wanted = () => given()?.slice(0, casekatalog.shortlist.MOST) ?? casekatalog.shortlist.read();

  /** @param {CaseContent} part */
  function article(part) {
    const element = el("article", "handout__case");
    element.id = part.slug;
    element.innerHTML = part.html;
    element.querySelectorAll(".crumbs, .actions, .edit").forEach((extra) => extra.remove());
    element
      .querySelectorAll("section[aria-labelledby]")
      .forEach((part) => part.removeAttribute("aria-labelledby"));
    if (location.protocol !== "file:") element.append(address(part));
    fold(element, part.title);
    return element;
  }

  /**
   * Fold away what stands below the top of a case, until it is asked for or printed.
   * @param {HTMLElement} element
   * @param {string} title
   */
  function fold(element, title) {
    const top = ".case-hero, .glance__numbers";
    const rest = [...element.children].filter((child) => !child.matches(top));
    const summary = el("summary", "", wording.handout.whole, el("span", "visually-hidden", `: ${title}`));
    const folded = el("details", "fold handout__rest", summary, rest);
    element.append(folded);
    element.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest('a[href^="#"]')) folded.open = true;
    });
  }

  /* Unfold all for print, and fold again what was folded. */
  function unfold() {
    const folded = [...root.querySelectorAll(".handout__rest:not([open])")];
    for (const each of folded) each.open = true;
    addEventListener("afterprint", () => folded.forEach((each) => each.removeAttribute("open")), {
      once: true,
    });
  }

  /** @param {CaseContent} part */
  function address(part) {
    const link = el("a");
    link.href = part.address;
    link.textContent = link.href;
    return el("p", "", filled(wording.handout.online, { link }));
  }

  /** @param {CaseContent[]} parts */
  function front(parts) {
    const site = document.querySelector("a.md-logo").getAttribute("aria-label");
    const source =
      location.protocol === "file:"
        ? wording.handout.offline
        : `${location.host}${new URL("../", location.href).pathname}`;
    const contents = el("nav", "", el("h2", "", wording.handout.contents), el("ol", "", parts.map(entry)));
    contents.setAttribute("aria-label", wording.handout.contents);
    return el(
      "header",
      "handout__front",
      el("p", "handout__title", fill(wording.handout.title, { site })),
      el("p", "handout__origin", counted(wording.handout.origin, parts.length, { source, day: today() })),
      contents,
    );
  }

  /** @param {CaseContent} part */
  function entry(part) {
    const link = el("a", "", part.title);
    link.href = `#${part.slug}`;
    const changes = el("span", "handout__changes");
    /** @type {[string, string, (slugs: string[], place: number) => string[]][]} */
    const ways = [
      [
        fill(wording.handout.up_named, { title: part.title }),
        wording.handout.up,
        (slugs, place) => slugs.splice(Math.max(0, place - 1), 0, ...slugs.splice(place, 1)),
      ],
      [
        fill(wording.handout.down_named, { title: part.title }),
        wording.handout.down,
        (slugs, place) => slugs.splice(place + 1, 0, ...slugs.splice(place, 1)),
      ],
      [
        fill(wording.handout.remove_named, { title: part.title }),
        wording.handout.remove,
        (slugs, place) => slugs.splice(place, 1),
      ],
    ];
    for (const [name, word, change] of ways) {
      const made = button("handout__change", word);
      made.setAttribute("aria-label", name);
      made.addEventListener("click", async () => {
        const slugs = wanted();
        change(slugs, slugs.indexOf(part.slug));
        await keep(slugs);
        const same = [...root.querySelectorAll(".handout__change")].find(
          (other) => other.getAttribute("aria-label") === name,
        );
        (same || status).focus();
      });
      changes.append(made);
    }
    changes.append(casekatalog.choose.comparing(part.slug, part.title));
    return el("li", "", link, changes);
  }

  /**
   * A list from somebody else's link stays in the link, so that the reader's own is not lost.
   * @param {string[]} slugs
   */
  function keep(slugs) {
    if (given() === null) casekatalog.shortlist.write(slugs);
    else go(casekatalog.kept.link(location.pathname, slugs), replace);
    return show();
  }

  function adopt() {
    casekatalog.shortlist.write(wanted());
    go(location.pathname, replace);
    return show();
  }

  async function show() {
    const mine = ++turn,
      slugs = wanted();
    const parts = await casekatalog.contents.of(root, slugs);
    if (mine !== turn) return;
    const missing = slugs.length - parts.length;
    documentPlace.replaceChildren(...(parts.length ? [front(parts), ...parts.map(article)] : []));
    documentPlace.hidden = parts.length === 0;
    buttons.hidden = parts.length === 0;
    const comparison = root.querySelector("[data-compare]");
    comparison.hidden = parts.length < 2 || parts.length > casekatalog.compared.MOST;
    comparison.href = casekatalog.kept.link(root.dataset.comparisonAt, slugs);
    root.querySelector("[data-adopt]").hidden = given() === null;
    const named = given()?.length ?? 0;
    status.textContent = [
      parts.length
        ? counted(wording.handout.all, parts.length)
        : fill(wording.handout.empty, { add: wording.choose.add }),
      missing ? counted(wording.handout.missing, missing) : "",
      named > slugs.length ? fill(wording.handout.cut, { named, count: slugs.length }) : "",
    ]
      .join(" ")
      .trim();
  }

  async function download() {
    const columns = (await casekatalog.contents.of(root, wanted())).map(casekatalog.comparisonRows.column);
    const rows = casekatalog.comparisonRows.wanted(root.querySelector("[data-rows]"));
    casekatalog.delimited.save(
      casekatalog.comparisonSheet.list(columns, rows),
      wording.saved_files.shortlist,
    );
  }

  async function copy() {
    const address = casekatalog.kept.link(location.pathname, wanted());
    const isCopied = await casekatalog.clipboard.put(address);
    if (!isCopied) replace(address);
    status.textContent = isCopied ? wording.handout.copied : wording.handout.refused;
  }

  function start() {
    root.querySelector("[data-print]").addEventListener("click", () => window.print());
    addEventListener("beforeprint", unfold);
    const { contents } = casekatalog;
    casekatalog.agenda.enable(root.querySelector("[data-agenda-of-several]"), async () =>
      contents.agenda(await contents.of(root, wanted())),
    );
    root.querySelector("[data-csv]").addEventListener("click", download);
    root.querySelector("[data-copy]").addEventListener("click", copy);
    root.querySelector("[data-adopt]").addEventListener("click", adopt);
    root.querySelector("[data-clear]").addEventListener("click", async () => {
      await keep([]);
      status.focus();
    });
    casekatalog.shortlist.follow(() => {
      if (given() === null) show();
    });
    show();
  }

  start();
})();
