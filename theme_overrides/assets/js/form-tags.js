// Fields that hold words in a row: with hooks where they are few, else typed and shown as chips.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var clean = casekatalog.elements.clean;
  var described = casekatalog.elements.described;
  var element = casekatalog.elements.element;
  var fire = casekatalog.elements.fire;
  var id = casekatalog.elements.id;

  casekatalog.tags = { choices: choices, words: words };

  // Words of a short vocabulary, with hooks; those that are chosen are explained in the order in which they were.
  function choices(maker, control, holder, key, list, path) {
    var terms = maker.setup.vocabulary[list.items["x-vocabulary"]];
    var box = element("div", { class: "field__choices" });
    var chosen = element("ol", { class: "field__meaning bare" });
    var explain = function () {
      var slugs = (holder[key] || []).filter(function (slug) { return terms[slug]; });
      chosen.replaceChildren.apply(chosen, slugs.map(function (slug, index) {
        var mark = list.maxItems && slugs.length > 1 ? index + 1 + ". " : "";
        return element("li", {}, element("strong", {}, mark + terms[slug].name), ": " + terms[slug].definition);
      }));
    };
    Object.keys(terms).forEach(function (slug, index) {
      var input = element("input", { type: "checkbox", id: index ? id(path) + "-" + slug : id(path) });
      if (!index) input.setAttribute("aria-describedby", described(path));
      input.checked = (holder[key] || []).includes(slug);
      input.addEventListener("change", function () {
        var others = (holder[key] || []).filter(function (other) { return other !== slug; });
        maker.setList(holder, key, input.checked ? others.concat(slug) : others);
        explain();
      });
      box.append(element("label", { class: "choice", for: input.id }, input, " " + terms[slug].name));
    });
    explain();
    control.append(box, chosen);
  }

  // Words in a row: municipalities and cases with suggestions, other parties free.
  function words(maker, control, holder, key, list, path) {
    var tag = list.items["x-vocabulary"];
    var names = {};
    if (tag) Object.keys(maker.setup.vocabulary[tag]).forEach(function (slug) { names[slug] = maker.setup.vocabulary[tag][slug].name; });
    else if (list.items.pattern && key !== "aliases") names = maker.setup.cases;
    var chips = element("ul", { class: "bare chips", "aria-live": "polite" });
    var input = element("input", { type: "text", id: id(path), autocomplete: "off", "aria-describedby": described(path) });
    var add = element("button", { type: "button", class: "md-button", "aria-label": "Tilføj til " + casekatalog.fields.titleOf(path, maker.setup) }, "Tilføj");
    if (Object.keys(names).length) {
      var options = element("datalist", { id: id(path) + "-list" });
      Object.keys(names).forEach(function (slug) { options.append(element("option", { value: names[slug] })); });
      input.setAttribute("list", options.id);
      control.append(options);
    }
    var draw = function () {
      chips.replaceChildren.apply(chips, (holder[key] || []).map(function (word, index) {
        var chip = element("button", { type: "button", class: "chip", "aria-label": "Fjern " + (names[word] || word) }, names[word] || word, element("span", { "aria-hidden": "true" }, " ×"));
        chip.addEventListener("click", function () {
          maker.setList(holder, key, holder[key].filter(function (_, at) { return at !== index; }));
          draw();
          fire(control);
          input.focus();
        });
        return element("li", {}, chip);
      }));
    };
    var take = function () {
      var typed = input.value.split(tag ? /[,;]/ : /;/).map(clean).filter(Boolean);
      if (!typed.length) return;
      var found = typed.map(function (word) {
        return Object.keys(names).find(function (slug) { return names[slug].toLowerCase() === word.toLowerCase(); }) || word;
      });
      maker.setList(holder, key, (holder[key] || []).concat(found));
      input.value = "";
      draw();
      fire(control);
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
})();
