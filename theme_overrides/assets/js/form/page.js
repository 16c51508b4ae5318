/** The form "Foreslå en case": asks by the schema, checks while writing, keeps a draft, and ends in a YAML file. */
/**
 * What the form holds now.
 * @type {{ data: CaseDraft, text: string, problems: Problem[] } | null}
 */
casekatalog.current = null;

(() => {
  "use strict";
  const { wording } = casekatalog;
  const root = document.querySelector("[data-case-form]");
  if (!root || !casekatalog.data.has("setup")) return;
  const setup = casekatalog.data.get("setup");
  const yaml = casekatalog.yaml;
  const rules = casekatalog.rules;
  const drafts = casekatalog.draft;
  const notes = casekatalog.notes;
  const report = casekatalog.report;
  const sections = casekatalog.sections;
  const setText = report.setText;
  const WAIT = 150;

  const state = {
    /** @type {string | null} */
    slug: null,
    name: "",
    /** The file as it was loaded. */
    base: "",
    /** @type {CaseDraft} */
    data: {},
    notes: notes.none(),
    /**
     * The keys that each group and list of the file has.
     * @type {Map<FormHolder, string[]>}
     */
    kept: new Map(),
    /**
     * The fields that were written in.
     * @type {Set<string>}
     */
    changed: new Set(),
    /**
     * Those of them that were left since.
     * @type {Set<string>}
     */
    touched: new Set(),
    /** Whether all that is wrong is shown. */
    all: false,
    isKept: true,
    isForgotten: false,
    waiting: 0,
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
    else if (slug) fetched(slug).then((loaded) => open(loaded, 1), unless("unloaded"));
    else open(null, number || 1);
  }

  /** @param {string} slug */
  function fetched(slug) {
    return casekatalog.store
      .script(`${root.dataset.data}case/${slug}.js`)
      .then(() => casekatalog.data.get(`case/${slug}`));
  }

  /**
   * A new case that does the same as another: its own draft, and what both share.
   * @param {string} origin
   * @param {number} number
   */
  function follow(origin, number) {
    const draft = drafts.isFrom(number, origin) ? number : drafts.another();
    const address = new URL(location.href);
    address.searchParams.set("kladde", String(draft));
    casekatalog.address.replace(address);
    casekatalog.notice.inspired(origin, setup);
    fetched(origin).then(({ data }) => {
      open(null, draft, { themes: data.themes, form: data.form, related: { inspired_by: [origin] } });
    }, unless("unloaded"));
  }

  /**
   * @param {Record<string, string>} map
   * @param {string} key
   */
  function own(map, key) {
    return Object.hasOwn(map, key);
  }

  /**
   * What is done when a script did not come: the notice `which` tells it.
   * @param {string} which
   */
  function unless(which) {
    return (/** @type {unknown} */ error) => {
      if (!(error instanceof casekatalog.store.NotLoaded)) throw error;
      casekatalog.notice.unloaded(which);
    };
  }

  /**
   * Opens a case from its file, or a new one by its number, with what it `shares` with another.
   * @param {LoadedCase | null} loaded
   * @param {number} number
   * @param {CaseDraft} [shares]
   */
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
    state.base = written();
    const draft = drafts.read(state.name, setup);
    if (draft?.data) {
      state.data = draft.data;
      state.notes = draft.notes || notes.none();
    }
    if (draft?.lost) casekatalog.notice.lost(draft.text);
    else if (draft) casekatalog.notice.show(loaded && draft.base !== state.base ? "outdated" : "draft");
    casekatalog.notice.others(loaded ? [] : drafts.others(state.name), drafts.another(state.name));
    keepEmpties(state.data);
    /** @type {FieldMaker["moved"]} */
    const moved = (list, order) => notes.move(state.notes, list, order);
    const maker = casekatalog.fields.of(setup, wasThere, moved, state.notes.aside);
    await sections.fill(maker, state.data, setup.schema);
    listen();
    await showRead();
    root.hidden = false;
  }

  /** @param {LoadedCase} loaded */
  function load(loaded) {
    state.slug = loaded.slug;
    state.data = loaded.data;
    state.notes = notes.placed(loaded.notes, loaded.data);
    document.querySelector("[data-form-title]").textContent = casekatalog.text.fill(
      wording.form_draft.correct,
      { title: setup.cases[loaded.slug] },
    );
  }

  /**
   * Remembers which lists and groups a file has, so that they stay in it when they become empty.
   * @param {FormValue} value
   */
  function keepEmpties(value) {
    if (!notes.isHolder(value)) return;
    state.kept.set(value, Object.keys(value));
    Object.values(value).forEach(keepEmpties);
  }

  /**
   * @param {FormHolder} holder
   * @param {string} [key]
   */
  function wasThere(holder, key) {
    const keys = state.kept.get(holder);
    return Boolean(keys && (key === undefined || keys.includes(key)));
  }

  function listen() {
    for (const kind of ["input", "change", "kat-change"]) root.addEventListener(kind, changed);
    root.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
    });
    root.addEventListener("focusout", (/** @type {ElementEvent} */ event) => {
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

  /* What has changed */

  /** @param {ElementEvent} event */
  function changed(event) {
    const box = event.target.closest("[data-path]");
    if (box) state.changed.add(box.dataset.path);
    if (box && event.type !== "input") state.touched.add(box.dataset.path);
    later();
  }

  /** @param {string} path */
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

  /* An empty form has no text to read. */
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
      rules.check(state.data, setup, slug, notes.comments(state.notes, state.data)),
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

  /** @param {string} path */
  function isTouched(path) {
    return Array.from(state.touched).some(
      (other) => other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`),
    );
  }

  /* The draft */

  /* What is typed in a field of words is taken in when the field is left. */
  function leave() {
    if (document.activeElement) document.activeElement.dispatchEvent(new Event("blur"));
    keep();
  }

  function keep() {
    if (state.isForgotten || !state.changed.size) return;
    const isUnchanged = written() === state.base;
    if (isUnchanged) drafts.remove(state.name);
    state.isKept = isUnchanged || drafts.save(state.name, state.data, state.notes, state.base);
    setText(document.querySelector("[data-form-kept]"), state.isKept ? "" : wording.form_draft.unkept);
  }

  function forget() {
    if (!window.confirm(wording.form_draft.forget)) return;
    state.isForgotten = true;
    state.isKept = true;
    clearTimeout(state.waiting);
    drafts.remove(state.name);
    location.reload();
  }
})();
