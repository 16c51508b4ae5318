// Builds the form's fields from the model's schema; each writes what is typed into the case's data.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var yaml = casekatalog.yaml;
  var name = casekatalog.words.fieldName;
  var numbers = casekatalog.numbers;
  var button = casekatalog.elements.button;
  var clean = casekatalog.elements.clean;
  var described = casekatalog.elements.described;
  var element = casekatalog.elements.element;
  var error = casekatalog.elements.error;
  var fire = casekatalog.elements.fire;
  var hasContent = casekatalog.elements.hasContent;
  var id = casekatalog.elements.id;
  var rich = casekatalog.elements.rich;
  var unwrap = casekatalog.elements.unwrap;
  var FEW = 16;
  var ALMOST_FULL = 0.8;
  var SINGULAR = {
    gains: "Gevinst", drivers: "Drivkraft", barriers: "Barriere", sources: "Kilde", amounts: "Beløb", figures: "Tal",
    series: "Tabel", advice: "Råd", derived_advice: "Råd", caveats: "Forbehold", editor_notes: "Note",
  };

  casekatalog.fields = { of: of, titleOf: titleOf };

  // The maker of fields for a form with `setup`. `moved(list, order)` is told when the items of a list change places.
  function of(setup, wasThere, moved) {
    var maker = { setup: setup, field: field, fieldsOf: fieldsOf, setList: setList };
    return maker;

    function field(holder, key, schema, path, required) {
      var list = yaml.resolve(schema, "items", setup);
      var group = !list && yaml.resolve(schema, "properties", setup);
      var isGroup = Boolean(group || (list && (yaml.resolve(list.items, "properties", setup) || list.items["x-markdown"] || isChoiceList(list))));
      var isLong = isGroup || isLongText(schema);
      var box = element(isGroup ? "fieldset" : "div", { class: "field" + (isGroup ? " field--group" : "") + (isLong ? " field--wide" : "") });
      box.dataset.path = name(path);
      var label = element(isGroup ? "legend" : "label", { class: "field__label" }, schema.title);
      if (!required) label.append(" ", element("span", { class: "field__optional" }, "kan udelades"));
      var help = element("p", { class: "field__help", id: id(path) + "-help" });
      help.append.apply(help, rich(schema.description || ""));
      var control = element("div", { class: "field__control" });
      var isSilent = takesSilence(schema) && casekatalog.rules.isUnstated(holder[key]);
      box.append(label, help);
      if (isSilent || (required && takesSilence(schema))) box.append(silence(holder, key, schema, path, required, control));
      if (!isSilent) fillControl(control, holder, key, schema, path, required);
      control.hidden = isSilent;
      box.append(control, error(path));
      if (isGroup) box.setAttribute("aria-describedby", described(path));
      else label.htmlFor = id(path);
      return box;
    }

    function takesSilence(schema) {
      return (schema.anyOf || []).some(function (option) { return option.const === setup.unstated; });
    }

    function silence(holder, key, schema, path, required, control) {
      var input = element("input", { type: "checkbox", id: id(path) + "-silent" });
      var before;
      input.checked = casekatalog.rules.isUnstated(holder[key]);
      input.addEventListener("change", function () {
        if (input.checked) before = holder[key];
        if (input.checked) holder[key] = setup.unstated;
        else if (before !== undefined) holder[key] = before;
        else delete holder[key];
        control.replaceChildren();
        control.hidden = input.checked;
        if (!input.checked) fillControl(control, holder, key, schema, path, required);
        fire(control);
      });
      return element("label", { class: "field__silent", for: input.id }, input, " Ikke oplyst");
    }

    function fillControl(control, holder, key, schema, path, required) {
      var list = yaml.resolve(schema, "items", setup);
      var group = !list && yaml.resolve(schema, "properties", setup);
      if (group) return nested(control, holder, key, group, path);
      if (list && yaml.resolve(list.items, "properties", setup)) return repeated(control, holder, key, path, groups(list, path));
      if (list && list.items["x-markdown"]) return repeated(control, holder, key, path, texts(key));
      if (isChoiceList(list)) return casekatalog.tags.choices(maker, control, holder, key, list, path);
      if (list) return casekatalog.tags.words(maker, control, holder, key, list, path);
      return single(control, holder, key, schema, path, required);
    }

    function isChoiceList(list) {
      var tag = list && list.items["x-vocabulary"];
      return Boolean(tag && Object.keys(setup.vocabulary[tag]).length <= FEW);
    }

    function isLongText(schema) {
      var kind = scalarKind(schema);
      return Boolean(kind && !kind["x-vocabulary"] && kind.maxLength > 300);
    }

    function scalarKind(schema) {
      return yaml.resolve(schema, "type", setup, function (part) { return part.type !== "null"; });
    }

    // One value

    function single(control, holder, key, schema, path, required) {
      var kind = scalarKind(schema);
      var options = kind["x-vocabulary"] ? Object.keys(setup.vocabulary[kind["x-vocabulary"]]) : kind.choices;
      var isNumber = ["number", "integer"].includes(kind.type);
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
        input = element("textarea", { rows: kind["x-markdown"] ? 5 : 3 });
        input.value = unwrap(holder[key] || "");
      } else {
        input = element("input", { type: "text", autocomplete: "off" });
        if (isNumber) input.inputMode = "decimal";
        input.value = isNumber ? numbers.danish(holder[key] || "") : holder[key] || "";
      }
      input.id = id(path);
      input.setAttribute("aria-describedby", described(path));
      if (required) input.setAttribute("aria-required", "true");
      var note = element("p", { class: "field__meaning" });
      var explain = function () {
        var term = kind["x-vocabulary"] && setup.vocabulary[kind["x-vocabulary"]][input.value];
        var length = Array.from(input.value).length;
        if (term) note.textContent = term.definition;
        else note.textContent = !options && length > kind.maxLength * ALMOST_FULL ? length + " af højst " + kind.maxLength + " tegn" : "";
      };
      explain();
      input.addEventListener("input", function () {
        var value = kind.type === "boolean" ? input.checked : clean(input.value);
        if (isNumber) value = numbers.meant(value);
        if (value || (required && kind.type === "string" && !options)) holder[key] = value;
        else delete holder[key];
        explain();
      });
      control.append(input, note);
      if (kind["x-markdown"] && path.length === 1) control.append(element("p", { class: "field__hint" }, "En tom linje giver et nyt afsnit, - først på linjen et punkt, **ord** fed skrift og [ord](https://...) et link."));
    }

    // A group of fields

    function nested(control, holder, key, group, path) {
      var inner = holder[key] || {};
      var parts = element("div", { class: "field__parts" });
      parts.append.apply(parts, fieldsOf(group, inner, path));
      var keep = function () {
        if (Object.keys(inner).length || wasThere(inner)) holder[key] = inner;
        else delete holder[key];
      };
      ["input", "change", "kat-change"].forEach(function (event) { parts.addEventListener(event, keep); });
      control.append(parts);
    }

    function fieldsOf(group, holder, path, required) {
      return Object.keys(group.properties).map(function (part) {
        return field(holder, part, group.properties[part], path.concat(part), (required || group.required || []).includes(part));
      });
    }

    // Groups or texts in a row, which the editor adds, moves and removes. `kind` is how one of them is made and shown.
    function repeated(control, holder, key, path, kind) {
      var items = holder[key] || [];
      var word = SINGULAR[key].toLowerCase();
      var opened = new Set();
      var stack = element("div", { class: "repeat" });
      var keep = function () {
        setList(holder, key, items);
        fire(control);
      };
      var reorder = function (order) {
        moved(items, order);
        items.splice.apply(items, [0, items.length].concat(order.map(function (index) { return items[index]; })));
      };
      var draw = function () {
        stack.replaceChildren.apply(stack, items.map(function (item, index) {
          var buttons = element("p", { class: "repeat__buttons" });
          if (index) {
            buttons.append(button("Flyt " + word + " " + (index + 1) + " op", function () {
              var order = Array.from(items.keys());
              order.splice(index - 1, 2, index, index - 1);
              reorder(order);
              keep();
              draw();
              var all = stack.children[index - 1].querySelectorAll(":scope > .repeat__buttons > button, :scope > details > .repeat__buttons > button");
              all[0].focus();
            }));
          }
          buttons.append(button("Fjern " + word + " " + (index + 1), function () {
            if (hasContent(item) && !window.confirm("Fjern " + word + " " + (index + 1) + "? Det, der står i den, forsvinder.")) return;
            reorder(Array.from(items.keys()).filter(function (at) { return at !== index; }));
            keep();
            draw();
            add.focus();
          }));
          return kind.draw(items, index, path.concat(index), buttons, opened);
        }));
      };
      var add = element("button", { type: "button", class: "md-button" }, "Tilføj " + word);
      add.addEventListener("click", function () {
        items.push(kind.empty());
        opened.add(items[items.length - 1]);
        keep();
        draw();
        var first = stack.lastElementChild.querySelector("input, select, textarea");
        if (first) first.focus();
      });
      if (items.length === 1) opened.add(items[0]);
      if (items.length) holder[key] = items;
      draw();
      control.append(stack, add);
    }

    function groups(list, path) {
      var group = yaml.resolve(list.items, "properties", setup);
      var word = SINGULAR[path[path.length - 1]];
      return {
        empty: function () {
          var made = {};
          (casekatalog.source.isOne(group) ? casekatalog.source.own(group) : group.required || []).forEach(function (key) {
            var kind = scalarKind(group.properties[key]);
            if (kind && kind.type === "string" && !kind["x-vocabulary"] && !kind.choices) made[key] = "";
          });
          return made;
        },
        draw: function (items, index, here, buttons, opened) {
          var item = items[index];
          var card = element("fieldset", { class: "repeat__item" }, element("legend", {}, word + " " + (index + 1)));
          card.dataset.path = name(here);
          var summary = element("summary", {}, digest(item, group, here));
          var details = element("details", { class: "fold repeat__fold" }, summary);
          details.open = opened.has(item);
          details.addEventListener("toggle", function () {
            if (details.open) opened.add(item);
            else opened.delete(item);
            summary.textContent = digest(item, group, here);
          });
          var parts = element("div", { class: "field__parts" });
          if (casekatalog.source.isOne(group)) casekatalog.sourceFields(maker, parts, item, group, here);
          else parts.append.apply(parts, group.properties.rows ? table(item, group, here) : fieldsOf(group, item, here));
          details.append(parts, buttons);
          card.append(details, error(here));
          return card;
        },
      };
    }

    // A group in one line: its words and names.
    function digest(item, group, path) {
      var parts = Object.keys(group.properties).map(function (key) {
        var kind = scalarKind(group.properties[key]) || {};
        if (typeof item[key] !== "string" || !item[key] || item[key] === setup.unstated) return "";
        return kind["x-vocabulary"] ? termName(kind["x-vocabulary"], item[key], path) : item[key].replace(/\s+/g, " ");
      }).filter(Boolean);
      return parts.join(" · ") || "Ikke udfyldt endnu";
    }

    function texts(key) {
      return {
        empty: function () { return ""; },
        draw: function (items, index, here, buttons) {
          var input = element("textarea", { rows: 2, id: id(here), "aria-label": SINGULAR[key] + " " + (index + 1), "aria-describedby": id(here) + "-error" });
          input.value = unwrap(items[index]);
          input.addEventListener("input", function () { items[index] = clean(input.value); });
          var box = element("div", { class: "field repeat__line" }, element("div", { class: "field__control" }, input), error(here), buttons);
          box.dataset.path = name(here);
          return box;
        },
      };
    }

    // A table is pasted from a spreadsheet: the first line names the columns.
    function table(item, group, path) {
      var input = element("textarea", { rows: 6, id: id(path) + "-table", "aria-describedby": id(path) + "-table-help " + id(path.concat("rows")) + "-error" });
      input.value = [item.columns || []].concat(item.rows || []).map(function (row) {
        return row.map(function (cell, column) { return cell === null ? "" : column ? numbers.danish(cell) : cell; }).join("; ");
      }).join("\n").trim();
      input.addEventListener("input", function () {
        var lines = input.value.split("\n").filter(function (line) { return yaml.trim(line); }).map(function (line) {
          return line.split(line.includes("\t") ? "\t" : ";").map(clean);
        });
        item.columns = lines[0] || [];
        item.rows = lines.slice(1).map(function (row) {
          return row.map(function (cell, column) {
            if (!column) return cell;
            return cell ? numbers.meant(cell) : null;
          });
        });
      });
      var box = element("div", { class: "field field--wide" },
        element("label", { class: "field__label", for: input.id }, "Tabel"),
        element("p", { class: "field__help", id: input.id + "-help" }, "Sæt ind fra et regneark, eller skriv semikolon mellem felterne. Første linje er kolonnernes navne. Tomt felt: kilden har intet tal."),
        element("div", { class: "field__control" }, input),
        error(path.concat("rows"))
      );
      box.dataset.path = name(path.concat("rows"));
      return ["title", "unit", "note"].map(function (part) {
        return field(item, part, group.properties[part], path.concat(part), group.required.includes(part));
      }).concat(box);
    }

    // An empty list stays where the file had one.
    function setList(holder, key, list) {
      if (list.length || wasThere(holder, key)) holder[key] = list;
      else delete holder[key];
    }

    function termName(vocabulary, slug, path) {
      var term = setup.vocabulary[vocabulary][slug];
      if (!term) return slug;
      if (path[0] === "drivers" && term.driver) return term.driver;
      if (path[0] === "barriers" && term.barrier) return term.barrier;
      return term.name;
    }
  }

  // The Danish name of the field at a path: "Gevinster 2, Tal 1, Enhed".
  function titleOf(path, setup) {
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

})();
