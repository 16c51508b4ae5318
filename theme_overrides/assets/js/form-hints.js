// What to write instead of a value, as the last words of a message. Free of the DOM; as in generator/hints.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});
  var near = casekatalog.near;
  var fill = casekatalog.words.fill;

  casekatalog.hints = { maybe: maybe, hint: hint, choice: choice, address: address, isSilent: isSilent };

  function maybe(word, setup) {
    return word ? fill(setup.words.MAYBE, { nearest: word }) : "";
  }

  function hint(value, choices, otherwise, setup) {
    var found = near.nearest(value, choices, setup);
    if (found) return maybe(found, setup);
    var few = choices.length > 0 && choices.length <= setup.shortList;
    return few ? fill(setup.words.ALLOWED, { allowed: choices.join(", "), besides: "" }) : otherwise;
  }

  // What to choose instead of `value` in the field at `path`, which takes a word of the vocabulary `name`.
  function choice(value, name, path, besides, setup) {
    var slugs = spellings(name, setup);
    var own = near.exact(value, Object.keys(slugs), setup);
    var besidesIt = name === "sources" ? setup.words.OWN_SOURCE : "";
    if (own) return maybe(slugs[own], setup) + besidesIt;
    var names = path.filter(function (part) { return typeof part === "string"; });
    var isList = setup.tags.some(function (tag) { return tag.isList && same(tag.path, names); });
    var home = elsewhere(value, names, setup);
    if (home) return home + (isList ? setup.words.DELETE_HERE : allowed(name, besides, setup));
    var words = near.parts(value).map(function (part) { return near.exact(part, Object.keys(slugs), setup); });
    if (isList && words.length > 1 && words.every(Boolean)) {
      return fill(setup.words.WRITE_ITEMS, { text: words.map(function (word) { return slugs[word]; }).join(", ") });
    }
    var found = near.alike(value, Object.keys(slugs), setup) || near.overlapping(value, Object.keys(setup.vocabulary[name]), setup);
    if (isList && isSeveral(value, found ? setup.vocabulary[name][slugs[found]].name : "")) return setup.words.ONE_EACH;
    return found ? maybe(slugs[found], setup) + besidesIt : allowed(name, besides, setup);
  }

  // Whether a word seems to be several, of which the nearest single word would leave out the others.
  function isSeveral(value, word) {
    return [",", ";", "/", "&", " og "].some(function (sign) {
      return value.toLowerCase().includes(sign) && !word.toLowerCase().includes(sign);
    });
  }

  function allowed(name, besides, setup) {
    var terms = setup.vocabulary[name];
    var slugs = Object.keys(terms);
    if (name === "sources") return setup.words.OWN_SOURCE + fill(setup.words.ALLOWED_LIST, { name: name });
    if (slugs.length > setup.shortList) return fill(setup.words.ALLOWED_LIST, { name: name });
    var told = slugs.map(function (slug) { return terms[slug].meaning ? slug + " (" + terms[slug].meaning + ")" : slug; });
    return fill(setup.words.ALLOWED, { allowed: told.join(", "), besides: besides });
  }

  // Where a value belongs when another field takes it: one beside this one, of the case, or of a part.
  function elsewhere(value, names, setup) {
    var own = setup.tags.find(function (tag) { return same(tag.path, names); });
    var homes = setup.tags.slice().sort(function (a, b) { return distance(a) - distance(b); });
    for (var home of homes) {
      if (home.vocabulary === own.vocabulary || ["factors", "sources"].includes(home.vocabulary)) continue;
      var slugs = spellings(home.vocabulary, setup);
      var found = near.exact(value, Object.keys(slugs), setup);
      if (!found) continue;
      var field = home.path[home.path.length - 1];
      return fill(setup.words.ELSEWHERE, {
        field: field,
        group: home.path.length > 1 ? fill(setup.words.UNDER, { group: home.path[home.path.length - 2] }) : "",
        suggestion: field + ": " + (home.isList ? "[" + slugs[found] + "]" : slugs[found]),
      });
    }
    return "";

    function distance(tag) {
      return (same(tag.path.slice(0, -1), names.slice(0, -1)) ? 0 : 100) + tag.path.length;
    }
  }

  function spellings(name, setup) {
    var terms = setup.vocabulary[name];
    var found = {};
    Object.keys(terms).forEach(function (slug) { found[terms[slug].name] = slug; });
    Object.keys(terms).forEach(function (slug) { found[slug] = slug; });
    return found;
  }

  function same(path, other) {
    return path.join(".") === other.join(".");
  }

  function address(raw, setup) {
    if (isSilent(raw, setup)) return setup.words.DELETE_FIELD;
    var found = /^(?:https?:?\/{0,2})?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:\/[^\s<>"]*)?)$/iu.exec(raw);
    return found ? fill(setup.words.WRITE, { text: "https://" + found[1] }) : "";
  }

  // Whether an editor wrote in other words, or a stroke, that nothing is told, or that there is none.
  function isSilent(raw, setup) {
    return setup.silent.includes(casekatalog.words.slugify(raw));
  }
})(typeof globalThis === "undefined" ? window : globalThis);
