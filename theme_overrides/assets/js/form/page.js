// The form "Foreslå en case": asks by the schema, checks while writing, keeps a draft, and ends in a YAML file.
(() => {
  "use strict";
  const root = document.querySelector("[data-case-form]");
  if (!root || !casekatalog.data.has("setup")) return;
  const setup = casekatalog.data.get("setup");
  const yaml = casekatalog.yaml;
  const rules = casekatalog.rules;
  const drafts = casekatalog.draft;
  const report = casekatalog.report;
  const sections = casekatalog.sections;
  const setText = report.setText;
  const WAIT = 150;

  // `base` is the file as it was loaded; `changed` and `touched` are the fields that were written in, and then left.
  const state = {
    slug: null,
    name: "",
    base: "",
    data: {},
    /** @type {any} */
    notes: null,
    kept: new Map(),
    changed: new Set(),
    touched: new Set(),
    all: false,
    isKept: true,
  };

  sections.pause().then(start);

  function start() {
    const asked = new URLSearchParams(location.search);
    const wanted = asked.get("case");
    const slug =
      wanted && (own(setup.cases, wanted) ? wanted : own(setup.aliases, wanted) && setup.aliases[wanted]);
    if (wanted && !slug) casekatalog.notice.unknown(wanted, setup);
    const origin = slug ? null : asked.get("inspireret");
    const number = drafts.numbered(asked.get("kladde"));
    if (origin && own(setup.cases, origin)) follow(origin, number);
    else if (slug) fetched(slug).then(open, unless("unloaded"));
    else open(null, number || 1);
  }

  function fetched(slug) {
    return casekatalog.store
      .script(`${root.dataset.data}case/${slug}.js`)
      .then(() => casekatalog.data.get(`case/${slug}`));
  }

  // A new case that does the same as another: its own draft, and what both share.
  function follow(origin, number) {
    const draft = drafts.isFrom(number, origin) ? number : drafts.another();
    const address = new URL(location.href);
    address.searchParams.set("kladde", draft);
    history.replaceState(null, "", address);
    casekatalog.notice.inspired(origin, setup);
    fetched(origin).then(({ data }) => {
      open(null, draft, { themes: data.themes, form: data.form, related: { inspired_by: [origin] } });
    }, unless("unloaded"));
  }

  function own(map, key) {
    return Object.hasOwn(map, key);
  }

  // What is done when a script did not come: the notice `which` tells it.
  function unless(which) {
    return (error) => {
      if (!(error instanceof casekatalog.store.NotLoaded)) throw error;
      casekatalog.notice.unloaded(which);
    };
  }

  // Opens a case from its file, or a new one by its number, with what it `shares` with another.
  async function open(loaded, number, shares) {
    if (loaded) load(loaded);
    else
      state.data = {
        title: "",
        summary: "",
        purpose: "",
        organisation: "",
        ...shares,
        sources: [{ title: "", publisher: "" }],
      };
    state.name = drafts.named(state.slug, number);
    state.notes = state.notes || noNotes();
    state.base = written();
    const draft = drafts.read(state.name, setup);
    if (draft?.data) {
      state.data = draft.data;
      state.notes = draft.notes || noNotes();
    }
    if (draft?.lost) casekatalog.notice.lost(draft.text);
    else if (draft) casekatalog.notice.show(loaded && draft.base !== state.base ? "outdated" : "draft");
    casekatalog.notice.others(loaded ? [] : drafts.others(state.name), drafts.another(state.name));
    keepEmpties(state.data);
    const maker = casekatalog.fields.of(setup, wasThere, moved, state.notes.aside);
    await sections.fill(maker, state.data, setup.schema);
    listen();
    await showRead();
    root.hidden = false;
  }

  function noNotes() {
    return { before: new Map(), inside: new Map(), after: new Map(), aside: new Map(), end: [] };
  }

  function load(loaded) {
    state.slug = loaded.slug;
    state.data = loaded.data;
    state.notes = drafts.placed(loaded.notes, loaded.data);
    document.querySelector("[data-form-title]").textContent = `Ret casen: ${setup.cases[loaded.slug]}`;
  }

  // Remembers which lists and groups a file has, so that they stay in it when they become empty.
  function keepEmpties(value) {
    if (typeof value !== "object" || value === null) return;
    state.kept.set(value, Object.keys(value));
    Object.values(value).forEach(keepEmpties);
  }

  function wasThere(holder, key) {
    const keys = state.kept.get(holder);
    return Boolean(keys && (key === undefined || keys.includes(key)));
  }

  // The comments of a list's items move along with them; `order` has the former place of each.
  function moved(list, order) {
    [state.notes.before, state.notes.inside, state.notes.after].forEach((map) => {
      const held = map.get(list);
      if (!held) return;
      const now = {};
      order.forEach((from, to) => {
        if (held[from] !== undefined) now[to] = held[from];
      });
      map.set(list, now);
    });
  }

  function listen() {
    for (const kind of ["input", "change", "kat-change"]) root.addEventListener(kind, changed);
    root.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    root.addEventListener("focusout", (event) => {
      const box = event.target.closest("[data-path]");
      if (box && state.changed.has(box.dataset.path)) touch(box.dataset.path);
    });
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("beforeunload", (event) => {
      leave();
      if (!state.isKept) event.preventDefault();
    });
    drafts.onOtherTab(state.name, () => casekatalog.notice.show("elsewhere"));
    document.querySelectorAll("[data-form-forget]").forEach((button) => {
      button.addEventListener("click", forget);
    });
    document.querySelector("[data-form-check]").addEventListener("click", showAll);
    casekatalog.send.listen(showAll);
  }

  async function showAll() {
    state.all = true;
    await showRead();
    document.querySelector("[data-form-verdict]").focus();
  }

  // What has changed

  function changed(event) {
    const box = event.target.closest("[data-path]");
    if (box) state.changed.add(box.dataset.path);
    if (box && event.type !== "input") state.touched.add(box.dataset.path);
    later();
  }

  function touch(path) {
    state.touched.add(path);
    later();
  }

  function later() {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => {
      keep();
      showRead();
    }, WAIT);
  }

  // An empty form has no text to read.
  function showRead() {
    const read = casekatalog.elements.hasContent(state.data)
      ? casekatalog.markdown.ready(root.dataset.parser)
      : Promise.resolve();
    casekatalog.settled = read.then(show).catch(unless("unread"));
    return casekatalog.settled;
  }

  function written() {
    return yaml.write(state.data, setup.schema, setup, state.notes);
  }

  function show() {
    const made = state.slug
      ? { slug: state.slug, problems: [] }
      : rules.address(state.data.title || "", setup);
    const slug = made.slug || "min-case";
    const problems = made.problems.concat(
      rules.check(state.data, setup, slug, drafts.comments(state.notes, state.data)),
    );
    const text = written();
    report.show(problems, (path) => state.all || isTouched(path), state.all);
    casekatalog.advice.show(casekatalog.readability.advise(state.data, setup), isTouched);
    casekatalog.send.show(
      `${slug}.yaml`,
      text,
      state.data.title,
      !state.slug,
      problems.filter(report.isError).length,
    );
    document
      .querySelector("[data-form-preview]")
      .replaceChildren(casekatalog.preview.render(state.data, setup));
    casekatalog.current = { data: state.data, text, problems };
  }

  function isTouched(path) {
    return Array.from(state.touched).some(
      (other) => other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`),
    );
  }

  // The draft

  // What is typed in a field of words is taken in when the field is left.
  function leave() {
    if (document.activeElement) document.activeElement.dispatchEvent(new Event("blur"));
    keep();
  }

  function keep() {
    if (state.isForgotten || !state.changed.size) return;
    const isUnchanged = written() === state.base;
    if (isUnchanged) drafts.remove(state.name);
    state.isKept = isUnchanged || drafts.save(state.name, state.data, state.notes, state.base);
    setText(
      document.querySelector("[data-form-kept]"),
      state.isKept ? "" : "Browseren kan ikke gemme kladden. Hent filen, før du lukker siden.",
    );
  }

  function forget() {
    if (!window.confirm("Slet kladden, og begynd forfra? Det, du har skrevet, forsvinder.")) return;
    state.isForgotten = true;
    state.isKept = true;
    clearTimeout(state.waiting);
    drafts.remove(state.name);
    location.reload();
  }
})();
