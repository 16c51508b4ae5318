/**
 * Checks a case by the generator's own schema and says what is wrong in the generator's own words.
 * Free of the DOM. The rules that no schema can hold stand here as in generator/values.py, generator/model.py and
 * generator/reading/explanation.py.
 */
/**
 * What is wrong with a case, or for a person to judge.
 * @typedef {object} Problem
 * @property {FormPath} path
 * @property {string} field
 * @property {string} code
 * @property {string} message
 * @property {"error" | "warning"} severity
 */
/**
 * What a check has found so far, and how more is said.
 * @typedef {object} CheckContext
 * @property {FormSetup} setup
 * @property {string | null} slug the address of the case, or null for a new one
 * @property {Problem[]} problems
 * @property {TextAt[]} texts
 * @property {(path: FormPath, code: string, values?: MessageValues) => void} say
 * @property {(path: FormPath, code: string, values?: MessageValues) => void} warn
 */
casekatalog.rules = (() => {
  "use strict";
  const { resolve, takesUnstated, scalarKind } = casekatalog.schemas;
  const { isDate, trim } = casekatalog.scalars;
  const { fault, isUnstated, isUnwritten, orUnstated } = casekatalog.texts;
  const numbers = casekatalog.numbers;
  const { plainText, slugify } = casekatalog.words;
  const { fill } = casekatalog.text;

  /**
   * Every problem in a case as {path, field, code, message, severity}; `slug` is its address, or null for a new case, and
   * `comments` are those of its file.
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   * @param {string | null} slug
   * @param {FileComment[]} [comments]
   */
  function check(data, setup, slug, comments = []) {
    /** @type {CheckContext} */
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
    casekatalog.warn(data, context, comments);
    return context.problems;

    /**
     * @param {FormPath} path
     * @param {string} code
     * @param {MessageValues | undefined} values
     * @param {Problem["severity"]} severity
     */
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

  /**
   * The address that a new case gets by its title, and what is wrong with it, as a list of problems with the title.
   * @param {string} title
   * @param {FormSetup} setup
   */
  function address(title, setup) {
    const whole = slugify(title);
    const cut = whole.slice(0, setup.longestSlug + 1);
    const slug =
      whole.length <= setup.longestSlug
        ? whole
        : cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || cut.slice(0, setup.longestSlug);
    const owner = Object.hasOwn(setup.aliases, slug) ? setup.aliases[slug] : slug;
    let words = "";
    if (Object.hasOwn(setup.cases, owner))
      words = fill(setup.words.address_taken, { title: setup.cases[owner] });
    else if (setup.devices.includes(slug)) words = fill(setup.words.address_device, { slug });
    else if (setup.reserved.includes(slug)) words = fill(setup.words.address_reserved, { slug });
    else if (title && !slug) words = setup.words.address_empty;
    /** @type {Problem} */
    const problem = { path: ["title"], field: "title", code: "address", message: words, severity: "error" };
    return { slug, problems: words ? [problem] : [] };
  }

  /**
   * @param {FormGroup} data
   * @param {SchemaWith<"properties">} schema
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function group(data, schema, path, context) {
    const required = casekatalog.source.isOne(schema)
      ? casekatalog.source.needed(data, schema)
      : schema.required || [];
    /** @type {Soundness} */
    const sound = {};
    for (const [key, field] of Object.entries(schema.properties)) {
      const here = path.concat(key);
      const isRequired = required.includes(key);
      const place = { isField: true, isRequired, schema: field, holder: data, sound };
      if (key in data) sound[key] = value(data[key], here, place, context);
      else if (isRequired && sound.source !== false) missing(key, here, field, context);
    }
    if (sound.before_qualifier && !("before" in data))
      fault(context, path.concat("before_qualifier"), "qualifier_alone");
    if (casekatalog.source.isOne(schema)) {
      casekatalog.source.faults(data, schema, sound).forEach((code) => {
        context.say(path, code);
      });
    }
    return sound;
  }

  /**
   * @param {string} key
   * @param {FormPath} path
   * @param {FormSchema} schema
   * @param {CheckContext} context
   */
  function missing(key, path, schema, { setup, say }) {
    const unstated = takesUnstated(schema, setup) ? fill(setup.words.or_key_unstated, { key }) : "";
    say(path, "missing", { key, unstated, where: where(path.slice(0, -1), setup.words) });
  }

  /**
   * @param {FormPath} group
   * @param {FormSetup["words"]} words
   */
  function where(group, words) {
    const last = group[group.length - 1];
    if (last === undefined) return words.at_the_end;
    return typeof last === "number" ? words.in_item : fill(words.in_group, { group: last });
  }

  /**
   * Returns whether a value is sound; lists and groups report for their parts.
   * @param {FormValue} found
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   * @returns {boolean}
   */
  function value(found, path, place, context) {
    const { schema } = place;
    const { setup } = context;
    if (isUnwritten(found, path, context)) return false;
    if (takesUnstated(schema, setup) && isUnstated(found)) return true;
    const list = resolve(schema, "items", setup);
    if (list && path[path.length - 1] === "rows")
      return casekatalog.tables.check(/** @type {(string | null)[][]} */ (found), path, place, context);
    if (list) return listOf(/** @type {FormValue[]} */ (found), list, path, place, context);
    const inner = resolve(schema, "properties", setup);
    if (inner) {
      const before = context.problems.length;
      group(/** @type {FormGroup} */ (found), inner, path, context);
      return before === context.problems.length;
    }
    const kind = scalarKind(schema, setup);
    if (kind.type === "boolean") return true;
    if (kind.format === "date") return date(trim(found), path, context);
    if (kind.type === "number" || kind.type === "integer")
      return number(trim(found), kind, path, place, context);
    return casekatalog.texts.check(trim(found), kind, path, place, context);
  }

  /**
   * @param {string} day
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function date(day, path, context) {
    if (isDate(day)) return true;
    const hint = numbers.dateHint(day, context.setup);
    return fault(context, path, "not_date", { found: casekatalog.words.what(day), hint });
  }

  /**
   * @param {FormValue[]} found
   * @param {SchemaWith<"items">} schema
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function listOf(found, schema, path, place, context) {
    const { minItems = 0, maxItems = Infinity } = schema;
    if (minItems && !found.length)
      return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    const isEnough = minItems <= found.length;
    if (!isEnough) fault(context, path, "too_few", { limit: minItems, length: found.length });
    const before = context.problems.length;
    const inside = { isField: false, schema: schema.items, holder: {}, sound: {} };
    const faulty = found.filter((item, index) => !value(item, path.concat(index), inside, context));
    if (maxItems < found.length - faulty.length) {
      context.problems.length = before;
      return fault(context, path, "too_many", { limit: maxItems, length: found.length });
    }
    if (!isEnough || faulty.length) return false;
    return !schema["x-unique"] || isUnique(found.map(String), path, context);
  }

  /**
   * @param {string[]} found
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function isUnique(found, path, context) {
    const plain = found.map(plainText);
    const repeated = Array.from(found.keys()).filter((index) => plain.indexOf(plain[index]) < index);
    for (const index of repeated) fault(context, path.concat(index), "repeated", { value: found[index] });
    return !repeated.length;
  }

  /**
   * @param {string} raw
   * @param {FormSchema} kind
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function number(raw, kind, path, { holder, sound }, context) {
    const { minimum = -Infinity, maximum = Infinity } = kind;
    const key = path[path.length - 1];
    const parsed = numbers.parse(raw);
    if (parsed === null || (kind.type === "integer" && !numbers.isWhole(raw)))
      return numbers.refuse(raw, path, context);
    if (parsed < minimum) return fault(context, path, "too_small", { limit: minimum });
    if (parsed > maximum) return fault(context, path, "too_big", { limit: maximum });
    if (key === "end" && sound.start && holder.start && parsed < Number(holder.start))
      return fault(context, path, "years_backwards", { start: Number(holder.start), end: parsed });
    if (key === "to" && sound.value && parsed <= Number(holder.value))
      return fault(context, path, "range_backwards", { value: Number(holder.value), to: parsed });
    return true;
  }

  return { check, address };
})();
