// Checks a case by the generator's own schema and says what is wrong in the generator's own words.
// Free of the DOM. The rules that no schema can hold stand here as in generator/values.py, generator/model.py and
// generator/reading/explanation.py.
casekatalog.rules = (() => {
  "use strict";
  const yaml = casekatalog.yaml;

  const numbers = casekatalog.numbers;
  const fill = casekatalog.words.fill;
  const hints = casekatalog.hints;
  const slugify = casekatalog.words.slugify;

  // Every problem in a case as {path, field, code, message, severity}; `slug` is its address, or null for a new case.
  function check(data, setup, slug) {
    const context = {
      setup,
      slug,
      problems: [],
      texts: [],
      say(path, code, values) {
        add(path, code, values, "error");
      },
      warn(path, code, values) {
        add(path, code, values, "warning");
      },
    };
    group(data, setup.schema, [], context);
    casekatalog.references(data, context);
    casekatalog.warn(data, context);
    return context.problems;

    function add(path, code, values, severity) {
      context.problems.push({
        path,
        field: casekatalog.words.fieldName(path),
        code,
        message: casekatalog.words.message(setup, code, values || {}),
        severity,
      });
    }
  }

  // The address that a new case gets by its title, and what is wrong with it, as a list of problems with the title.
  function address(title, setup) {
    const whole = slugify(title);
    const cut = whole.slice(0, setup.longestSlug + 1);
    const slug =
      whole.length <= setup.longestSlug
        ? whole
        : cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || cut.slice(0, setup.longestSlug);
    const owner = setup.cases[slug] || setup.cases[setup.aliases[slug]];
    let words = "";
    if (owner) words = fill(setup.words.ADDRESS_TAKEN, { title: owner });
    else if (setup.devices.includes(slug)) words = fill(setup.words.ADDRESS_DEVICE, { slug });
    else if (setup.reserved.includes(slug)) words = fill(setup.words.ADDRESS_RESERVED, { slug });
    else if (title && !slug) words = setup.words.ADDRESS_EMPTY;
    return {
      slug,
      problems: words
        ? [{ path: ["title"], field: "title", code: "address", message: words, severity: "error" }]
        : [],
    };
  }

  function group(data, schema, path, context) {
    const required = casekatalog.source.isOne(schema)
      ? casekatalog.source.needed(data, schema)
      : schema.required || [];
    const sound = {};
    Object.keys(schema.properties).forEach((key) => {
      const field = schema.properties[key];
      const here = path.concat(key);
      const isRequired = required.includes(key);
      if (!(key in data)) {
        if (isRequired && sound.source !== false) {
          context.say(here, "missing", {
            key,
            unstated: fill(takesUnstated(field, context.setup) ? context.setup.words.OR_KEY_UNSTATED : "", {
              key,
            }),
            where: where(path, context.setup.words),
          });
        }
        return;
      }
      sound[key] = value(
        data[key],
        field,
        here,
        { isField: true, isRequired, schema: field },
        context,
        data,
        sound,
      );
    });
    if (sound.before_qualifier && !("before" in data))
      fault(context, path.concat("before_qualifier"), "qualifier_alone");
    if (casekatalog.source.isOne(schema)) {
      casekatalog.source.faults(data, schema, sound).forEach((code) => {
        context.say(path, code);
      });
    }
    return sound;
  }

  function where(group, words) {
    const last = group[group.length - 1];
    if (last === undefined) return words.AT_THE_END;
    return typeof last === "number" ? words.IN_ITEM : fill(words.IN_GROUP, { group: last });
  }

  function choiceHint(found, kind, path, place, context) {
    if (kind.enum) return hints.hint(found, kind.enum, "", context.setup);
    return hints.choice(found, kind["x-vocabulary"], path, orUnstated(place, context), context.setup);
  }

  // Returns whether the value is sound; lists and groups report for their parts.
  function value(found, schema, path, place, context, holder, sound) {
    const setup = context.setup;
    if (isUnwritten(found, path, context)) return false;
    if (takesUnstated(schema, setup) && isUnstated(found)) return true;
    const list = yaml.resolve(schema, "items", setup);
    if (list && path[path.length - 1] === "rows") return rows(found, path, place, context, holder, sound);
    if (list) return listOf(found, list, path, place, context);
    const inner = yaml.resolve(schema, "properties", setup);
    if (inner) {
      const before = context.problems.length;
      group(found, inner, path, context);
      return before === context.problems.length;
    }
    const kind = scalarKind(schema, setup);
    if (kind.type === "boolean") return true;
    if (kind.format === "date") {
      const day = yaml.trim(found);
      return (
        yaml.isDate(day) ||
        fault(context, path, "not_date", {
          found: casekatalog.words.what(day),
          hint: numbers.dateHint(day, setup),
        })
      );
    }
    if (kind.type === "number" || kind.type === "integer")
      return number(found, kind, path, context, holder, sound);
    return text(yaml.trim(found), kind, path, place, context);
  }

  function fault(context, path, code, values) {
    context.say(path, code, values);
    return false;
  }

  // Whether a text holds what nobody sees, or still says that something must be written: then no more is said of it.
  function isUnwritten(found, path, context) {
    if (typeof found !== "string") return false;
    const unseen = yaml.INVISIBLE.exec(found);
    if (unseen)
      context.say(path, "control_character", { name: characterName(unseen[0], context.setup.characters) });
    else if (yaml.trim(found) === context.setup.todo) context.say(path, "todo");
    else return false;
    return true;
  }

  function characterName(character, names) {
    const point = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    return names[character] ? `${point} ${names[character]}` : point;
  }

  function listOf(found, schema, path, place, context) {
    if (schema.minItems && !found.length) {
      return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    }
    let sound = true;
    if (schema.minItems > found.length) {
      sound = fault(context, path, "too_few", { limit: schema.minItems, length: found.length });
    }
    const before = context.problems.length;
    const faulty = found.filter(
      (item, index) =>
        !value(
          item,
          schema.items,
          path.concat(index),
          { isField: false, schema: schema.items },
          context,
          found,
          {},
        ),
    );
    if (schema.maxItems < found.length - faulty.length) {
      context.problems.length = before;
      return fault(context, path, "too_many", { limit: schema.maxItems, length: found.length });
    }
    sound = sound && !faulty.length;
    if (sound && schema["x-unique"]) {
      found.forEach((item, index) => {
        if (found.indexOf(item) < index)
          sound = fault(context, path.concat(index), "repeated", { value: item });
      });
    }
    return sound;
  }

  function text(found, kind, path, place, context) {
    context.texts.push({ path, text: found });
    if (kind["x-vocabulary"] || kind.enum) {
      const choices = kind.enum || Object.keys(context.setup.vocabulary[kind["x-vocabulary"]]);
      if (choices.includes(found)) return true;
      return fault(context, path, "not_allowed", {
        value: found,
        hint: choiceHint(found, kind, path, place, context),
      });
    }
    if (kind.pattern) return slug(found, kind, path, context);
    found = found.trim();
    if (!found) {
      if (!place.isField) return fault(context, path, "empty_item");
      return fault(context, path, place.isRequired ? "empty_required" : "empty", {
        unstated: orUnstated(place, context),
      });
    }
    const length = Array.from(found).length;
    if (kind.maxLength < length) return fault(context, path, "too_long", { length, limit: kind.maxLength });
    if (!kind["x-rule"] && isUnstated(found)) return fault(context, path, "not_unstated");
    if (kind.minLength > length) return fault(context, path, "too_brief", { length, limit: kind.minLength });
    if (kind["x-markdown"]) {
      return casekatalog.markdown.faults(found).reduce((_, code) => fault(context, path, code), true);
    }
    if (found.includes("\n")) return fault(context, path, "line_break");
    if (kind["x-rule"] === "url" && !/^https?:\/\/[^\s<>"]+$/.test(found)) {
      return fault(context, path, "bad_url", { hint: hints.address(found, context.setup) });
    }
    if (kind["x-rule"] === "mailbox") return mailbox(found, path, context);
    return true;
  }

  function slug(found, kind, path, context) {
    const length = Array.from(found).length;
    if (kind.maxLength < length) return fault(context, path, "too_long", { length, limit: kind.maxLength });
    if (new RegExp(kind.pattern, "u").test(found)) return true;
    return fault(context, path, "bad_slug", {
      value: found,
      hint: hints.maybe(slugify(found.replace(/\.yaml$/, "")), context.setup),
    });
  }

  function mailbox(found, path, context) {
    if (!/^[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u.test(found))
      return fault(context, path, "bad_mailbox", {
        hint: hints.isSilent(found, context.setup) ? context.setup.words.DELETE_FIELD : "",
      });
    const name = found.split("@")[0].toLowerCase();
    const role = new RegExp(context.setup.role, "u");
    if (/^\p{L}{2,}(\.\p{L}+)*\.\p{L}{2,}$/u.test(name) && !role.test(name))
      return fault(context, path, "personal_mailbox");
    return true;
  }

  function number(found, kind, path, context, holder, sound) {
    const raw = yaml.trim(found);
    const key = path[path.length - 1];
    const parsed = numbers.parse(raw);
    if (parsed === null || (kind.type === "integer" && !numbers.isWhole(raw)))
      return notNumber(raw, path, context);
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

  function notNumber(raw, path, context) {
    const told = numbers.explain(raw, path, context.setup);
    return fault(context, path, told.code, told.values);
  }

  function rows(found, path, place, context, holder, sound) {
    const width = sound.columns ? holder.columns.length : 0;
    if (!found.length) return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    let fine = true;
    let count = 0;
    found.forEach((row, index) => {
      if (width && row.length !== width) {
        fine = fault(context, path.concat(index), "row_width", {
          found: `${row.length} felter`,
          expected: `${width} kolonner`,
          hint: row.length > width ? context.setup.words.DECIMAL_COMMA : "",
        });
      }
      if (row.length && isUnwritten(row[0], path.concat(index, 0), context)) fine = false;
      else if (row.length && row[0] === null)
        fine = fault(context, path.concat(index, 0), "row_label", { suggestion: '"..."' });
      else if (row.length) context.texts.push({ path: path.concat(index, 0), text: row[0] });
      row.slice(1).forEach((cell, column) => {
        const here = path.concat(index, column + 1);
        if (cell === null || isUnwritten(cell, here, context)) return;
        if (numbers.parse(yaml.trim(cell)) === null) fine = notNumber(yaml.trim(cell), here, context);
        else count += 1;
      });
    });
    if (fine && width && !count) return fault(context, path, "no_numbers");
    return fine;
  }

  // Words and hints

  function takesUnstated(schema, setup) {
    return (schema.anyOf || []).some((option) => option.const === setup.unstated);
  }

  function isUnstated(found) {
    return typeof found === "string" && /^ikke oplyst\.?$/i.test(yaml.trim(found));
  }

  function orUnstated(place, context) {
    return place.isField && takesUnstated(place.schema, context.setup) ? context.setup.words.OR_UNSTATED : "";
  }

  function scalarKind(schema, setup) {
    return yaml.resolve(schema, "type", setup, (part) => part.type !== "null") || {};
  }

  return { check, address, isUnstated, takesUnstated, scalarKind };
})();
