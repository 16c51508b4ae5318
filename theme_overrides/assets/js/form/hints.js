/** What to write instead of a value, as the last words of a message. Free of the DOM; as in generator/reading/hints.py. */
casekatalog.hints = (() => {
  "use strict";
  const near = casekatalog.near;
  const { fill } = casekatalog.text;
  /** @type {Record<string, string>} */
  const PLACES = { municipalities: "no_municipality", regions: "no_region" };

  /**
   * @param {string | null} word
   * @param {FormSetup} setup
   */
  function maybe(word, setup) {
    return word ? fill(setup.words.maybe, { nearest: word }) : "";
  }

  /**
   * @param {string} value
   * @param {string[]} choices
   * @param {string} otherwise
   * @param {FormSetup} setup
   */
  function hint(value, choices, otherwise, setup) {
    const found = near.nearest(value, choices, setup);
    if (found) return maybe(found, setup);
    const few = choices.length > 0 && choices.length <= setup.near.few;
    return few ? fill(setup.words.allowed, { allowed: choices.join(", "), besides: "" }) : otherwise;
  }

  /**
   * Which of a few words was meant, by the `forms` that stand for one or nearly by itself, or all of them.
   * @param {string} value
   * @param {string[]} choices
   * @param {Record<string, string>} forms
   * @param {FormSetup} setup
   */
  function oneOf(value, choices, forms, setup) {
    /** @type {Record<string, string>} */
    const words = { ...forms, ...Object.fromEntries(choices.map((choice) => [choice, choice])) };
    const own = near.exact(value, Object.keys(words), setup);
    const found = own ? words[own] : near.nearest(value, choices, setup, setup.near.sure);
    return maybe(found, setup) || fill(setup.words.allowed, { allowed: choices.join(", "), besides: "" });
  }

  /**
   * What to choose instead of `value` in the field at `path`, which takes a word of the vocabulary `name`.
   * @param {string} value
   * @param {string} name
   * @param {FormPath} path
   * @param {string} besides
   * @param {FormSetup} setup
   */
  function choice(value, name, path, besides, setup) {
    const slugs = spellings(name, setup);
    const own = near.exact(value, Object.keys(slugs), setup);
    const besidesIt = name === "sources" ? setup.words.own_source : "";
    if (own) return maybe(slugs[own], setup) + besidesIt;
    const names = path.filter((part) => typeof part === "string");
    const isList = setup.tags.some((tag) => tag.isList && same(tag.path, names));
    const home = elsewhere(value, names, setup);
    if (home) return home + (isList ? setup.words.delete_here : allowed(name, besides, setup));
    const words = near.parts(value, setup).map((part) => near.exact(part, Object.keys(slugs), setup));
    if (isList && words.length > 1 && words.every((word) => word !== null)) {
      return fill(setup.words.write_items, { text: words.map((word) => slugs[word]).join(", ") });
    }
    const terms = Object.keys(setup.vocabulary[name]);
    const found =
      near.alike(value, Object.keys(called(name, setup)), setup, near.closeness(terms.length, setup)) ||
      near.overlapping(value, terms, setup);
    if (isList && isSeveral(value, found ? setup.vocabulary[name][slugs[found]].name : "", setup))
      return setup.words.one_each;
    if (found) return maybe(slugs[found], setup) + besidesIt;
    if (name === "sources" && /^(?:https?:\/\/|www\.)\S+$/.test(value)) return setup.words.own_source_url;
    const other = PLACES[names.join(".")];
    return allowed(name, besides, setup) + (other ? setup.words[other] : "");
  }

  /**
   * Whether a word seems to be several, of which the nearest single word would leave out the others.
   * @param {string} value
   * @param {string} word
   * @param {FormSetup} setup
   */
  function isSeveral(value, word, setup) {
    return [",", ";", "/", "&", ` ${setup.near.and} `].some(
      (sign) => value.toLowerCase().includes(sign) && !word.toLowerCase().includes(sign),
    );
  }

  /**
   * @param {string} name
   * @param {string} besides
   * @param {FormSetup} setup
   */
  function allowed(name, besides, setup) {
    const terms = setup.vocabulary[name];
    const slugs = Object.keys(terms);
    if (name === "sources") return setup.words.own_source + fill(setup.words.allowed_list, { name });
    if (slugs.length > setup.near.few) return fill(setup.words.allowed_list, { name });
    const told = slugs.map((slug) => (terms[slug].meaning ? `${slug} (${terms[slug].meaning})` : slug));
    return fill(setup.words.allowed, { allowed: told.join(", "), besides });
  }

  /**
   * Where a value belongs when another field takes it: one beside this one, of the case, or of a part.
   * @param {string} value
   * @param {string[]} names
   * @param {FormSetup} setup
   */
  function elsewhere(value, names, setup) {
    const own = setup.tags.find((tag) => same(tag.path, names));
    const homes = setup.tags.slice().sort((a, b) => distance(a) - distance(b));
    for (const home of homes) {
      if (home.vocabulary === own?.vocabulary || ["factors", "sources"].includes(home.vocabulary)) continue;
      const slugs = called(home.vocabulary, setup);
      const found = near.exact(value, Object.keys(slugs), setup);
      if (!found) continue;
      const field = home.path[home.path.length - 1];
      return fill(setup.words.elsewhere, {
        field,
        group:
          home.path.length > 1 ? fill(setup.words.under, { group: home.path[home.path.length - 2] }) : "",
        suggestion: `${field}: ${home.isList ? `[${slugs[found]}]` : slugs[found]}`,
      });
    }
    return "";

    /** @param {FormSetup["tags"][number]} tag */
    function distance(tag) {
      return (same(tag.path.slice(0, -1), names.slice(0, -1)) ? 0 : 100) + tag.path.length;
    }
  }

  /**
   * The slugs of a vocabulary by all that names them: slug, Danish name and other words.
   * @param {string} name
   * @param {FormSetup} setup
   */
  function spellings(name, setup) {
    const terms = setup.vocabulary[name];
    /** @type {Record<string, string>} */
    const found = {};
    Object.keys(terms).forEach((slug) => {
      (terms[slug].forms || []).forEach((form) => {
        found[form] = slug;
      });
    });
    return Object.assign(found, called(name, setup));
  }

  /**
   * The slugs of a vocabulary by slug and Danish name.
   * @param {string} name
   * @param {FormSetup} setup
   */
  function called(name, setup) {
    const terms = setup.vocabulary[name];
    /** @type {Record<string, string>} */
    const found = {};
    Object.keys(terms).forEach((slug) => {
      found[terms[slug].name] = slug;
    });
    Object.keys(terms).forEach((slug) => {
      found[slug] = slug;
    });
    return found;
  }

  /**
   * @param {string[]} path
   * @param {string[]} other
   */
  function same(path, other) {
    return path.join(".") === other.join(".");
  }

  /**
   * @param {string} raw
   * @param {FormSetup} setup
   */
  function address(raw, setup) {
    if (isSilent(raw, setup)) return setup.words.delete_field;
    const found = /^(?:https?:?\/{0,2})?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:\/[^\s<>"]*)?)$/iu.exec(raw);
    return found ? fill(setup.words.write, { text: `https://${found[1]}` }) : "";
  }

  /**
   * Whether an editor wrote in other words, or a stroke, that nothing is told, or that there is none.
   * @param {string} raw
   * @param {FormSetup} setup
   */
  function isSilent(raw, setup) {
    return setup.silent.includes(casekatalog.words.slugify(raw));
  }

  return { maybe, hint, oneOf, choice, address, isSilent };
})();
