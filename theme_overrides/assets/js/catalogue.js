/* The catalogue page: filters, search field, results. What it shows is a function of `state` alone. */
(function (global) {
  "use strict";
  const KAT = global.KAT;
  const page = document.querySelector("[data-catalogue]");
  if (!page) return;

  const PORTION = 24, MOST_PRINTED = 500, PER_CARD_FILE = 16, PER_TEXT_FILE = 4;
  const SORT_NAMES = ["relevans", "titel", "nyeste", "bekraeftet"];
  const find = function (selector) { return page.querySelector(selector); };
  const form = find("[data-facets]"), query = find("[data-query]"), field = query.elements.q;
  const results = find("[data-results]"), status = find("[data-status]"), notice = find("[data-notice]");
  const chips = find("[data-chips]"), more = find("[data-more]"), sort = find("[data-sort]");
  const panel = find("[data-panel]"), side = find("[data-side]");
  const search = new KAT.Search(KAT);
  const boxes = new Map();
  let facets = null, values = {}, state = KAT.state.empty(), unknown = [];
  let current = null, shown = PORTION, turn = 0, typing = false, pristine = true;

  start();

  async function start() {
    collectBoxes();
    listen();
    await KAT.load(["facets"]);
    facets = new KAT.Facets(KAT.get("facets"));
    for (const [name, facet] of facets.facets) values[name] = facet.names;
    page.classList.add("is-live");
    document.querySelectorAll("[data-static]").forEach(function (part) { part.hidden = true; });
    const before = history.state && history.state.catalogue;
    readAddress();
    if (before) shown = before.shown;
    await update();
    if (before && before.top) window.scrollTo(0, before.top);
  }

  /* State */

  function readAddress() {
    const read = KAT.state.read(location.search, values);
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
    const address = location.pathname + KAT.state.write(state, values);
    const replace = byTyping && typing;
    typing = Boolean(byTyping);
    try {
      history[replace ? "replaceState" : "pushState"]({ catalogue: { shown: shown } }, "", address);
    } catch (error) {
      /* Some browsers keep the address of a page from a folder. */
    }
    showState();
    return update();
  }

  function remember() {
    try {
      history.replaceState({ catalogue: { shown: shown, top: window.scrollY } }, "", location.href);
    } catch (error) {
      /* As above. */
    }
  }

  function without(facet, value) {
    const selection = Object.assign({}, state.selection);
    if (facet === "year") return { from: "", to: "" };
    selection[facet] = value ? selection[facet].filter(function (other) { return other !== value; }) : [];
    return { selection: selection };
  }

  function isPlain() {
    return !state.q.trim() && !KAT.state.write(state, values) && shown === PORTION;
  }

  /* From state to results */

  async function update() {
    const mine = ++turn;
    const answer = await ask(state.q);
    if (mine !== turn) return;
    const within = answer && !answer.empty ? answer.scores : null;
    const selection = KAT.state.selection(state, values.year);
    const counted = facets.count(selection, within);
    const by = sorting(Boolean(within));
    if (by === "bekraeftet") await KAT.load(["confirmed"]);
    const ids = inOrder(counted.matching, by, within);
    const first = ids.slice(0, shown);
    await KAT.load(cardFiles(first));
    if (mine !== turn) return;
    current = { answer: within ? answer : null, ids: ids, counts: counted.counts, selection: selection, isHit: null };
    if (within) current.isHit = KAT.excerpt.matcher(answer);
    paintStatus(by);
    paintChips();
    paintNotice();
    paintCounts();
    if (!(pristine && isPlain())) paintResults(first);
    pristine = false;
    more.hidden = ids.length <= shown;
    if (within) loadExcerpts(mine, first);
  }

  /* The answer to a text, once every file that it needs is there; null without a text. */
  async function ask(text) {
    if (!text.trim()) return null;
    let answer = search.run(text);
    while (answer.need) {
      await KAT.load(answer.need);
      answer = search.run(text);
    }
    if (answer.phrases && answer.phrases.length) await keepPhrases(answer);
    return answer;
  }

  async function keepPhrases(answer) {
    const ids = [];
    for (let i = 0; i < facets.cases; i++) if (answer.scores[i]) ids.push(i);
    await KAT.load(textFiles(ids).concat(cardFiles(ids)));
    answer.scores = answer.scores.slice();
    for (const id of ids) {
      const card = cardOf(id), text = [card.title, card.summary, card.place, card.themes.join("\n"), textOf(id)].join("\n");
      if (!answer.phrases.every(function (phrase) { return KAT.excerpt.hasPhrase(text, phrase); })) answer.scores[id] = 0;
    }
  }

  function sorting(hasText) {
    if (state.sort && (hasText || state.sort !== "relevans")) return state.sort;
    return hasText ? "relevans" : "titel";
  }

  function inOrder(matching, by, scores) {
    const ids = Array.from(matching);
    if (by === "relevans") ids.sort(function (a, b) { return scores[b] - scores[a] || a - b; });
    if (by === "nyeste") {
      const facet = facets.facets.get("year");
      const year = function (id) { return facet.from[id] < facet.from[id + 1] ? Number(facet.names[facet.values[facet.from[id]]]) : 0; };
      ids.sort(function (a, b) { return year(b) - year(a) || a - b; });
    }
    if (by === "bekraeftet") {
      const dates = KAT.get("confirmed").split(",");
      ids.sort(function (a, b) { return dates[b] < dates[a] ? -1 : dates[b] > dates[a] ? 1 : a - b; });
    }
    return ids;
  }

  function files(name, ids, size) {
    return Array.from(new Set(ids.map(function (id) { return name + "/" + Math.floor(id / size); })));
  }

  function cardFiles(ids) { return files("cards", ids, PER_CARD_FILE); }
  function textFiles(ids) { return files("texts", ids, PER_TEXT_FILE); }

  function cardOf(id) {
    const card = KAT.get("cards/" + Math.floor(id / PER_CARD_FILE))[id % PER_CARD_FILE];
    return { slug: card[0], title: card[1], summary: card[2], place: card[3], years: card[4], themes: card[5],
      gain: card[6], evidence: card[7], level: card[8], short: card[9] };
  }

  function textOf(id) {
    const texts = KAT.get("texts/" + Math.floor(id / PER_TEXT_FILE));
    return texts ? texts[id % PER_TEXT_FILE] : "";
  }

  function urlOf(card) {
    return KAT.link("case/" + card.slug + "/");
  }

  /* Painting */

  function el(name, className, children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (children !== undefined) element.append.apply(element, Array.isArray(children) ? children : [children]);
    return element;
  }

  function marked(text) {
    if (!current.isHit) return [text];
    return KAT.excerpt.pieces(text, current.isHit).map(function (piece, index) {
      return index % 2 ? el("mark", "", piece) : piece;
    });
  }

  function paintStatus(by) {
    const found = current.ids.length, all = facets.cases;
    const text = found === all ? all + " cases" : found + " af " + all + " cases";
    if (status.textContent !== text) status.textContent = text;
    for (const show of document.querySelectorAll("[data-show]")) show.textContent = "Vis " + found + (found === 1 ? " case" : " cases");
    sort.value = by;
    sort.options[0].disabled = !current.answer;
  }

  function paintChips() {
    const list = [];
    for (const [name, boxList] of boxes) {
      for (const value of state.selection[name] || []) {
        const box = boxList.find(function (other) { return other.value === value; });
        list.push(chip(nameOf(name) + ": " + box.label, name, value));
      }
    }
    if (state.from || state.to) list.push(chip("Startår: " + (state.from || "…") + "–" + (state.to || "…"), "year", ""));
    const count = list.length;
    find("[data-filter-count]").textContent = count ? " (" + count + ")" : "";
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
      const chosen = name === "year" ? Number(Boolean(state.from || state.to)) : (state.selection[name] || []).length;
      const mark = facet.querySelector("[data-chosen]");
      mark.textContent = chosen ? String(chosen) : "";
      if (chosen) mark.setAttribute("aria-label", chosen + " valgt"); else mark.removeAttribute("aria-label");
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
    return form.querySelector('[data-facet="' + facet + '"] summary span').textContent;
  }

  function paintNotice() {
    const parts = [], answer = current.answer;
    if (unknown.length) parts.push(el("p", "", "Linket har et filter, som ikke findes og er sprunget over: " + unknown.join(", ")));
    if (answer) {
      for (const pair of answer.corrected) {
        parts.push(el("p", "", ["Ingen cases har ordet “" + pair[0] + "”. Her er cases med ", words(pair[1], pair[0]), "."]));
      }
      for (const failure of answer.failed) {
        parts.push(el("p", "", ["Ingen cases har ordet “" + failure.word + "”, og det er sprunget over."].concat(
          failure.offers.length ? [" Mente du ", words(failure.offers, failure.word), "?"] : [])));
      }
      if (answer.relaxed) parts.push(el("p", "", "Ingen cases har alle ordene. Her er dem, der har flest af dem."));
    }
    if (!current.ids.length) {
      parts.push(el("p", "", el("strong", "", "Ingen cases passer på det hele.")));
      const ways = loosenings();
      if (ways.length) parts.push(el("ul", "bare loosen", ways));
    }
    notice.replaceChildren.apply(notice, parts);
    notice.hidden = !parts.length;
  }

  function words(list, wrong) {
    const span = el("span");
    list.forEach(function (word, index) {
      const button = el("button", "word", word);
      button.type = "button";
      button.dataset.word = word;
      button.dataset.wrong = wrong;
      span.append(index ? (index === list.length - 1 ? " eller " : ", ") : "", button);
    });
    return span;
  }

  /* Ways out when nothing is found: each filter, or the text, left out alone. */
  function loosenings() {
    const ways = [], scores = current.answer && current.answer.scores;
    for (const name of Object.keys(current.selection)) {
      if (!current.selection[name].length) continue;
      const rest = Object.assign({}, current.selection);
      delete rest[name];
      const found = facets.count(rest, scores).matching.length;
      if (found) ways.push(way("Uden filteret " + nameOf(name), found, name));
    }
    if (scores) {
      const found = facets.count(current.selection, null).matching.length;
      if (found) ways.push(way("Uden søgeteksten", found, "q"));
    }
    return ways;
  }

  function way(label, found, facet) {
    const button = el("button", "chip", label + " (" + found + ")");
    button.type = "button";
    button.dataset.loosen = facet;
    return el("li", "", button);
  }

  function paintCounts() {
    for (const facet of form.querySelectorAll("details[data-facet][open]")) paintFacet(facet.dataset.facet);
  }

  function paintFacet(name) {
    if (!current || !boxes.has(name)) return;
    const counts = current.counts[name];
    boxes.get(name).forEach(function (box, index) {
      if (box.shown === counts[index]) return;
      box.count.data = String(counts[index]);
      if (!counts[index] !== !box.shown) box.row.classList.toggle("is-none", !counts[index]);
      box.shown = counts[index];
    });
  }

  function paintResults(ids) {
    const list = state.view === "tabel" ? table(ids) : el("ul", "bare cards", ids.map(card));
    results.replaceChildren.apply(results, ids.length ? [list] : []);
  }

  function card(id) {
    const found = cardOf(id);
    const link = el("a", "", marked(found.title));
    link.href = urlOf(found);
    const meta = [found.place, found.years, found.short ? "kort case" : ""].filter(Boolean).join(" · ");
    const tags = found.themes.map(function (theme) { return el("span", "tag tag--theme", marked(theme)); });
    if (found.gain) {
      const dots = el("span", "badge__dots");
      dots.setAttribute("aria-hidden", "true");
      tags.push(el("span", "badge badge--" + found.level, [dots, found.gain + ": " + found.evidence.toLowerCase()]));
    }
    const item = el("li", "card", [
      el("p", "card__meta", marked(meta)),
      el("h3", "card__title", link),
      el("p", "card__summary", marked(found.summary)),
    ]);
    const hit = excerptOf(id);
    if (hit) item.append(hit);
    item.append(el("p", "card__tags", tags));
    item.dataset.id = id;
    return item;
  }

  function table(ids) {
    const head = ["Case", "Kommune", "År", "Temaer", "Stærkeste gevinst"].map(function (name) {
      const cell = el("th", "", name);
      cell.scope = "col";
      return cell;
    });
    const frame = el("div", "table-wrap", el("table", "results", [
      el("caption", "visually-hidden", "Cases"), el("thead", "", el("tr", "", head)), el("tbody", "", ids.map(row)),
    ]));
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Cases som tabel");
    return frame;
  }

  function row(id) {
    const found = cardOf(id), link = el("a", "", marked(found.title));
    link.href = urlOf(found);
    const head = el("th", "", link);
    head.scope = "row";
    const line = el("tr", "", [head, el("td", "", marked(found.place)), el("td", "", found.years),
      el("td", "", marked(found.themes.join(", "))),
      el("td", "", found.gain ? found.gain + " (" + found.evidence.toLowerCase() + ")" : "ikke oplyst")]);
    line.dataset.id = id;
    return line;
  }

  /* The piece of a case's text that has the hits, when title and summary do not show them all. */
  function excerptOf(id) {
    if (!current.isHit || !textOf(id)) return null;
    const text = KAT.excerpt.excerpt(textOf(id), current.isHit, 150);
    return text ? el("p", "card__excerpt", marked(text)) : null;
  }

  async function loadExcerpts(mine, ids) {
    const wanted = ids.filter(function (id) { return !textOf(id); });
    if (!wanted.length) return;
    await new Promise(function (done) { setTimeout(done, 120); });
    if (mine !== turn) return;
    await KAT.load(textFiles(wanted));
    if (mine !== turn || state.view === "tabel") return;
    for (const item of results.querySelectorAll(".card")) {
      const hit = item.querySelector(".card__excerpt") ? null : excerptOf(Number(item.dataset.id));
      if (hit) item.querySelector(".card__tags").before(hit);
    }
  }

  async function showMore() {
    const from = shown, mine = turn;
    shown += PORTION;
    const next = current.ids.slice(from, shown);
    await KAT.load(cardFiles(next));
    if (mine !== turn) return;
    const list = results.querySelector("tbody") || results.querySelector("ul");
    const added = next.map(state.view === "tabel" ? row : card);
    list.append.apply(list, added);
    more.hidden = current.ids.length <= shown;
    added[0].querySelector("a").focus();
    remember();
    if (current.answer) loadExcerpts(turn, next);
  }

  /* What the reader does */

  function collectBoxes() {
    for (const input of form.querySelectorAll('input[type="checkbox"]')) {
      const row = input.closest("li"), count = row.querySelector(".count");
      if (!boxes.has(input.name)) boxes.set(input.name, []);
      boxes.get(input.name).push({ input: input, value: input.value, row: row, count: count.firstChild,
        label: row.querySelector("span").textContent, shown: -1 });
    }
  }

  function listen() {
    field.addEventListener("input", function () {
      if (facets) change({ q: field.value }, true);
    });
    query.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("change", function (event) {
      if (!facets) return;
      const input = event.target;
      if (input.name === "fra" || input.name === "til") {
        const years = [form.elements.fra.value, form.elements.til.value];
        change({ from: /^\d{4}$/.test(years[0]) ? years[0] : "", to: /^\d{4}$/.test(years[1]) ? years[1] : "" });
      } else if (input.type === "checkbox") {
        const selection = Object.assign({}, state.selection);
        selection[input.name] = boxes.get(input.name).filter(function (box) { return box.input.checked; })
          .map(function (box) { return box.value; });
        change({ selection: selection });
      }
    });
    form.addEventListener("input", function (event) {
      if (!event.target.matches("[data-narrow]")) return;
      const text = KAT.danish.canonical(event.target.value.trim());
      for (const box of boxes.get("municipality")) box.row.hidden = !KAT.danish.canonical(box.label).includes(text);
    });
    form.addEventListener("toggle", function (event) {
      if (event.target.open) paintFacet(event.target.dataset.facet);
    }, true);
    sort.addEventListener("change", function () {
      if (SORT_NAMES.includes(sort.value)) change({ sort: sort.value });
    });
    page.addEventListener("click", click);
    panel.addEventListener("close", function () {
      side.append(form);
      find("[data-open-panel]").setAttribute("aria-expanded", "false");
    });
    window.matchMedia("(min-width: 60em)").addEventListener("change", function () { if (panel.open) panel.close(); });
    window.addEventListener("popstate", function () {
      typing = false;
      const before = history.state && history.state.catalogue;
      shown = before ? before.shown : PORTION;
      readAddress();
      update();
    });
    window.addEventListener("pagehide", remember);
  }

  function click(event) {
    const button = event.target.closest("button");
    if (!button || !facets) return;
    const data = button.dataset;
    if (data.view) change({ view: data.view });
    else if ("clear" in data) clear();
    else if ("remove" in data) removeChip(button);
    else if ("loosen" in data) { change(data.loosen === "q" ? { q: "" } : without(data.loosen)); find("#cases").focus(); }
    else if ("word" in data) { change({ q: replaced(data.wrong, data.word) }); field.focus(); }
    else if ("openPanel" in data) openPanel(button);
    else if ("closePanel" in data) panel.close();
    else if ("copy" in data) copyLink(button);
    else if ("csv" in data) download();
    else if ("print" in data) printList();
    else if (button.parentElement === more) showMore();
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
    return words.map(function (part) { return KAT.danish.canonical(part).includes(wrong) ? word : part; }).join("");
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
    } catch (error) {
      button.textContent = "Kopiér adressen øverst i browseren";
    }
    setTimeout(function () { button.textContent = "Kopiér link"; }, 3000);
  }

  async function download() {
    await KAT.load(cardFiles(current.ids));
    const rows = current.ids.map(function (id) {
      const found = cardOf(id);
      return [found.title, found.place, found.years, found.themes.join(", "), found.gain, found.evidence, found.summary,
        urlOf(found)];
    });
    rows.unshift(["Case", "Kommune", "År", "Temaer", "Stærkeste gevinst", "Dokumentation", "Resumé", "Adresse"]);
    const link = el("a");
    link.href = URL.createObjectURL(new Blob([KAT.state.csv(rows)], { type: "text/csv;charset=utf-8" }));
    link.download = "cases.csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  async function printList() {
    const ids = current.ids.slice(0, MOST_PRINTED);
    await KAT.load(cardFiles(ids));
    shown = Math.max(shown, ids.length);
    paintResults(ids);
    more.hidden = current.ids.length <= shown;
    window.print();
  }
})(globalThis);
