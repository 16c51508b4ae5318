/** What the search in the header finds: cases, tags, pages and terms from the same index as the catalogue page. */
(() => {
  "use strict";
  const { wording } = casekatalog,
    { counted, fill, lister } = casekatalog.text;
  const { el } = casekatalog.dom;
  const MOST_CASES = 6,
    MOST_NEAR = 4;
  /** @typedef {"case" | "near" | SearchEntry["kind"]} FinderKind */
  /** @type {{ kind: FinderKind, most: number }[]} */
  const KINDS = [
    { kind: "case", most: MOST_CASES },
    { kind: "near", most: MOST_NEAR },
    { kind: "tag", most: 5 },
    { kind: "page", most: 4 },
    { kind: "term", most: 4 },
  ];
  const dialog = document.querySelector("[data-finder-dialog]"),
    field = dialog.querySelector("input");
  const status = dialog.querySelector("[data-finder-status]"),
    results = dialog.querySelector("[data-finder-results]");
  const { marked, announcer } = casekatalog.results;
  const announce = announcer(dialog.querySelector("[data-finder-announce]"));
  let turn = 0,
    answered = Promise.resolve();

  dialog.addEventListener("keydown", move);
  field.addEventListener("input", answer);
  if (field.value.trim()) answer();
  const { finder } = casekatalog;
  if (finder) finder.goToFirst = goToFirst;

  function answer() {
    answered = update().catch((error) => finder?.fail(error));
  }

  /* The results on the page may be those of what stood in the field before. */
  async function goToFirst() {
    await answered;
    const first = links()[0];
    if (first) first.click();
  }

  async function update() {
    const mine = ++turn,
      text = field.value.trim();
    await casekatalog.store.load(["engine", "facets", "entries"]);
    const answer = text ? await casekatalog.engine.ask(text) : null;
    if (mine !== turn) return;
    if (!answer) {
      replace([]);
      tell("");
      return;
    }
    const groups = grouped(answer, casekatalog.store.get("facets").cases);
    await casekatalog.store.load(
      casekatalog.store.filesOf("cards", groups.case.slice(0, MOST_CASES).concat(groups.near)),
    );
    if (mine !== turn) return;
    paint(groups, answer, text);
  }

  /**
   * @param {Answer} answer
   * @param {number} cases
   */
  function grouped(answer, cases) {
    /** @type {Record<FinderKind, number[]>} */
    const groups = { case: [], near: [], tag: [], page: [], term: [] };
    const entries = casekatalog.store.get("entries"),
      { scores, near } = answer,
      others = [];
    for (let i = 0; i < scores.length; i++) {
      if (scores[i]) groups[i < cases ? "case" : entries[i - cases].kind].push(i);
      else if (near?.[i]) others.push(i);
    }
    for (const { kind } of KINDS) groups[kind] = casekatalog.ranking.ranked(groups[kind], scores);
    const room = Math.min(MOST_NEAR, MOST_CASES - groups.case.length);
    if (near && room > 0) groups.near = casekatalog.ranking.nearest(others, near).slice(0, room);
    return groups;
  }

  /**
   * @param {Record<FinderKind, number[]>} groups
   * @param {Answer} answer
   * @param {string} text
   */
  function paint(groups, answer, text) {
    const isHit = casekatalog.excerpt.matcher(answer),
      parts = [];
    let total = 0;
    for (const { kind, most } of KINDS) {
      const ids = groups[kind];
      if (kind !== "near") total += ids.length;
      if (!ids.length) continue;
      const heading = el("h2", "", `${wording.finder_kinds[kind]} (${ids.length})`);
      heading.id = `finder-${kind}`;
      const list = el(
        "ul",
        "bare",
        ids.slice(0, most).map((id) => line(id, isHit)),
      );
      list.setAttribute("aria-labelledby", heading.id);
      parts.push(heading, list);
      if (kind === "case" && ids.length > most) parts.push(whole(ids.length, text));
    }
    replace(parts);
    tell(told(total, answer));
  }

  /**
   * Results that come late keep the reader's place: at the same result, or the first.
   * @param {Element[]} parts
   */
  function replace(parts) {
    const focused = document.activeElement;
    const at = focused instanceof HTMLAnchorElement && results.contains(focused) && focused.href;
    results.replaceChildren.apply(results, parts);
    if (!at) return;
    (links().find((link) => link.href === at) || links()[0] || field).focus();
  }

  /** @returns {HTMLAnchorElement[]} */
  function links() {
    return Array.from(results.querySelectorAll("a"));
  }

  /** @param {string} text */
  function tell(text) {
    status.textContent = text;
    announce(text);
  }

  /**
   * @param {number} total
   * @param {Answer} answer
   */
  function told(total, answer) {
    const parts = [counted(wording.finder_told.results, total)];
    for (const { word, instead } of answer.corrected)
      parts.push(fill(wording.finder_told.corrected, { word, words: instead.join(", ") }));
    for (const { word, offers } of answer.failed.filter((one) => !one.elsewhere)) {
      parts.push(fill(wording.finder_told.failed, { word }));
      if (offers.length)
        parts.push(fill(wording.finder_told.meant, { words: lister("disjunction").format(offers) }));
    }
    return parts.join(" ");
  }

  /**
   * Return the way to all of so many cases.
   * @param {number} count
   * @param {string} text
   */
  function whole(count, text) {
    const all = el("a", "", fill(wording.finder_told.all, { count }));
    all.href = `${casekatalog.store.link("")}?q=${encodeURIComponent(text)}`;
    return el("p", "", all);
  }

  /**
   * @param {number} id
   * @param {IsHit} isHit
   */
  function line(id, isHit) {
    const { title, url, rest } = shown(id);
    const link = el("a", "", marked(title, isHit));
    link.href = url;
    return el("li", "", rest ? [link, el("span", "", rest)] : link);
  }

  /**
   * Return what stands of a case or an entry.
   * @param {number} id
   */
  function shown(id) {
    const { cases } = casekatalog.store.get("facets");
    if (id < cases) {
      const { title, url, place, years } = casekatalog.store.card(id);
      return { title, url, rest: [place, years].filter(Boolean).join(" · ") };
    }
    const { title, url, lead } = casekatalog.store.get("entries")[id - cases];
    return { title, url: casekatalog.store.link(url), rest: lead };
  }

  /**
   * Arrow keys go from the field through the results and back.
   * @param {KeyboardEvent} event
   */
  function move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field].concat(links());
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  }

  casekatalog.put("finder", true);
})();
