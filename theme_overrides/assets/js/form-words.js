// The words of a message, and the word that was probably meant. Free of the DOM; as in generator/labels.py and generator/text.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});

  casekatalog.words = {
    message: message, fill: fill, fieldName: fieldName, what: what, slugify: slugify, nearest: nearest, isSeveral: isSeveral,
  };

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

  // The name of the field at a path: gains[0].text.
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
      return other.length >= 4 && [other, other + "s"].some(function (form) { return ("-" + slug + "-").includes("-" + form + "-"); });
    });
    inside.sort(function (a, b) { return a.length - b.length; });
    return inside.length ? bySlug.get(inside[inside.length - 1]) : null;
  }

  // Whether a word seems to be several, of which the nearest single word would leave out the others.
  function isSeveral(value, near) {
    return [",", ";", "/", "&", " og "].some(function (sign) {
      return value.toLowerCase().includes(sign) && !near.toLowerCase().includes(sign);
    });
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
