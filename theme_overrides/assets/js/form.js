// The form "Foreslå en case": asks by the schema, checks while writing, keeps a draft, and ends in a YAML file.
(function () {
  "use strict";
  var root = document.querySelector("[data-case-form]");
  if (!root || !window.casekatalog || !window.casekatalog.setup) return;
  var setup = casekatalog.setup;
  var yaml = casekatalog.yaml;
  var rules = casekatalog.rules;
  var LONGEST_ADDRESS = 7500;
  var FEW = 16;
  var SINGULAR = {
    gains: "Gevinst", drivers: "Drivkraft", barriers: "Barriere", sources: "Kilde", amounts: "Beløb", figures: "Tal",
    series: "Tabel", advice: "Råd", caveats: "Forbehold",
  };

  var state = { slug: null, data: {}, notes: null, kept: new Map(), touched: new Set(), all: false };

  start();

  function start() {
    var slug = new URLSearchParams(location.search).get("case");
    if (slug && Object.prototype.hasOwnProperty.call(setup.cases, slug)) {
      var script = document.createElement("script");
      script.src = root.dataset.data + "case/" + slug + ".js";
      script.onload = function () { open(casekatalog.loaded); };
      script.onerror = function () { open(null); };
      document.head.append(script);
    } else open(null);
  }

  function open(loaded) {
    state.slug = loaded ? loaded.slug : null;
    state.loaded = loaded;
    reset();
    var draft = readDraft();
    if (draft) {
      state.data = draft;
      state.notes = null;
      notice(true);
    }
    document.querySelectorAll("[data-form-section]").forEach(function (section) {
      section.dataset.formSection.split(" ").forEach(function (key) {
        section.append(field(state.data, key, setup.schema.properties[key], [key], isRequired(setup.schema, key)));
      });
    });
    if (state.slug) {
      document.querySelector("[data-form-title]").textContent = "Ret casen: " + setup.cases[state.slug];
    }
    root.hidden = false;
    root.addEventListener("input", changed);
    root.addEventListener("change", changed);
    root.addEventListener("submit", function (event) { event.preventDefault(); });
    root.addEventListener("focusout", function (event) {
      var holder = event.target.closest("[data-path]");
      if (holder) touch(holder.dataset.path);
    });
    document.querySelector("[data-form-forget]").addEventListener("click", forget);
    document.querySelector("[data-form-copy]").addEventListener("click", copy);
    document.querySelector("[data-form-download]").addEventListener("click", download);
    document.querySelector("[data-form-check]").addEventListener("click", function () {
      state.all = true;
      show();
      document.querySelector("[data-form-verdict]").focus();
    });
    show();
  }

  function reset() {
    if (state.loaded) {
      state.data = state.loaded.data;
      state.notes = notesFrom(state.loaded);
      keepEmpties(state.data);
      return;
    }
    state.data = { title: "", summary: "", purpose: "", organisation: "", sources: [{ where: "" }] };
  }

  // Empty lists that a file has stay in it.
  function keepEmpties(value) {
    if (typeof value !== "object" || value === null) return;
    state.kept.set(value, Object.keys(value));
    Object.values(value).forEach(keepEmpties);
  }

  function notesFrom(loaded) {
    var place = function (list) {
      var map = new Map();
      list.forEach(function (entry) {
        var path = entry[0];
        var holder = path.slice(0, -1).reduce(function (value, part) { return value[part]; }, loaded.data);
        if (!map.has(holder)) map.set(holder, {});
        map.get(holder)[path[path.length - 1]] = entry[1];
      });
      return map;
    };
    return { before: place(loaded.notes.before), after: place(loaded.notes.after), end: loaded.notes.end };
  }

  // Fields

  function field(holder, key, schema, path, required) {
    var list = yaml.resolve(schema, "items", setup);
    var group = !list && yaml.resolve(schema, "properties", setup);
    var silent = (schema.anyOf || []).some(function (option) { return option.const === setup.unstated; });
    var grouped = group || (list && (yaml.resolve(list.items, "properties", setup) || list.items["x-markdown"])) || isChoiceList(list);
    var box = element(grouped ? "fieldset" : "div", { class: "field" + (grouped ? " field--group" : "") });
    box.dataset.path = name(path);
    var label = element(grouped ? "legend" : "label", { class: "field__label" }, schema.title);
    if (!required) label.append(" ", element("span", { class: "field__optional" }, "kan udelades"));
    var help = element("p", { class: "field__help", id: id(path) + "-help" });
    help.textContent = schema.description || "";
    var error = element("p", { class: "field__error", id: id(path) + "-error" });
    error.hidden = true;
    box.append(label, help);
    var control = element("div", { class: "field__control" });
    if (silent) box.append(silence(holder, key, schema, path, required, control));
    if (holder[key] !== setup.unstated) fillControl(control, holder, key, schema, path, required);
    control.hidden = holder[key] === setup.unstated;
    box.append(control, error);
    if (!grouped) label.htmlFor = id(path);
    return box;
  }

  function silence(holder, key, schema, path, required, control) {
    var input = element("input", { type: "checkbox", id: id(path) + "-silent" });
    input.checked = holder[key] === setup.unstated;
    input.addEventListener("change", function () {
      if (input.checked) holder[key] = setup.unstated;
      else delete holder[key];
      control.replaceChildren();
      control.hidden = input.checked;
      if (!input.checked) fillControl(control, holder, key, schema, path, required);
      touch(name(path));
    });
    return element("label", { class: "field__silent", for: input.id }, input, " Kilden fortæller det ikke");
  }

  function fillControl(control, holder, key, schema, path, required) {
    var list = yaml.resolve(schema, "items", setup);
    var group = !list && yaml.resolve(schema, "properties", setup);
    if (group) return nested(control, holder, key, group, path);
    if (list && yaml.resolve(list.items, "properties", setup)) return repeated(control, holder, key, list, path);
    if (list && list.items["x-markdown"]) return texts(control, holder, key, list, path);
    if (isChoiceList(list)) return choices(control, holder, key, list, path);
    if (list) return words(control, holder, key, list, path);
    return single(control, holder, key, schema, path, required);
  }

  function isChoiceList(list) {
    var tag = list && list.items["x-vocabulary"];
    return Boolean(tag && Object.keys(setup.vocabulary[tag]).length <= FEW);
  }

  function single(control, holder, key, schema, path, required) {
    var kind = yaml.resolve(schema, "type", setup, function (part) { return part.type !== "null"; });
    var options = kind["x-vocabulary"] ? Object.keys(setup.vocabulary[kind["x-vocabulary"]]) : kind.choices;
    var input;
    if (kind.type === "boolean") {
      input = element("input", { type: "checkbox" });
      input.checked = holder[key] === true;
    } else if (options) {
      input = element("select", {}, element("option", { value: "" }, "Vælg"));
      options.forEach(function (option) {
        input.append(element("option", { value: option }, kind.choices ? option : termName(kind["x-vocabulary"], option, path)));
      });
      if (holder[key] && !options.includes(holder[key])) input.append(element("option", { value: holder[key] }, holder[key]));
      input.value = holder[key] || "";
    } else if (kind.maxLength > 300) {
      input = element("textarea", { rows: kind["x-markdown"] ? 6 : 3 });
      input.value = unwrap(holder[key] || "");
    } else {
      input = element("input", { type: "text", autocomplete: "off" });
      if (["number", "integer"].includes(kind.type)) input.inputMode = "decimal";
      input.value = holder[key] || "";
    }
    input.id = id(path);
    input.setAttribute("aria-describedby", id(path) + "-help " + id(path) + "-error");
    if (required) input.setAttribute("aria-required", "true");
    var meaning = element("p", { class: "field__meaning" });
    var explain = function () {
      var term = kind["x-vocabulary"] && setup.vocabulary[kind["x-vocabulary"]][input.value];
      meaning.textContent = term ? term.definition : "";
    };
    explain();
    input.addEventListener("input", function () {
      var value = kind.type === "boolean" ? input.checked : yaml.trim(input.value);
      if (value || (required && kind.type === "string" && !options)) holder[key] = value;
      else delete holder[key];
      explain();
    });
    control.append(input, meaning);
    if (kind["x-markdown"]) control.append(element("p", { class: "field__hint" }, "Tom linje giver nyt afsnit, - giver punkter, **fed**, [ord](https://...)."));
  }

  function nested(control, holder, key, group, path) {
    var inner = holder[key] || {};
    control.classList.add("field__parts");
    Object.keys(group.properties).forEach(function (part) {
      control.append(field(inner, part, group.properties[part], path.concat(part), isRequired(group, part)));
    });
    var keep = function () {
      if (Object.keys(inner).length || state.kept.has(inner)) holder[key] = inner;
      else delete holder[key];
    };
    control.addEventListener("input", keep);
    control.addEventListener("change", keep);
    control.addEventListener("kat-change", keep);
  }

  function repeated(control, holder, key, list, path) {
    var group = yaml.resolve(list.items, "properties", setup);
    var items = holder[key] || [];
    var isTable = Boolean(group.properties.rows);
    var stack = element("div", { class: "stack" });
    var draw = function (focus) {
      stack.replaceChildren();
      items.forEach(function (item, index) {
        var here = path.concat(index);
        var card = element("fieldset", { class: "stack__item" });
        card.dataset.path = name(here);
        card.append(element("legend", {}, SINGULAR[key] + " " + (index + 1)));
        if (isTable) table(card, item, group, here);
        else Object.keys(group.properties).forEach(function (part) {
          card.append(field(item, part, group.properties[part], here.concat(part), isRequired(group, part)));
        });
        card.append(remover(SINGULAR[key].toLowerCase() + " " + (index + 1), function () {
          items.splice(index, 1);
          keep();
          draw();
          add.focus();
        }));
        card.append(element("p", { class: "field__error", id: id(here) + "-error", hidden: "" }));
        stack.append(card);
      });
      if (focus) {
        var last = stack.lastElementChild.querySelector("input, select, textarea");
        if (last) last.focus();
      }
    };
    var keep = function () {
      if (items.length || wasThere(holder, key)) holder[key] = items;
      else delete holder[key];
      fire(control);
    };
    var add = element("button", { type: "button", class: "md-button" }, "Tilføj " + SINGULAR[key].toLowerCase());
    add.addEventListener("click", function () {
      items.push(empty(group));
      keep();
      draw(true);
    });
    if (items.length) holder[key] = items;
    draw();
    control.append(stack, add);
  }

  function empty(group) {
    var made = {};
    (group.required || []).forEach(function (key) {
      var kind = yaml.resolve(group.properties[key], "type", setup, function (part) { return part.type !== "null"; });
      if (kind && kind.type === "string" && !kind["x-vocabulary"] && !kind.choices) made[key] = "";
    });
    return made;
  }

  // A table is pasted from a spreadsheet: the first line names the columns.
  function table(card, item, group, path) {
    ["title", "unit", "note"].forEach(function (part) {
      card.append(field(item, part, group.properties[part], path.concat(part), isRequired(group, part)));
    });
    var input = element("textarea", { rows: 6, id: id(path) + "-table", "aria-describedby": id(path) + "-table-help" });
    input.value = [item.columns || []].concat(item.rows || []).map(function (row) {
      return row.map(function (cell) { return cell === null ? "" : cell; }).join("; ");
    }).join("\n").trim();
    input.addEventListener("input", function () {
      var lines = input.value.split("\n").filter(function (line) { return yaml.trim(line); }).map(function (line) {
        return line.split(line.includes("\t") ? "\t" : ";").map(yaml.trim);
      });
      item.columns = lines[0] || [];
      item.rows = lines.slice(1).map(function (row) {
        return row.map(function (cell, column) {
          if (!column) return cell;
          return cell ? cell.replace(/^(-?[0-9]+),([0-9]+)$/, "$1.$2") : null;
        });
      });
    });
    var box = element("div", { class: "field" });
    box.dataset.path = name(path.concat("rows"));
    box.append(
      element("label", { class: "field__label", for: input.id }, "Tabel"),
      element("p", { class: "field__help", id: input.id + "-help" }, "Sæt ind fra et regneark, eller skriv semikolon mellem felterne. Første linje er kolonnernes navne. Tomt felt: kilden har intet tal."),
      input,
      element("p", { class: "field__error", id: id(path.concat("rows")) + "-error", hidden: "" })
    );
    card.append(box);
  }

  function texts(control, holder, key, list, path) {
    var items = holder[key] || [];
    var stack = element("div", { class: "stack" });
    var keep = function () {
      if (items.length || wasThere(holder, key)) holder[key] = items;
      else delete holder[key];
      fire(control);
    };
    var draw = function (focus) {
      stack.replaceChildren();
      items.forEach(function (item, index) {
        var here = path.concat(index);
        var input = element("textarea", { rows: 2, id: id(here), "aria-label": SINGULAR[key] + " " + (index + 1), "aria-describedby": id(here) + "-error" });
        input.value = unwrap(item);
        input.addEventListener("input", function () { items[index] = yaml.trim(input.value); });
        var box = element("div", { class: "field stack__line" }, input, remover(SINGULAR[key].toLowerCase() + " " + (index + 1), function () {
          items.splice(index, 1);
          keep();
          draw();
          add.focus();
        }), element("p", { class: "field__error", id: id(here) + "-error", hidden: "" }));
        box.dataset.path = name(here);
        stack.append(box);
      });
      if (focus) stack.lastElementChild.querySelector("textarea").focus();
    };
    var add = element("button", { type: "button", class: "md-button" }, "Tilføj " + SINGULAR[key].toLowerCase());
    add.addEventListener("click", function () {
      items.push("");
      keep();
      draw(true);
    });
    draw();
    control.append(stack, add);
  }

  function choices(control, holder, key, list, path) {
    var tag = list.items["x-vocabulary"];
    control.classList.add("field__choices");
    Object.keys(setup.vocabulary[tag]).forEach(function (slug, index) {
      var input = element("input", { type: "checkbox", id: index ? id(path) + "-" + slug : id(path) });
      input.checked = (holder[key] || []).includes(slug);
      input.addEventListener("change", function () {
        var chosen = (holder[key] || []).filter(function (other) { return other !== slug; });
        setList(holder, key, input.checked ? chosen.concat(slug) : chosen);
      });
      control.append(element("label", { class: "choice", for: input.id, title: setup.vocabulary[tag][slug].definition }, input, " " + setup.vocabulary[tag][slug].name));
    });
  }

  // Words in a row: municipalities and cases with suggestions, other parties free.
  function words(control, holder, key, list, path) {
    var tag = list.items["x-vocabulary"];
    var names = {};
    if (tag) Object.keys(setup.vocabulary[tag]).forEach(function (slug) { names[slug] = setup.vocabulary[tag][slug].name; });
    else if (list.items.pattern && key !== "aliases") names = setup.cases;
    var chips = element("ul", { class: "bare chips" });
    var input = element("input", { type: "text", id: id(path), autocomplete: "off", "aria-describedby": id(path) + "-help " + id(path) + "-error" });
    var add = element("button", { type: "button", class: "md-button" }, "Tilføj");
    add.setAttribute("aria-label", "Tilføj til " + setupTitle(path));
    if (Object.keys(names).length) {
      var options = element("datalist", { id: id(path) + "-list" });
      Object.keys(names).forEach(function (slug) { options.append(element("option", { value: names[slug] })); });
      input.setAttribute("list", options.id);
      control.append(options);
    }
    var draw = function () {
      chips.replaceChildren();
      (holder[key] || []).forEach(function (word, index) {
        var button = element("button", { type: "button", class: "chip", "aria-label": "Fjern " + (names[word] || word) }, names[word] || word, element("span", { "aria-hidden": "true" }, " ×"));
        button.addEventListener("click", function () {
          setList(holder, key, holder[key].filter(function (_, at) { return at !== index; }));
          draw();
          fire(control);
          touch(name(path));
          input.focus();
        });
        chips.append(element("li", {}, button));
      });
    };
    var take = function () {
      var typed = input.value.split(tag ? /[,;]/ : /;/).map(yaml.trim).filter(Boolean);
      if (!typed.length) return;
      var found = typed.map(function (word) {
        return Object.keys(names).find(function (slug) { return names[slug].toLowerCase() === word.toLowerCase(); }) || word;
      });
      setList(holder, key, (holder[key] || []).concat(found));
      input.value = "";
      draw();
      fire(control);
      touch(name(path));
    };
    add.addEventListener("click", take);
    input.addEventListener("blur", take);
    input.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      take();
    });
    draw();
    control.append(chips, element("div", { class: "field__row" }, input, add));
  }

  function setList(holder, key, list) {
    if (list.length || wasThere(holder, key)) holder[key] = list;
    else delete holder[key];
  }

  function wasThere(holder, key) {
    return (state.kept.get(holder) || []).includes(key);
  }

  function remover(what, remove) {
    var button = element("button", { type: "button", class: "stack__remove" }, "Fjern " + what);
    button.addEventListener("click", remove);
    return button;
  }

  // A text that was wrapped in the file is one line to a paragraph here, unless it is Markdown that lines matter to.
  function unwrap(text) {
    if (/```|~~~|\|/.test(text)) return text;
    return text.replace(/([^\n])\n(?![\n\s]|[-+*#>=~`]|[0-9]+[.)])/g, function (whole, before, offset, all) {
      return /  $/.test(all.slice(0, offset + 1)) ? whole : before + " ";
    });
  }

  // What has changed

  function changed() {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(function () {
      saveDraft();
      show();
    }, 150);
  }

  function fire(target) {
    target.dispatchEvent(new CustomEvent("kat-change", { bubbles: true }));
    changed();
  }

  function touch(path) {
    state.touched.add(path);
    changed();
  }

  function show() {
    var slug = state.slug || rules.slugify(state.data.title || "");
    var problems = rules.check(state.data, setup, state.slug || slug);
    if (!state.slug && Object.prototype.hasOwnProperty.call(setup.cases, slug)) {
      problems.unshift({ path: ["title"], field: "title", message: "casen findes allerede: " + setup.cases[slug] + ". Vælg en anden titel, eller ret den." });
    }
    showErrors(problems);
    var text = yaml.write(state.data, setup.schema, setup, state.notes);
    document.querySelector("[data-form-yaml]").textContent = text;
    document.querySelector("[data-form-file]").textContent = "cases/" + (slug || "min-case") + ".yaml";
    send(slug || "min-case", text);
    var preview = document.querySelector("[data-form-preview]");
    preview.replaceChildren(casekatalog.preview.render(state.data, setup));
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
      var shown = own.length && (state.all || isTouched(box.dataset.path));
      var error = Array.from(box.querySelectorAll(".field__error")).find(function (item) { return item.closest("[data-path]") === box; });
      if (!error) return;
      error.hidden = !shown;
      error.textContent = shown ? own.map(function (problem) { return problem.message; }).join(" ") : "";
      box.classList.toggle("field--wrong", Boolean(shown));
      var input = box.querySelector("input, select, textarea");
      if (input && input.closest("[data-path]") === box) {
        if (shown) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    });
    var verdict = document.querySelector("[data-form-verdict]");
    var list = document.querySelector("[data-form-problems]");
    verdict.textContent = problems.length === 0 ? "Casen er klar til at blive sendt." : problems.length === 1 ? "Der mangler én ting." : "Der mangler " + problems.length + " ting.";
    list.replaceChildren.apply(list, problems.map(function (problem) {
      var home = root.querySelector('[data-path="' + homeOf(problem) + '"]');
      var inputs = "input, select, textarea, button";
      var target = home && (home.querySelector(".field__control:not([hidden]) :is(" + inputs + ")") || home.querySelector(inputs));
      var title = setupTitle(problem.path);
      var link = element("a", { href: "#" + (target ? target.id : "") }, title);
      link.addEventListener("click", function (event) {
        event.preventDefault();
        if (target) target.focus();
      });
      return element("li", {}, link, ": " + problem.message);
    }));
    list.hidden = !state.all;
  }

  function isTouched(path) {
    return Array.from(state.touched).some(function (other) { return other === path || other.startsWith(path); });
  }

  // The field on the page that a problem belongs to: its own, or the nearest around it.
  function homeOf(problem) {
    var path = problem.path;
    while (path.length > 1 && !root.querySelector('[data-path="' + name(path) + '"]')) path = path.slice(0, -1);
    var series = /^series\[\d+\]\.columns/.exec(problem.field);
    return series ? problem.field.replace(/columns.*/, "rows") : name(path);
  }

  function setupTitle(path) {
    var schema = setup.schema;
    var titles = [];
    path.forEach(function (part) {
      if (typeof part === "number") {
        if (titles.length) titles[titles.length - 1] += " " + (part + 1);
        schema = schema && (yaml.resolve(schema, "items", setup) || {}).items;
        return;
      }
      schema = schema && (yaml.resolve(schema, "properties", setup) || { properties: {} }).properties[part];
      titles.push(schema ? schema.title : part);
    });
    return titles.join(", ");
  }

  // The draft

  function draftKey() {
    return "casekatalog-kladde:" + (state.slug || "ny");
  }

  function saveDraft() {
    try {
      localStorage.setItem(draftKey(), JSON.stringify(state.data));
    } catch (error) {
      // Without storage the form works all the same.
    }
  }

  function readDraft() {
    try {
      return JSON.parse(localStorage.getItem(draftKey()));
    } catch (error) {
      return null;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(draftKey());
    } catch (error) {
      // Nothing was kept.
    }
    clearTimeout(state.waiting);
    location.reload();
  }

  function notice(visible) {
    document.querySelector("[data-form-draft]").hidden = !visible;
  }

  // The way to the repository

  function send(slug, text) {
    var link = document.querySelector("[data-form-send]");
    var guide = document.querySelector("[data-form-guide]");
    var kind = root.dataset.kind;
    var file = slug + ".yaml";
    var address = root.dataset.new;
    var whole = false;
    if (state.slug) address = root.dataset.edit.replace("{path}", file);
    else if (kind === "github") {
      var filled = address + "?filename=" + encodeURIComponent(file) + "&value=" + encodeURIComponent(text);
      whole = filled.length <= LONGEST_ADDRESS;
      address = whole ? filled : address + "?filename=" + encodeURIComponent(file);
    } else if (kind === "gitlab") address += "?file_name=" + encodeURIComponent(file);
    link.hidden = !address;
    link.href = address || "#";
    link.textContent = "Åbn " + ({ github: "GitHub", gitlab: "GitLab", azure: "Azure DevOps" }[kind] || "kilden") + (state.slug ? " og ret filen" : " og opret filen");
    guide.textContent = whole
      ? "Siden åbner med alt udfyldt. Vælg »Propose new file« eller »Commit changes«, og derefter »Create pull request«. Har du ikke adgang, laver GitHub en kopi til dig."
      : state.slug
        ? "Kopiér teksten, åbn filen, markér alt i den, sæt teksten ind, og send ændringen som et forslag (pull request)."
        : "Kopiér teksten, åbn siden, giv filen navnet " + file + " i mappen cases, sæt teksten ind, og send den som et forslag. Du kan også hente filen og sende den til redaktionen.";
  }

  function copy() {
    var status = document.querySelector("[data-form-copied]");
    var text = document.querySelector("[data-form-yaml]").textContent;
    var done = function (ok) { status.textContent = ok ? "Teksten er kopieret." : "Markér teksten nedenfor, og kopiér den selv."; };
    if (!navigator.clipboard) return done(false);
    navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(false); });
  }

  function download() {
    var text = document.querySelector("[data-form-yaml]").textContent;
    var link = element("a", { download: document.querySelector("[data-form-file]").textContent.replace("cases/", "") });
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // Small things

  function termName(vocabulary, slug, path) {
    var term = setup.vocabulary[vocabulary][slug];
    if (path[0] === "drivers" && term.driver) return term.driver;
    if (path[0] === "barriers" && term.barrier) return term.barrier;
    return term.name;
  }

  function isRequired(schema, key) {
    return (schema.required || []).includes(key);
  }

  function name(path) {
    return path.reduce(function (text, part) {
      return typeof part === "number" ? text + "[" + part + "]" : text ? text + "." + part : part;
    }, "");
  }

  function id(path) {
    return "felt-" + path.join("-");
  }

  function element(tag, attributes) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }
})();
