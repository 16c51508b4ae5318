/* The catalogue page: filters, search field, results. What it shows is a function of `state` alone. */
(() => {
  "use strict";
  const { el } = casekatalog.dom;
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const PORTION = 24,
    MOST_PRINTED = 500;
  const { cards, card, table, row, addExcerpts, announcer, failure } = casekatalog.results;
  const find = (selector) => page.querySelector(selector);
  const form = find("[data-facets]"),
    query = find("[data-query]"),
    field = query.elements.q;
  const results = find("[data-results]"),
    status = find("[data-status]"),
    notice = find("[data-notice]");
  const chips = find("[data-chips]"),
    more = find("[data-more]"),
    sort = find("[data-sort]");
  const nearby = find("[data-nearby]"),
    panel = find("[data-panel]"),
    side = find("[data-side]"),
    menu = find("[data-menu]");
  const announce = announcer(find("[data-announce]")),
    boxes = new Map();
  let facets = null,
    values = {},
    state = casekatalog.state.empty(),
    unknown = [];
  let current = null,
    shown = PORTION,
    turn = 0,
    typing = false,
    pristine = true,
    failed = null;

  collectBoxes();
  listen();
  casekatalog.settled = attempt(start);

  async function start() {
    await casekatalog.store.load(["facets"]);
    facets = new casekatalog.Facets(casekatalog.store);
    values = facets.values;
    page.classList.add("is-live");
    document.querySelectorAll("[data-static]").forEach((part) => {
      part.hidden = true;
    });
    const before = history.state?.catalogue,
      early = field.value;
    readAddress();
    if (before) shown = before.shown;
    else if (early.trim() && !state.q) return change({ q: early }, true);
    await update();
    if (before?.top) window.scrollTo(0, before.top);
  }

  /* Do what may need files of the index; when one does not come, say so and offer to do it again. */
  async function attempt(action) {
    try {
      failed = null;
      await action();
    } catch (error) {
      if (!(error instanceof casekatalog.store.NotLoaded)) throw error;
      failed = action;
      paintFailure();
    }
  }

  /* State */

  function readAddress() {
    const read = casekatalog.state.read(location.search, values, casekatalog.store.get("facets").names);
    state = read.state;
    unknown = read.unknown;
    showState();
  }

  function showState() {
    if (field.value.trim() !== state.q.trim()) field.value = state.q;
    for (const [name, list] of boxes) {
      const chosen = new Set(state.selection[name] || []);
      for (const box of list) box.input.checked = chosen.has(box.value);
    }
    form.elements.fra.value = state.from;
    form.elements.til.value = state.to;
    find('[data-view="kort"]').setAttribute("aria-pressed", String(state.view === "kort"));
    find('[data-view="tabel"]').setAttribute("aria-pressed", String(state.view === "tabel"));
  }

  function change(next, byTyping) {
    state = Object.assign({}, state, next);
    unknown = [];
    shown = PORTION;
    const address = location.pathname + casekatalog.state.write(state, values);
    setTimeout(record, 0, byTyping && typing ? "replaceState" : "pushState", address);
    typing = Boolean(byTyping);
    showState();
    casekatalog.settled = attempt(update);
    return casekatalog.settled;
  }

  /* Browsers take milliseconds over an address: it is written once the results are there. */
  function record(method, address, top) {
    try {
      history[method]({ catalogue: { shown, top } }, "", address);
    } catch (_error) {
      /* Some browsers keep the address of a page from a folder. */
    }
  }

  function remember() {
    record("replaceState", location.href, window.scrollY);
  }

  function without(facet, value) {
    const selection = Object.assign({}, state.selection);
    if (facet === "year") return { from: "", to: "" };
    selection[facet] = value ? selection[facet].filter((other) => other !== value) : [];
    return { selection };
  }

  function isPlain() {
    return !state.q.trim() && !casekatalog.state.write(state, values) && shown === PORTION;
  }

  /* From state to results */

  async function update() {
    const mine = ++turn;
    const answer = await ask(state.q);
    if (mine !== turn) return;
    const within = answer && !answer.empty ? answer.scores : null;
    const selection = casekatalog.state.selection(state, values.year);
    await takeUp(Object.keys(selection).concat(opened(), state.sort === "nyeste" ? ["year"] : []));
    if (mine !== turn) return;
    const counted = facets.count(selection, within);
    const by = sorting(Boolean(within));
    if (by === "bekraeftet") await casekatalog.store.load(["confirmed"]);
    const ids = inOrder(counted.matching, by, within);
    const first = ids.slice(0, shown),
      near = casekatalog.notices.nearby(answer, ids.length, facets, selection);
    const stands = pristine && isPlain(); /* the page brings these cards itself */
    await casekatalog.store.load(stands ? [] : casekatalog.store.filesOf("cards", first.concat(near)));
    if (mine !== turn) return;
    current = { answer: within ? answer : null, ids, counts: counted.counts, selection, isHit: null };
    if (within) current.isHit = casekatalog.excerpt.matcher(answer);
    paintStatus(by);
    paintChips();
    paintNotice();
    const said = [status, ...notice.querySelectorAll("p")].map((part) => part.textContent);
    announce(said.concat(casekatalog.notices.paintNearby(nearby, near, current.isHit)).join(". "));
    opened().forEach(paintFacet);
    if (!stands) paintResults(first);
    pristine = false;
    more.hidden = ids.length <= shown;
    if (within) loadExcerpts(mine, first.concat(near));
  }

  /* Facets are loaded when they are opened or chosen from. */
  async function takeUp(names) {
    const files = facets.need(names);
    if (files.length) await casekatalog.store.load(files);
    facets.add(names);
  }

  function opened() {
    return Array.from(form.querySelectorAll("details[data-facet][open]"), (part) => part.dataset.facet);
  }

  /* The answer to a text, once every file that it needs is there; null without a text. */
  async function ask(text) {
    if (!text.trim()) return null;
    await casekatalog.store.load(["engine"]);
    const answer = await casekatalog.engine.ask(text);
    if (answer.phrases?.length) await keepPhrases(answer);
    return answer;
  }

  async function keepPhrases(answer) {
    const ids = [];
    for (let i = 0; i < facets.cases; i++) if (answer.scores[i]) ids.push(i);
    await casekatalog.store.load(
      casekatalog.store.filesOf("texts", ids).concat(casekatalog.store.filesOf("cards", ids)),
    );
    answer.scores = answer.scores.slice();
    for (const id of ids) {
      const found = casekatalog.store.card(id),
        text = [found.title, found.summary, found.place, casekatalog.store.part("texts", id)].join("\n");
      if (!answer.phrases.every((phrase) => casekatalog.excerpt.hasPhrase(text, phrase)))
        answer.scores[id] = 0;
    }
  }

  function sorting(hasText) {
    if (state.sort && (hasText || state.sort !== "relevans")) return state.sort;
    return hasText ? "relevans" : "titel";
  }

  function inOrder(matching, by, scores) {
    if (by === "relevans") return casekatalog.ranking.ranked(matching, scores);
    const ids = Array.from(matching);
    if (by === "nyeste") {
      const years = new Map(ids.map((id) => [id, Number(facets.of("year", id)[0] || 0)]));
      ids.sort((a, b) => years.get(b) - years.get(a) || a - b);
    }
    if (by === "bekraeftet") {
      const dates = casekatalog.store.get("confirmed").split(",");
      ids.sort((a, b) => (dates[b] < dates[a] ? -1 : dates[b] > dates[a] ? 1 : a - b));
    }
    return ids;
  }

  /* Painting */

  function paintStatus(by) {
    const found = current.ids.length,
      all = facets.cases;
    status.textContent = found === all ? `${all} cases` : `${found} af ${all} cases`;
    status.dataset.text = state.q.trim();
    for (const show of document.querySelectorAll("[data-show]"))
      show.textContent = `Vis ${found}${found === 1 ? " case" : " cases"}`;
    sort.value = by;
    sort.options[0].disabled = !current.answer;
  }

  function paintChips() {
    const list = [];
    for (const [name, boxList] of boxes) {
      for (const value of state.selection[name] || []) {
        const box = boxList.find((other) => other.value === value);
        list.push(chip(`${nameOf(name)}: ${box.label}`, name, value));
      }
    }
    if (state.from || state.to)
      list.push(chip(`Startår: ${state.from || "…"}–${state.to || "…"}`, "year", ""));
    const count = list.length;
    find("[data-filter-count]").textContent = count ? ` (${count})` : "";
    if (count) {
      const clear = el("button", "chip chip--all", "Ryd alle");
      clear.type = "button";
      clear.dataset.clear = "";
      list.push(el("li", "", clear));
    }
    chips.replaceChildren.apply(chips, list);
    chips.hidden = !count;
    for (const facet of form.querySelectorAll("[data-facet]")) {
      const name = facet.dataset.facet;
      const chosen =
        name === "year" ? Number(Boolean(state.from || state.to)) : (state.selection[name] || []).length;
      const mark = facet.querySelector("[data-chosen]");
      mark.replaceChildren.apply(
        mark,
        chosen ? [String(chosen), el("span", "visually-hidden", " valgt")] : [],
      );
    }
  }

  function chip(label, facet, value) {
    const button = el("button", "chip", [el("span", "visually-hidden", "Fjern filter: "), label, " "]);
    const cross = el("span", "", "×");
    cross.setAttribute("aria-hidden", "true");
    button.append(cross);
    button.type = "button";
    button.dataset.remove = facet;
    button.dataset.value = value;
    return el("li", "", button);
  }

  function nameOf(facet) {
    return form.querySelector(`[data-facet="${facet}"] summary span`).textContent;
  }

  function paintNotice() {
    const parts = [],
      answer = current.answer;
    if (unknown.length)
      parts.push(
        el("p", "", `Linket har et filter, som ikke findes og er sprunget over: ${unknown.join(", ")}`),
      );
    if (answer) parts.push(...casekatalog.notices.told(answer));
    if (!current.ids.length) {
      if (!answer || answer.failed.length < answer.words.length)
        parts.push(el("p", "", el("strong", "", "Ingen cases passer på det hele.")));
      const ways = loosenings();
      if (ways.length) parts.push(el("ul", "bare loosen", ways));
    }
    notice.replaceChildren.apply(notice, parts);
    notice.hidden = !parts.length;
  }

  function paintFailure() {
    notice.replaceChildren.apply(notice, failure());
    notice.hidden = false;
    announce(notice.querySelector("p").textContent);
  }

  /* Ways out when nothing is found: each filter, or the text, left out alone. */
  function loosenings() {
    const ways = [],
      scores = current.answer?.scores;
    for (const name of Object.keys(current.selection)) {
      if (!current.selection[name].length) continue;
      const rest = Object.assign({}, current.selection);
      delete rest[name];
      const found = facets.count(rest, scores).matching.length;
      if (found) ways.push(way(`Uden filteret ${nameOf(name)}`, found, name));
    }
    if (scores) {
      const found = facets.count(current.selection, null).matching.length;
      if (found) ways.push(way("Uden søgeteksten", found, "q"));
    }
    return ways;
  }

  function way(label, found, facet) {
    const button = el("button", "chip", `${label} (${found})`);
    button.type = "button";
    button.dataset.loosen = facet;
    return el("li", "", button);
  }

  function paintFacet(name) {
    const counts = current?.counts[name];
    if (!counts || !boxes.has(name)) return;
    boxes.get(name).forEach((box, index) => {
      if (box.shown === counts[index]) return;
      box.count.data = String(counts[index]);
      if (!counts[index] !== !box.shown) box.row.classList.toggle("is-none", !counts[index]);
      box.shown = counts[index];
    });
  }

  function paintResults(ids) {
    const list = (state.view === "tabel" ? table : cards)(ids, current.isHit);
    results.replaceChildren.apply(results, ids.length ? [list] : []);
  }

  /* Excerpts come when the reader pauses: they take longer than all the rest. */
  async function loadExcerpts(mine, ids) {
    await new Promise((done) => {
      setTimeout(done, 150);
    });
    if (mine !== turn) return;
    try {
      await casekatalog.store.load(casekatalog.store.filesOf("texts", ids));
    } catch {
      return; /* the list is complete without them */
    }
    if (mine === turn)
      [results, nearby].forEach((list) => {
        addExcerpts(list, current.isHit);
      });
  }

  async function showMore() {
    const from = shown,
      mine = turn,
      next = current.ids.slice(from, from + PORTION);
    await casekatalog.store.load(casekatalog.store.filesOf("cards", next));
    if (mine !== turn) return;
    shown = from + PORTION;
    const added = next.map((id) => (state.view === "tabel" ? row : card)(id, current.isHit));
    const list = results.querySelector("tbody") || results.querySelector("ul");
    list.append.apply(list, added);
    more.hidden = current.ids.length <= shown;
    added[0].querySelector("a").focus();
    remember();
    if (current.answer) loadExcerpts(turn, next);
  }

  /* What the reader does */

  function collectBoxes() {
    for (const input of form.querySelectorAll('input[type="checkbox"]')) {
      const row = input.closest("li"),
        count = row.querySelector(".count");
      if (!boxes.has(input.name)) boxes.set(input.name, []);
      boxes.get(input.name).push({
        input,
        value: input.value,
        row,
        count: count.firstChild,
        label: row.querySelector("span").textContent,
        shown: -1,
      });
    }
  }

  function listen() {
    field.addEventListener("focus", () => {
      casekatalog.store.load(["engine", "terms"]).catch(() => {
        /* Typing asks for them again, and tells. */
      });
    });
    field.addEventListener("input", () => {
      if (facets) change({ q: field.value }, true);
    });
    query.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    form.addEventListener("change", (event) => {
      if (!facets) return;
      const input = event.target;
      if (input.name === "fra" || input.name === "til") {
        change(casekatalog.state.range(form.elements.fra.value, form.elements.til.value));
      } else if (input.type === "checkbox") {
        const selection = Object.assign({}, state.selection);
        selection[input.name] = boxes
          .get(input.name)
          .filter((box) => box.input.checked)
          .map((box) => box.value);
        change({ selection });
      }
    });
    form.addEventListener("input", (event) => {
      if (event.target.matches("[data-narrow]")) attempt(() => narrow(event.target));
    });
    form.addEventListener(
      "toggle",
      (event) => {
        if (facets && current && event.target.open && !current.counts[event.target.dataset.facet])
          casekatalog.settled = attempt(update);
        else if (event.target.open) paintFacet(event.target.dataset.facet);
      },
      true,
    );
    sort.addEventListener("change", () => {
      change({ sort: sort.value });
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) closeMenu();
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    page.addEventListener("click", click);
    panel.addEventListener("close", () => {
      side.append(form);
      find("[data-open-panel]").setAttribute("aria-expanded", "false");
    });
    window.matchMedia("(min-width: 60em)").addEventListener("change", () => {
      if (panel.open) panel.close();
    });
    window.addEventListener("popstate", () => {
      typing = false;
      const before = history.state?.catalogue;
      shown = before ? before.shown : PORTION;
      readAddress();
      casekatalog.settled = attempt(update);
    });
    window.addEventListener("pagehide", remember);
  }

  /* Show those values of a facet alone whose name has what is typed. */
  async function narrow(input) {
    await casekatalog.store.load(["engine"]);
    const text = casekatalog.danish.canonical(input.value.trim());
    for (const box of boxes.get(input.closest("[data-facet]").dataset.facet))
      box.row.hidden = !casekatalog.danish.canonical(box.label).includes(text);
  }

  function click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const data = button.dataset;
    if ("retry" in data) return retry();
    if (!facets) return;
    if (data.view) change({ view: data.view });
    else if ("clear" in data) clear();
    else if ("remove" in data) removeChip(button);
    else if ("loosen" in data) {
      change(data.loosen === "q" ? { q: "" } : without(data.loosen));
      find("#cases").focus();
    } else if ("word" in data) {
      change({ q: replaced(data.wrong, data.word) });
      field.focus();
    } else if ("openPanel" in data) openPanel(button);
    else if ("closePanel" in data) panel.close();
    else if ("copy" in data) copyLink(button);
    else if ("csv" in data) attempt(download);
    else if ("print" in data) attempt(printList);
    else if (button.parentElement === more) attempt(showMore);
  }

  async function retry() {
    casekatalog.settled = attempt(failed);
    await casekatalog.settled;
    (failed ? find("[data-retry]") : find("#cases")).focus();
  }

  function closeMenu() {
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  function clear() {
    change({ selection: {}, from: "", to: "" });
    if (!panel.open) find("#cases").focus();
  }

  async function removeChip(button) {
    const index = Array.from(chips.querySelectorAll("button")).indexOf(button);
    await change(without(button.dataset.remove, button.dataset.value));
    const rest = chips.querySelectorAll("[data-remove]");
    (rest[Math.min(index, rest.length - 1)] || find("#cases")).focus();
  }

  function replaced(wrong, word) {
    const words = state.q.split(/(\s+)/);
    return words.map((part) => (part.includes(wrong) ? word : part)).join("");
  }

  function openPanel(button) {
    find("[data-panel-body]").append(form);
    button.setAttribute("aria-expanded", "true");
    panel.showModal();
  }

  async function copyLink(button) {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Linket er kopieret";
    } catch (_error) {
      button.textContent = "Kopiér adressen øverst i browseren";
    }
    setTimeout(() => {
      button.textContent = "Kopiér link";
    }, 3000);
  }

  async function download() {
    const names = Array.from(boxes.keys());
    await takeUp(names);
    await casekatalog.store.load(casekatalog.download.need(current.ids));
    const rows = casekatalog.download.rows(current.ids, names, facets, nameOf, labelsOf);
    const link = el("a");
    link.href = URL.createObjectURL(
      new Blob([casekatalog.state.csv(rows)], { type: "text/csv;charset=utf-8" }),
    );
    link.download = "cases.csv";
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 1000);
  }

  function labelsOf(name) {
    return new Map(boxes.get(name).map((box) => [box.value, box.label]));
  }

  async function printList() {
    const ids = current.ids.slice(0, MOST_PRINTED);
    await casekatalog.store.load(casekatalog.store.filesOf("cards", ids));
    shown = Math.max(shown, ids.length);
    paintResults(ids);
    more.hidden = current.ids.length <= shown;
    window.print();
  }
})();
