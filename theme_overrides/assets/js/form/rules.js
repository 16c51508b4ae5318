// Checks a case by the generator's own schema and says what is wrong in the generator's own words.
// Free of the DOM. The rules that no schema can hold stand here as in generator/values.py, generator/model.py and
// generator/reading/explanation.py.
casekatalog.rules = (() => {
  "use strict";
  const { resolve, takesUnstated, scalarKind } = casekatalog.schemas;
  const { isDate, trim } = casekatalog.scalars;
  const { fault, isUnstated, isUnwritten, orUnstated } = casekatalog.texts;
  const numbers = casekatalog.numbers;
  const { fill, plainText, slugify } = casekatalog.words;

  // Every problem in a case as {path, field, code, message, severity}; `slug` is its address, or null for a new case, and
  // `comments` are those of its file.
  function check(data, setup, slug, comments = []) {
    const context = {
      setup,
      slug,
      /** @type {any[]} */
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
    casekatalog.warn(data, context, comments);
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

  // Returns whether the value is sound; lists and groups report for their parts.
  function value(found, schema, path, place, context, holder, sound) {
    const setup = context.setup;
    if (isUnwritten(found, path, context)) return false;
    if (takesUnstated(schema, setup) && isUnstated(found)) return true;
    const list = resolve(schema, "items", setup);
    if (list && path[path.length - 1] === "rows") return rows(found, path, place, context, holder, sound);
    if (list) return listOf(found, list, path, place, context);
    const inner = resolve(schema, "properties", setup);
    if (inner) {
      const before = context.problems.length;
      group(found, inner, path, context);
      return before === context.problems.length;
    }
    const kind = scalarKind(schema, setup);
    if (kind.type === "boolean") return true;
    if (kind.format === "date") {
      const day = trim(found);
      return (
        isDate(day) ||
        fault(context, path, "not_date", {
          found: casekatalog.words.what(day),
          hint: numbers.dateHint(day, setup),
        })
      );
    }
    if (kind.type === "number" || kind.type === "integer")
      return number(found, kind, path, context, holder, sound);
    return casekatalog.texts.check(trim(found), kind, path, place, context);
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
      const plain = found.map(plainText);
      found.forEach((item, index) => {
        if (plain.indexOf(plain[index]) < index)
          sound = fault(context, path.concat(index), "repeated", { value: item });
      });
    }
    return sound;
  }

  function number(found, kind, path, context, holder, sound) {
    const raw = trim(found);
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
        if (numbers.parse(trim(cell)) === null) fine = notNumber(trim(cell), here, context);
        else count += 1;
      });
    });
    if (fine && width && !count) return fault(context, path, "no_numbers");
    return fine;
  }

  return { check, address };
})();
