// The form "Foreslå en case": asks by the schema, checks while writing, keeps a draft, and ends in a YAML file.
(function () {
  "use strict";
  var root = document.querySelector("[data-case-form]");
  if (!root || !window.casekatalog || !window.casekatalog.setup) return;
  var setup = casekatalog.setup;
  var yaml = casekatalog.yaml;
  var rules = casekatalog.rules;
  var drafts = casekatalog.draft;
  var element = casekatalog.fields.element;
  var name = casekatalog.words.fieldName;
  var rich = casekatalog.fields.rich;
  var WAIT = 150;

  // `base` is the file as it was loaded; `changed` and `touched` are the fields that were written in, and then left.
  var state = { slug: null, base: "", data: {}, notes: null, kept: new Map(), changed: new Set(), touched: new Set(), all: false, isKept: true };

  start();

  function start() {
    var slug = new URLSearchParams(location.search).get("case");
    if (!slug || !Object.prototype.hasOwnProperty.call(setup.cases, slug)) return open(null);
    var script = element("script", { src: root.dataset.data + "case/" + slug + ".js" });
    script.onload = function () { open(casekatalog.loaded); };
    script.onerror = function () { open(null); };
    document.head.append(script);
  }

  function open(loaded) {
    if (loaded) load(loaded);
    else state.data = { title: "", summary: "", purpose: "", organisation: "", sources: [{ where: "" }] };
    state.notes = state.notes || { before: new Map(), after: new Map(), end: [] };
    state.base = written();
    var draft = drafts.read(state.slug);
    if (draft) {
      state.data = draft.data;
      state.notes = draft.notes;
      notice(loaded && draft.base !== state.base ? "outdated" : "draft");
    }
    keepEmpties(state.data);
    fill();
    root.hidden = false;
    listen();
    show();
  }

  function load(loaded) {
    state.slug = loaded.slug;
    state.data = loaded.data;
    state.notes = drafts.placed(loaded.notes, loaded.data);
    document.querySelector("[data-form-title]").textContent = "Ret casen: " + setup.cases[loaded.slug];
  }

  // Remembers which lists and groups a file has, so that they stay in it when they become empty.
  function keepEmpties(value) {
    if (typeof value !== "object" || value === null) return;
    state.kept.set(value, Object.keys(value));
    Object.values(value).forEach(keepEmpties);
  }

  function wasThere(holder, key) {
    var keys = state.kept.get(holder);
    return Boolean(keys && (key === undefined || keys.includes(key)));
  }

  // The comments of a list's items move along with them; `order` has the former place of each.
  function moved(list, order) {
    [state.notes.before, state.notes.after].forEach(function (map) {
      var held = map.get(list);
      if (!held) return;
      var now = {};
      order.forEach(function (from, to) { if (held[from] !== undefined) now[to] = held[from]; });
      map.set(list, now);
    });
  }

  function fill() {
    var maker = casekatalog.fields.of(setup, wasThere, moved);
    var append = function (place, keys) {
      keys.split(" ").filter(Boolean).forEach(function (key) {
        place.append(maker.field(state.data, key, setup.schema.properties[key], [key], setup.schema.required.includes(key)));
      });
    };
    document.querySelectorAll("[data-form-section]").forEach(function (section) {
      var more = section.querySelector("[data-form-more]");
      append(section, section.dataset.formSection);
      if (!more) return;
      var keys = more.dataset.formMore.split(" ");
      more.querySelector("summary").textContent = "Kan udelades: " + keys.map(function (key) { return setup.schema.properties[key].title.toLowerCase(); }).join(", ");
      more.open = keys.some(function (key) { return key in state.data && Object.keys(Object(state.data[key])).length; });
      append(more, more.dataset.formMore);
      section.append(more);
    });
  }

  function listen() {
    ["input", "change", "kat-change"].forEach(function (kind) { root.addEventListener(kind, changed); });
    root.addEventListener("submit", function (event) { event.preventDefault(); });
    root.addEventListener("focusout", function (event) {
      var box = event.target.closest("[data-path]");
      if (box && state.changed.has(box.dataset.path)) touch(box.dataset.path);
    });
    window.addEventListener("pagehide", keep);
    window.addEventListener("beforeunload", function (event) {
      keep();
      if (!state.isKept) event.preventDefault();
    });
    drafts.onOtherTab(state.slug, function () { notice("elsewhere"); });
    document.querySelectorAll("[data-form-forget]").forEach(function (button) { button.addEventListener("click", forget); });
    document.querySelector("[data-form-copy]").addEventListener("click", copy);
    document.querySelector("[data-form-download]").addEventListener("click", download);
    document.querySelector("[data-form-check]").addEventListener("click", function () {
      state.all = true;
      show();
      document.querySelector("[data-form-verdict]").focus();
    });
  }

  // What has changed

  function changed(event) {
    var box = event.target.closest("[data-path]");
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
    state.waiting = setTimeout(function () {
      keep();
      show();
    }, WAIT);
  }

  function written() {
    return yaml.write(state.data, setup.schema, setup, state.notes);
  }

  function show() {
    var made = state.slug ? { slug: state.slug, problems: [] } : rules.address(state.data.title || "", setup);
    var slug = made.slug || "min-case";
    var problems = made.problems.concat(rules.check(state.data, setup, slug));
    var text = written();
    showErrors(problems);
    showProgress(problems.filter(isError));
    setText(document.querySelector("[data-form-yaml]"), text);
    setText(document.querySelector("[data-form-file]"), "cases/" + slug + ".yaml");
    send(slug + ".yaml", text);
    document.querySelector("[data-form-preview]").replaceChildren(casekatalog.preview.render(state.data, setup));
    casekatalog.current = { data: state.data, text: text, problems: problems };
  }

  function showErrors(problems) {
    var byField = {};
    problems.forEach(function (problem) {
      var home = homeOf(problem);
      (byField[home] = byField[home] || []).push(problem);
    });
    root.querySelectorAll("[data-path]").forEach(function (box) {
      var own = byField[box.dataset.path] || [];
      var isShown = own.length > 0 && (state.all || isTouched(box.dataset.path));
      var error = box.querySelector(":scope > .field__error");
      var words = isShown ? own.map(plain).join(" ") : "";
      var isWrong = isShown && own.some(isError);
      error.hidden = !isShown;
      if (error.dataset.words !== words) {
        error.dataset.words = words;
        error.replaceChildren.apply(error, rich(words));
      }
      box.classList.toggle("field--wrong", isWrong);
      var input = box.querySelector(":scope > .field__control :is(input, select, textarea)");
      if (!input || input.closest("[data-path]") !== box) return;
      input.ariaInvalid = isWrong ? "true" : null;
    });
    var list = document.querySelector("[data-form-problems]");
    list.replaceChildren.apply(list, problems.map(function (problem) {
      var target = targetOf(root.querySelector('[data-path="' + homeOf(problem) + '"]'));
      var link = element("a", { href: "#" + (target ? target.id : "") }, casekatalog.fields.titleOf(problem.path, setup));
      link.addEventListener("click", function (event) {
        event.preventDefault();
        for (var fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
        if (target) target.focus();
      });
      var item = element("li", {}, link, ": ");
      item.append.apply(item, rich(plain(problem)));
      return item;
    }));
    list.hidden = !state.all;
  }

  function showProgress(problems) {
    var ready = 0;
    var sections = document.querySelectorAll("[data-form-section]");
    sections.forEach(function (section) {
      var keys = (section.dataset.formSection + " " + section.dataset.formFields).split(" ");
      var own = problems.filter(function (problem) { return keys.includes(problem.path[0]); }).length;
      if (!own) ready += 1;
      document.querySelectorAll('[data-form-state="' + section.id + '"]').forEach(function (mark) {
        setText(mark, own ? "mangler " + own : "klar");
        mark.classList.toggle("form__state--ready", !own);
      });
    });
    setText(document.querySelector("[data-form-progress]"), ready + " af " + sections.length + " dele er klar");
    var count = problems.length;
    setText(document.querySelector("[data-form-verdict]"), !count ? "Casen er klar til at blive sendt." : count === 1 ? "Én ting mangler eller skal rettes." : count + " ting mangler eller skal rettes.");
  }

  // A screen reader tells of a text each time that it is set.
  function setText(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  // A message in the words of `casekatalog check`, without the marks that only a file has.
  function plain(problem) {
    var own = casekatalog.fields.titleOf(problem.path, setup);
    return (isError(problem) ? "" : "Advarsel: ") + problem.message
      .replace(/`\w+: \.\.\.`/, "noget")
      .replace(/`\w+: (ikke oplyst)`/, "`$1`")
      .replace(/`(value|unit|before)`/g, function (_, key) {
        var title = casekatalog.fields.titleOf(problem.path.slice(0, -1).concat(key), setup).split(", ").pop();
        return own ? "»" + title + "«" : key;
      });
  }

  function isError(problem) { return problem.severity === "error"; }

  function isTouched(path) {
    return Array.from(state.touched).some(function (other) { return other === path || other.startsWith(path + ".") || other.startsWith(path + "["); });
  }

  // The field on the page that a problem belongs to: its own, or the nearest around it.
  function homeOf(problem) {
    var table = /^series\[\d+\]\.columns/.exec(problem.field);
    if (table) return table[0].replace("columns", "rows");
    var path = problem.path;
    while (path.length > 1 && !root.querySelector('[data-path="' + name(path) + '"]')) path = path.slice(0, -1);
    return name(path);
  }

  function targetOf(box) {
    var inputs = "input, select, textarea, button";
    return box && (box.querySelector(".field__control:not([hidden]) :is(" + inputs + ")") || box.querySelector(inputs));
  }

  // The draft

  function keep() {
    if (state.isForgotten || !state.changed.size) return;
    if (written() === state.base) drafts.remove(state.slug);
    state.isKept = written() === state.base || drafts.save(state.slug, state.data, state.notes, state.base);
    setText(document.querySelector("[data-form-kept]"), state.isKept ? "" : "Browseren kan ikke gemme kladden. Hent filen, før du lukker siden.");
  }

  function forget() {
    if (!window.confirm("Slet kladden, og begynd forfra? Det, du har skrevet, forsvinder.")) return;
    state.isForgotten = true;
    state.isKept = true;
    clearTimeout(state.waiting);
    drafts.remove(state.slug);
    location.reload();
  }

  function notice(which) {
    document.querySelectorAll("[data-form-notice]").forEach(function (box) {
      if (box.dataset.formNotice === which) box.hidden = false;
    });
  }

  // The way to the repository

  function send(file, text) {
    var host = { kind: root.dataset.kind, new: root.dataset.new, edit: root.dataset.edit };
    var way = casekatalog.host.way(host, file, text, !state.slug);
    var link = document.querySelector("[data-form-send]");
    link.hidden = !way.address;
    link.href = way.address || "#";
    setText(link, way.label);
    setText(document.querySelector("[data-form-guide]"), way.guide);
  }

  function copy() {
    var text = document.querySelector("[data-form-yaml]");
    var status = document.querySelector("[data-form-copied]");
    var done = function () { status.textContent = "Teksten er kopieret."; };
    var select = function () {
      text.closest("details").open = true;
      text.parentElement.focus();
      getSelection().selectAllChildren(text);
      status.textContent = "Browseren tillader ikke at kopiere. Teksten er markeret: tryk Ctrl+C.";
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(done, select);
    else select();
  }

  function download() {
    var text = document.querySelector("[data-form-yaml]").textContent;
    var link = element("a", { download: document.querySelector("[data-form-file]").textContent.replace("cases/", "") });
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
})();
