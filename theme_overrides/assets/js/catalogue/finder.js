/* What the search in the header finds: cases, emner, sider and begreber from the same index as the catalogue page. */
(() => {
  "use strict";
  const { el } = casekatalog.dom;
  const MOST = { case: 6, near: 4, tag: 5, page: 4, term: 4 };
  const NAMES = {
    case: "Cases",
    near: "Andre cases, der kan passe",
    tag: "Emner",
    page: "Sider",
    term: "Begreber",
  };
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
    const answer = text ? await casekatalog.engine.ask(text) : { empty: true };
    if (mine !== turn) return;
    if (answer.empty) {
      replace([]);
      tell("");
      return;
    }
    const groups = grouped(answer, casekatalog.store.get("facets").cases);
    await casekatalog.store.load(
      casekatalog.store.filesOf("cards", groups.case.slice(0, MOST.case).concat(groups.near)),
    );
    if (mine !== turn) return;
    paint(groups, answer, text);
  }

  function grouped(answer, cases) {
    const groups = { case: [], tag: [], page: [], term: [] },
      entries = casekatalog.store.get("entries"),
      { scores, near } = answer,
      others = [];
    for (let i = 0; i < scores.length; i++) {
      if (scores[i]) groups[i < cases ? "case" : entries[i - cases][0]].push(i);
      else if (near?.[i]) others.push(i);
    }
    for (const kind of Object.keys(groups)) {
      groups[kind] = casekatalog.ranking.ranked(groups[kind], scores);
    }
    const room = Math.min(MOST.near, MOST.case - groups.case.length);
    groups.near = near && room > 0 ? casekatalog.ranking.nearest(others, near).slice(0, room) : [];
    return groups;
  }

  function paint(groups, answer, text) {
    const isHit = casekatalog.excerpt.matcher(answer),
      cases = casekatalog.store.get("facets").cases,
      entries = casekatalog.store.get("entries");
    const parts = [];
    let total = 0;
    for (const kind of Object.keys(NAMES)) {
      const ids = groups[kind];
      if (kind !== "near") total += ids.length;
      if (!ids.length) continue;
      const heading = el("h2", "", `${NAMES[kind]} (${ids.length})`);
      heading.id = `finder-${kind}`;
      const list = el("ul", "bare");
      list.setAttribute("aria-labelledby", heading.id);
      for (const id of ids.slice(0, MOST[kind])) {
        if (id < cases) {
          const found = casekatalog.store.card(id);
          list.append(
            line(found.title, found.url, [found.place, found.years].filter(Boolean).join(" · "), isHit),
          );
        } else {
          const entry = entries[id - cases];
          list.append(line(entry[1], casekatalog.store.link(entry[2]), entry[3], isHit));
        }
      }
      parts.push(heading, list);
      if (kind === "case" && ids.length > MOST.case) {
        const all = el("a", "", `Vis alle ${ids.length} cases`);
        all.href = `${casekatalog.store.link("")}?q=${encodeURIComponent(text)}`;
        parts.push(el("p", "", all));
      }
    }
    replace(parts);
    tell(told(total, answer));
  }

  /* Results that come late keep the reader's place: at the same result, or the first. */
  function replace(parts) {
    const focused = document.activeElement;
    const at = focused instanceof HTMLAnchorElement && results.contains(focused) && focused.href;
    results.replaceChildren.apply(results, parts);
    if (!at) return;
    (links().find((link) => link.href === at) || links()[0] || field).focus();
  }

  function links() {
    return Array.from(results.querySelectorAll("a"));
  }

  function tell(text) {
    status.textContent = text;
    announce(text);
  }

  function told(total, answer) {
    const parts = [`${casekatalog.text.counted(total, "resultat", "resultater")}.`];
    for (const one of answer.corrected)
      parts.push(`Intet har ordet “${one.word}”; søgte på ${one.instead.join(", ")}.`);
    for (const failure of answer.failed.filter((one) => !one.elsewhere)) {
      parts.push(
        `Intet har ordet “${failure.word}”.${failure.offers.length ? ` Mente du ${failure.offers.join(" eller ")}?` : ""}`,
      );
    }
    return parts.join(" ");
  }

  function line(title, url, rest, isHit) {
    const link = el("a", "", marked(title, isHit));
    link.href = url;
    return el("li", "", rest ? [link, el("span", "", rest)] : link);
  }

  /* Arrow keys go from the field through the results and back. */
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
