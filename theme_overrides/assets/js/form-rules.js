// Checks a case by the generator's own schema and says what is wrong in the generator's own words.
// Free of the DOM. The rules that no schema can hold stand here as in generator/model.py and generator/explain.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});
  var yaml = casekatalog.yaml;

  var INTEGER = /^[-+]?(0|[1-9][0-9]{0,17})$/;
  var DECIMAL = /^[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}$/;
  var THOUSANDS = /^[-+]?[1-9][0-9]{0,2}\.[0-9]{3}$/;
  var NUMBER_LIKE = /^[-+]?[0-9][0-9_]*$/;
  var LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
  var MARKUP = /[\\`*_[\]<>&~|\n]|^\s*([-+#=]|[0-9]+[.)]|\t| {4})/;

  casekatalog.rules = { check: check, address: address, slugify: slugify, nearest: nearest, render: render, renderInline: renderInline };

  // Every problem in a case as {path, field, code, message}; `slug` is its address, or null for a new case.
  function check(data, setup, slug) {
    var context = {
      setup: setup,
      slug: slug,
      problems: [],
      say: function (path, code, values) {
        context.problems.push({ path: path, field: fieldName(path), code: code, message: message(setup, code, values || {}) });
      },
    };
    group(data, setup.schema, [], context);
    aliases(data, context);
    references(data, context);
    return context.problems;
  }

  // The address that a new case gets by its title, and what is wrong with it, as a list of problems with the title.
  function address(title, setup) {
    var whole = slugify(title);
    var cut = whole.slice(0, setup.longestSlug + 1);
    var slug = whole.length <= setup.longestSlug ? whole : cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || cut.slice(0, setup.longestSlug);
    var owner = setup.cases[slug] || setup.cases[setup.aliases[slug]];
    var words = "";
    if (owner) words = fill(setup.words.ADDRESS_TAKEN, { title: owner });
    else if (setup.reserved.includes(slug)) words = fill(setup.words.ADDRESS_RESERVED, { slug: slug });
    else if (title && !slug) words = setup.words.ADDRESS_EMPTY;
    return { slug: slug, problems: words ? [{ path: ["title"], field: "title", code: "address", message: words }] : [] };
  }

  function group(data, schema, path, context) {
    var required = schema.required || [];
    var sound = {};
    Object.keys(schema.properties).forEach(function (key) {
      var field = schema.properties[key];
      var here = path.concat(key);
      var isRequired = required.includes(key);
      if (!(key in data)) {
        if (isRequired) {
          var words = unstated(field, context) ? context.setup.words.OR_KEY_UNSTATED : "";
          context.say(here, "missing", { key: key, unstated: fill(words, { key: key }) });
        }
        return;
      }
      sound[key] = value(data[key], field, here, { isField: true, isRequired: isRequired, schema: field }, context, data, sound);
    });
    return sound;
  }

  // Returns whether the value is sound; lists and groups report for their parts.
  function value(found, schema, path, place, context, holder, sound) {
    var setup = context.setup;
    if (isUnwritten(found, path, context)) return false;
    if (unstated(schema, context) && isUnstated(found)) return true;
    var list = yaml.resolve(schema, "items", setup);
    if (list && path[path.length - 1] === "rows") return rows(found, path, place, context, holder, sound);
    if (list) return listOf(found, list, path, place, context);
    var inner = yaml.resolve(schema, "properties", setup);
    if (inner) {
      var before = context.problems.length;
      group(found, inner, path, context);
      return before === context.problems.length;
    }
    var kind = scalarKind(schema, setup);
    if (kind.type === "boolean") return true;
    if (kind.format === "date") {
      var day = yaml.trim(found);
      return yaml.isDate(day) || fault(context, path, "not_date", { found: what(day), hint: dateHint(day, context) });
    }
    if (kind.type === "number" || kind.type === "integer") return number(found, kind, path, context, holder, sound);
    return text(yaml.trim(found), kind, path, place, context);
  }

  function fault(context, path, code, values) {
    context.say(path, code, values);
    return false;
  }

  // Whether a text holds what nobody sees, or still says that something must be written: then no more is said of it.
  function isUnwritten(found, path, context) {
    if (typeof found !== "string") return false;
    var unseen = yaml.INVISIBLE.exec(found);
    if (unseen) context.say(path, "control_character", { name: characterName(unseen[0], context.setup.characters) });
    else if (yaml.trim(found) === context.setup.todo) context.say(path, "todo");
    else return false;
    return true;
  }

  function characterName(character, names) {
    var point = "U+" + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return names[character] ? point + " " + names[character] : point;
  }

  function listOf(found, schema, path, place, context) {
    if (schema.minItems && !found.length) {
      return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    }
    var sound = true;
    if (schema.minItems > found.length) {
      sound = fault(context, path, "too_few", { limit: schema.minItems, length: found.length });
    }
    var before = context.problems.length;
    var faulty = found.filter(function (item, index) {
      return !value(item, schema.items, path.concat(index), { isField: false, schema: schema.items }, context, found, {});
    });
    if (schema.maxItems < found.length - faulty.length) {
      context.problems.length = before;
      return fault(context, path, "too_many", { limit: schema.maxItems, length: found.length });
    }
    sound = sound && !faulty.length;
    if (sound && schema["x-unique"]) {
      found.forEach(function (item, index) {
        if (found.indexOf(item) < index) sound = fault(context, path.concat(index), "repeated", { value: item });
      });
    }
    return sound;
  }

  function text(found, kind, path, place, context) {
    if (kind["x-vocabulary"] || kind.choices) {
      var choices = kind.choices || Object.keys(context.setup.vocabulary[kind["x-vocabulary"]]);
      if (choices.includes(found)) return true;
      return fault(context, path, "not_allowed", { value: found, hint: choiceHint(found, kind, choices, place, context) });
    }
    if (kind.pattern) return slug(found, kind, path, context);
    found = found.trim();
    if (!found) {
      if (!place.isField) return fault(context, path, "empty_item");
      return fault(context, path, place.isRequired ? "empty_required" : "empty", { unstated: orUnstated(place, context) });
    }
    var length = Array.from(found).length;
    if (kind.maxLength < length) return fault(context, path, "too_long", { length: length, limit: kind.maxLength });
    if (kind["x-markdown"]) return markdown(found, path, context);
    if (found.includes("\n")) return fault(context, path, "line_break");
    if (kind["x-rule"] === "url" && !/^https?:\/\/[^\s<>"]+$/.test(found)) {
      var bare = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+(\/[^\s<>"]*)?$/u.test(found);
      return fault(context, path, "bad_url", { hint: bare ? fill(context.setup.words.WRITE, { text: "https://" + found }) : "" });
    }
    if (kind["x-rule"] === "mailbox") return mailbox(found, path, context);
    return true;
  }

  function slug(found, kind, path, context) {
    var length = Array.from(found).length;
    if (kind.maxLength < length) return fault(context, path, "too_long", { length: length, limit: kind.maxLength });
    if (new RegExp(kind.pattern, "u").test(found)) return true;
    return fault(context, path, "bad_slug", { value: found, hint: maybe(slugify(found.replace(/\.yaml$/, "")), context) });
  }

  function mailbox(found, path, context) {
    if (!/^[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u.test(found)) return fault(context, path, "bad_mailbox");
    var name = found.split("@")[0].toLowerCase();
    var role = new RegExp(context.setup.role, "u");
    if (/^\p{L}{2,}(\.\p{L}+)*\.\p{L}{2,}$/u.test(name) && !role.test(name)) return fault(context, path, "personal_mailbox");
    return true;
  }

  function number(found, kind, path, context, holder, sound) {
    var raw = yaml.trim(found);
    var key = path[path.length - 1];
    var isYear = ["start", "end", "year"].includes(key);
    var parsed = parse(raw);
    if (parsed === null || (kind.type === "integer" && !INTEGER.test(raw))) return notNumber(raw, isYear, path, context);
    if (parsed < kind.minimum) return fault(context, path, "too_small", { limit: kind.minimum });
    if (parsed > kind.maximum) return fault(context, path, "too_big", { limit: kind.maximum });
    if (key === "end" && sound.start && holder.start && parsed < Number(holder.start)) {
      return fault(context, path, "years_backwards", { start: Number(holder.start), end: parsed });
    }
    if (key === "to" && sound.value && parsed <= Number(holder.value)) {
      return fault(context, path, "range_backwards", { value: Number(holder.value), to: parsed });
    }
    return true;
  }

  function parse(raw) {
    return INTEGER.test(raw) || (DECIMAL.test(raw) && !THOUSANDS.test(raw)) ? Number(raw) : null;
  }

  function notNumber(raw, isYear, path, context) {
    var words = context.setup.words;
    var misread = THOUSANDS.test(raw) || (NUMBER_LIKE.test(raw) && !INTEGER.test(raw));
    if (misread && /^[-+]?0[0-9]{1,17}$/.test(raw)) {
      return fault(context, path, "octal", { raw: raw, suggestion: BigInt(raw.replace("+", "")).toString() });
    }
    if (THOUSANDS.test(raw)) {
      return fault(context, path, "thousands", { raw: raw, whole: raw.replace(".", ""), decimal: raw + "0" });
    }
    var isWord = !misread && parse(raw) === null;
    var found = isWord ? what(raw) : "`" + raw + "`";
    if (isYear) {
      var years = (raw.match(/[\p{L}\p{N}_]+/gu) || []).filter(function (word) { return /^[12][0-9]{3}$/.test(word); });
      var year = years.length === 1 ? fill(years[0] === raw ? words.WRITE_PLAIN : words.WRITE, { text: years[0] }) : "";
      return fault(context, path, "not_year", { found: found, hint: year || (path[path.length - 1] === "year" ? "" : words.DELETE_YEAR) });
    }
    if (isSilent(raw, context.setup)) {
      var silent = path.includes("rows") ? words.WRITE_NULL : words.DELETE_FIGURE;
      return fault(context, path, "not_number", { found: found, hint: silent });
    }
    return fault(context, path, "not_number", { found: found, hint: numberHint(raw, isWord, words) });
  }

  function numberHint(raw, isWord, words) {
    var meant = danishNumber(raw);
    if (meant && meant === raw) return isWord ? fill(words.WRITE_PLAIN, { text: meant }) : words.FEWER_DIGITS;
    if (meant) return fill(words.WRITE, { text: meant });
    var ends = /^([0-9.,]+)\s*[-–]\s*([0-9.,]+)$/.exec(raw);
    if (ends) {
      var low = danishNumber(ends[1]);
      var high = danishNumber(ends[2]);
      return low && high ? fill(words.WRITE_RANGE, { low: low, high: high }) : "";
    }
    var alone = /^([^0-9]*?)([0-9]+(?:[ .,][0-9]+)*)([^0-9]*)$/.exec(raw);
    meant = alone && danishNumber(alone[2]);
    if (!meant) return "";
    return fill(alone[1].trim() ? words.WRITE_QUALIFIER : words.WRITE_UNIT, { text: meant });
  }

  function isSilent(raw, setup) {
    return setup.silent.includes(slugify(raw));
  }

  function dateHint(raw, context) {
    var numbers = /^(\d{1,2})[/.-] ?(\d{1,2})[/.-] ?(\d{4})$/.exec(raw);
    var words = /^(?:d\. ?)?(\d{1,2})\.? ([a-z]+)\.? (\d{4})$/.exec(raw.toLowerCase());
    var turned = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(raw);
    var parts = null;
    if (numbers) parts = [numbers[3], numbers[2], numbers[1]];
    else if (turned) parts = turned.slice(1);
    else if (words && words[2].length >= 3) {
      var month = context.setup.months.findIndex(function (name) { return name.startsWith(words[2]); });
      if (month >= 0) parts = [words[3], String(month + 1), words[1]];
    }
    var date = parts && parts[0] + "-" + parts[1].padStart(2, "0") + "-" + parts[2].padStart(2, "0");
    return date && yaml.isDate(date) ? fill(context.setup.words.WRITE, { text: date }) : "";
  }

  function danishNumber(text) {
    var plain = text.replace(/[\s_\u00a0]/g, "").replace(/\u2212/g, "-");
    if (/^[-+]?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain;
    if (/^[-+]?([0-9]{1,3}(\.[0-9]{3})*|[0-9]+)(,[0-9]+)?$/.test(plain)) return plain.replace(/\./g, "").replace(",", ".");
    return null;
  }

  function rows(found, path, place, context, holder, sound) {
    var width = sound.columns ? holder.columns.length : 0;
    if (!found.length) return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    var fine = true;
    var numbers = 0;
    found.forEach(function (row, index) {
      if (width && row.length !== width) {
        fine = fault(context, path.concat(index), "row_width", {
          found: row.length + " felter",
          expected: width + " kolonner",
          hint: row.length > width ? context.setup.words.DECIMAL_COMMA : "",
        });
      }
      if (row.length && isUnwritten(row[0], path.concat(index, 0), context)) fine = false;
      else if (row.length && row[0] === null) fine = fault(context, path.concat(index, 0), "row_label", { suggestion: '"..."' });
      row.slice(1).forEach(function (cell, column) {
        var here = path.concat(index, column + 1);
        if (cell === null || isUnwritten(cell, here, context)) return;
        if (parse(yaml.trim(cell)) === null) fine = notNumber(yaml.trim(cell), false, here, context);
        else numbers += 1;
      });
    });
    if (fine && width && !numbers) return fault(context, path, "no_numbers");
    return fine;
  }

  // Former addresses, and references to other cases

  function aliases(data, context) {
    var setup = context.setup;
    (data.aliases || []).map(yaml.trim).forEach(function (found, index) {
      var other = setup.cases[found] || found === context.slug ? found : setup.aliases[found];
      if (other && (other !== context.slug || found === context.slug)) {
        context.say(["aliases", index], "alias_taken", { value: found, other: "cases/" + other + ".yaml" });
      }
    });
  }

  function references(data, context) {
    var setup = context.setup;
    var others = Object.keys(setup.cases).filter(function (slug) { return slug !== context.slug; });
    ["inspired_by", "see_also"].forEach(function (kind) {
      ((data.related || {})[kind] || []).map(yaml.trim).forEach(function (found, index) {
        var path = ["related", kind, index];
        if (found === context.slug) return fault(context, path, "own_case");
        if (others.includes(found) || found !== slugify(found)) return null;
        var meant = setup.aliases[found] || found;
        return fault(context, path, "unknown_case", { value: found, hint: hint(meant, others, setup.words.SEE_FOLDER, "", context) });
      });
    });
  }

  // The dialect of Markdown

  function parser(accepts) {
    var made = root.markdownit("commonmark", { html: false }).enable("table");
    made.validateLink = accepts;
    return made;
  }

  var parsers = null;

  function parsersReady() {
    if (!parsers) {
      parsers = {
        everything: parser(function () { return true; }),
        dialect: parser(function (url) { return LINK.test(url); }).disable([
          "heading", "lheading", "image", "html_block", "html_inline", "reference",
        ]),
      };
      parsers.dialect.renderer.rules.table_open = function () {
        return '<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel"><table>\n';
      };
      parsers.dialect.renderer.rules.table_close = function () { return "</table></div>\n"; };
    }
    return parsers;
  }

  // Safe HTML: the parser shows raw HTML as text, and links lead to web addresses and mailboxes alone.
  function render(text) {
    return parsersReady().dialect.render(text);
  }

  function renderInline(text) {
    var html = render(text).trim();
    return html.split("<p>").length === 2 && html.startsWith("<p>") && html.endsWith("</p>") ? html.slice(3, -4) : html;
  }

  function markdown(text, path, context) {
    if (!MARKUP.test(text)) return true;
    var fine = true;
    parsersReady().everything.parse(text, {}).forEach(function (token) {
      if (token.type === "heading_open") fine = fault(context, path, "heading");
      (token.children || []).forEach(function (child) {
        if (child.type === "image") fine = fault(context, path, "image");
      });
    });
    return fine;
  }

  // Words and hints

  function message(setup, code, values) {
    var shown = {};
    Object.keys(values).forEach(function (name) {
      var text = String(values[name]);
      var line = /[\n\t]/.test(text) ? text.split(/\s+/).filter(Boolean).join(" ") : text;
      var letters = Array.from(line);
      shown[name] = letters.length <= setup.longestValue ? line : letters.slice(0, setup.longestValue).join("") + "…";
    });
    return fill(setup.messages[code], shown);
  }

  // Fills in a template as Python's format does: {{ stands for {.
  function fill(template, values) {
    return template.replace(/\{\{|\}\}|\{(\w+)\}/g, function (whole, name) { return name ? values[name] : whole[0]; });
  }

  function fieldName(path) {
    return path.reduce(function (name, part) {
      if (typeof part === "number") return name + "[" + part + "]";
      return name ? name + "." + part : part;
    }, "");
  }

  function what(value) {
    var letters = Array.from(value);
    return 'teksten "' + (letters.length <= 40 ? value : letters.slice(0, 39).join("") + "…") + '"';
  }

  function unstated(schema, context) {
    return Boolean((schema.anyOf || []).some(function (option) { return option.const === context.setup.unstated; }));
  }

  function isUnstated(found) {
    return typeof found === "string" && /^ikke oplyst\.?$/i.test(yaml.trim(found));
  }

  function orUnstated(place, context) {
    return place.isField && unstated(place.schema, context) ? context.setup.words.OR_UNSTATED : "";
  }

  function scalarKind(schema, setup) {
    return yaml.resolve(schema, "type", setup, function (part) { return part.type !== "null"; }) || {};
  }

  function maybe(near, context) {
    return near ? fill(context.setup.words.MAYBE, { nearest: near }) : "";
  }

  function hint(value, choices, otherwise, besides, context) {
    var near = nearest(value, choices);
    if (near) return maybe(near, context);
    var few = choices.length > 0 && choices.length <= context.setup.shortList;
    return few ? fill(context.setup.words.ALLOWED, { allowed: choices.join(", ") + besides }) : otherwise;
  }

  function choiceHint(value, kind, choices, place, context) {
    var name = kind["x-vocabulary"];
    if (!name) return hint(value, choices, "", "", context);
    var terms = context.setup.vocabulary[name];
    var names = {};
    choices.forEach(function (slug) { names[terms[slug].name] = slug; });
    var near = nearest(value, choices.concat(Object.keys(names)));
    if (near) return maybe(names[near] || near, context);
    return hint(value, choices, fill(context.setup.words.ALLOWED_LIST, { name: name }), orUnstated(place, context), context);
  }

  function slugify(text) {
    var letters = { æ: "ae", ø: "oe", å: "aa", ß: "ss", ð: "d", þ: "th" };
    return text
      .normalize("NFC")
      .replace(/o\u0338/g, "ø")
      .replace(/O\u0338/g, "Ø")
      .toLowerCase()
      .replace(/[æøåßðþ]/g, function (letter) { return letters[letter]; })
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  }

  // The choice that `word` was probably meant to be, as Python's difflib finds it, or null.
  function nearest(word, choices) {
    var bySlug = new Map();
    choices.slice().reverse().forEach(function (choice) { bySlug.set(slugify(choice), choice); });
    var slug = slugify(word);
    if (bySlug.has(slug)) return bySlug.get(slug);
    var best = null;
    bySlug.forEach(function (_, other) {
      var score = ratio(other, slug);
      if (score >= 0.7 && (!best || score > best[0] || (score === best[0] && other > best[1]))) best = [score, other];
    });
    if (best) return bySlug.get(best[1]);
    var longer = Array.from(bySlug.keys()).filter(function (other) { return slug.length >= 4 && other.startsWith(slug); });
    if (longer.length === 1) return bySlug.get(longer[0]);
    var inside = Array.from(bySlug.keys()).filter(function (other) {
      return other.length >= 4 && ("-" + slug + "-").includes("-" + other + "-");
    });
    inside.sort(function (a, b) { return a.length - b.length; });
    return inside.length ? bySlug.get(inside[inside.length - 1]) : null;
  }

  function ratio(a, b) {
    return a.length + b.length ? (2 * matches(a, 0, a.length, b, 0, b.length)) / (a.length + b.length) : 1;
  }

  function matches(a, aLow, aHigh, b, bLow, bHigh) {
    var best = [aLow, bLow, 0];
    var ends = {};
    for (var i = aLow; i < aHigh; i++) {
      var next = {};
      for (var j = bLow; j < bHigh; j++) {
        if (a[i] !== b[j]) continue;
        var size = (next[j] = (ends[j - 1] || 0) + 1);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      ends = next;
    }
    if (!best[2]) return 0;
    return best[2] + matches(a, aLow, best[0], b, bLow, best[1]) + matches(a, best[0] + best[2], aHigh, b, best[1] + best[2], bHigh);
  }
})(typeof globalThis === "undefined" ? window : globalThis);
