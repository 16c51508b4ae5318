/** What may stand in a text of a case; as in generator/values.py. Free of the DOM. */
/**
 * Where a value stands: in a field, or in a list.
 * @typedef {object} FieldPlace
 * @property {boolean} isField
 * @property {boolean} [isRequired]
 * @property {FormSchema} schema
 * @property {FormGroup} holder the group that has the field
 * @property {Soundness} sound which of that group's fields before it are sound
 */
/** @typedef {Record<string, boolean>} Soundness */
/** @typedef {{ path: FormPath, text: string }} TextAt */
casekatalog.texts = (() => {
  "use strict";
  const { takesUnstated } = casekatalog.schemas;
  const { trim, INVISIBLE } = casekatalog.scalars;
  const hints = casekatalog.hints;
  const slugify = casekatalog.words.slugify;

  /**
   * Returns whether a text is sound, and says what is wrong with it.
   * @param {string} found
   * @param {FormSchema} kind
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function check(found, kind, path, place, context) {
    context.texts.push({ path, text: found });
    if (kind["x-vocabulary"] || kind.enum) {
      const choices = kind.enum || Object.keys(context.setup.vocabulary[kind["x-vocabulary"] ?? ""]);
      if (choices.includes(found)) return true;
      return fault(context, path, "not_allowed", {
        value: found,
        hint: choiceHint(found, kind, path, place, context),
      });
    }
    if (kind.pattern) return slug(found, { ...kind, pattern: kind.pattern }, path, context);
    found = found.trim();
    if (!found) {
      if (!place.isField) return fault(context, path, "empty_item");
      return fault(context, path, place.isRequired ? "empty_required" : "empty", {
        unstated: orUnstated(place, context),
      });
    }
    const length = Array.from(found).length;
    if (length > (kind.maxLength ?? Infinity))
      return fault(context, path, "too_long", { length, limit: kind.maxLength });
    if (!kind["x-rule"] && isUnstated(found))
      return fault(context, path, "not_unstated", { otherwise: otherwise(place, context.setup.words) });
    if (length < (kind.minLength ?? 0))
      return fault(context, path, "too_brief", { length, limit: kind.minLength });
    if (kind["x-markdown"]) {
      return casekatalog.markdown
        .faults(found)
        .reduce((/** @type {boolean} */ _, code) => fault(context, path, code), true);
    }
    if (found.includes("\n")) return fault(context, path, "line_break");
    if (kind["x-rule"] === "url" && !/^https?:\/\/[^\s<>"/?#[\]]+([/?#][^\s<>"]*)?$/.test(found)) {
      return fault(context, path, "bad_url", { hint: hints.address(found, context.setup) });
    }
    if (kind["x-rule"] === "website") return website(found, path, context);
    if (kind["x-rule"] === "mailbox") return mailbox(found, path, context);
    return true;
  }

  /**
   * What else can be done where a text must tell something.
   * @param {FieldPlace} place
   * @param {FormSetup["words"]} words
   */
  function otherwise(place, words) {
    if (!place.isField) return words.or_delete_item;
    return place.isRequired ? "" : words.or_delete_field;
  }

  /**
   * @param {string} found
   * @param {FormSchema & { pattern: string }} kind
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function slug(found, kind, path, context) {
    const length = Array.from(found).length;
    if (length > (kind.maxLength ?? Infinity))
      return fault(context, path, "too_long", { length, limit: kind.maxLength });
    if (new RegExp(kind.pattern, "u").test(found)) return true;
    return fault(context, path, "bad_slug", {
      value: found,
      hint: hints.maybe(slugify(found.replace(/\.yaml$/, "")), context.setup),
    });
  }

  /**
   * @param {string} found
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function website(found, path, context) {
    if (new RegExp(context.setup.page, "i").test(found)) return fault(context, path, "personal_website");
    if (/^https:\/\/[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+(:[0-9]+)?([/?#][^\s<>"]*)?$/u.test(found))
      return true;
    return fault(context, path, "bad_website", { hint: hints.address(found, context.setup) });
  }

  /**
   * @param {string} found
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function mailbox(found, path, context) {
    if (!/^[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u.test(found))
      return fault(context, path, "bad_mailbox", {
        hint: hints.isSilent(found, context.setup) ? context.setup.words.delete_field : "",
      });
    const name = found.split("@")[0].toLowerCase();
    const role = new RegExp(context.setup.role, "u");
    if (/^\p{L}{2,}(\.\p{L}+)*\.\p{L}{2,}$/u.test(name) && !role.test(name))
      return fault(context, path, "personal_mailbox");
    return true;
  }

  /**
   * Whether a text holds what nobody sees, or still says that something must be written: then no more is said of it.
   * @param {FormValue} found
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function isUnwritten(found, path, context) {
    if (typeof found !== "string") return false;
    const unseen = INVISIBLE.exec(found);
    if (unseen)
      context.say(path, "control_character", { name: characterName(unseen[0], context.setup.characters) });
    else if (trim(found) === context.setup.todo) context.say(path, "todo");
    else return false;
    return true;
  }

  /**
   * @param {string} character
   * @param {Record<string, string>} names
   */
  function characterName(character, names) {
    const point = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    return names[character] ? `${point} ${names[character]}` : point;
  }

  /** @param {unknown} found */
  function isUnstated(found) {
    const word = casekatalog.wording.common.unstated.toLowerCase();
    return typeof found === "string" && trim(found).replace(/\.+$/, "").toLowerCase() === word;
  }

  /**
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function orUnstated(place, context) {
    return place.isField && takesUnstated(place.schema, context.setup) ? context.setup.words.or_unstated : "";
  }

  /**
   * @param {string} found
   * @param {FormSchema} kind
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function choiceHint(found, kind, path, place, context) {
    if (kind.enum) return hints.oneOf(found, kind.enum, context.setup.qualifiers, context.setup);
    return hints.choice(found, kind["x-vocabulary"] ?? "", path, orUnstated(place, context), context.setup);
  }

  /**
   * @param {CheckContext} context
   * @param {FormPath} path
   * @param {string} code
   * @param {MessageValues} [values]
   */
  function fault(context, path, code, values) {
    context.say(path, code, values);
    return false;
  }

  return { check, fault, isUnstated, isUnwritten, orUnstated };
})();
