// Near words: what a word was probably meant to be, never the opposite of what it says. Free of the DOM; as in generator/near.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});
  var slugify = casekatalog.words.slugify;

  casekatalog.near = { nearest: nearest, alike: alike, overlapping: overlapping, exact: exact, parts: parts };

  function nearest(word, choices, setup) {
    return alike(word, choices, setup) || overlapping(word, choices, setup);
  }

  // The choice that is written nearly as `word` is, as Python's difflib finds it, or null.
  function alike(word, choices, setup) {
    var slugs = bySlug(choices);
    var slug = slugify(word);
    if (slugs.has(slug)) return slugs.get(slug);
    var sound = new Map();
    slugs.forEach(function (_, other) {
      if (!isOpposite(slug, other, setup.near)) sound.set(without(setup.near.no, other), other);
    });
    var forms = [without(setup.near.no, slug), without(setup.near.no.concat(setup.near.fillers), slug)];
    for (var form of forms) {
      var best = null;
      sound.forEach(function (_, other) {
        var score = ratio(other, form);
        if (score >= setup.near.close && (!best || score > best[0] || (score === best[0] && other > best[1]))) best = [score, other];
      });
      if (best) return slugs.get(sound.get(best[1]));
    }
    return null;
  }

  // The choice that `word` is the beginning or a word of, or that is a part of `word`, or null.
  function overlapping(word, choices, setup) {
    var slugs = bySlug(choices);
    var slug = slugify(word);
    var sound = Array.from(slugs.keys()).filter(function (other) { return !isOpposite(slug, other, setup.near); });
    if (slug.length >= 4) {
      var begun = sound.filter(function (other) { return other.startsWith(slug) && 2 * slug.length > other.length; });
      var whole = sound.filter(function (other) { return ("-" + other + "-").includes("-" + slug + "-"); });
      if (begun.length === 1) return slugs.get(begun[0]);
      if (whole.length === 1) return slugs.get(whole[0]);
    }
    var inside = sound.filter(function (other) { return other.length >= 4 && ("-" + slug + "-").includes("-" + other + "-"); });
    inside.sort(function (a, b) { return a.length - b.length; });
    return inside.length ? slugs.get(inside[inside.length - 1]) : null;
  }

  // The choice that is `word` but for capitals, signs, and words that names are given with, or null.
  function exact(word, choices, setup) {
    var slugs = bySlug(choices);
    var slug = slugify(word);
    return slugs.get(slug) || slugs.get(without(setup.near.fillers, slug)) || null;
  }

  function parts(text) {
    return text.split(/[,;/&+]|\s+og\s+/).map(function (part) { return part.trim(); }).filter(Boolean);
  }

  function bySlug(choices) {
    var slugs = new Map();
    choices.slice().reverse().forEach(function (choice) { slugs.set(slugify(choice), choice); });
    return slugs;
  }

  function isOpposite(word, other, near) {
    var words = word.split("-");
    var others = other.split("-");
    var turned = noes(words, near) - noes(others, near);
    words.forEach(function (mine) {
      if (others.includes(mine)) return;
      others.forEach(function (its) {
        if (!words.includes(its)) turned += turns(mine, its, near) - turns(its, mine, near);
      });
    });
    return turned % 2 !== 0;
  }

  function noes(words, near) {
    return words.filter(function (word) { return near.no.includes(word); }).length;
  }

  function turns(word, other, near) {
    return Number(near.noBefore.some(function (no) {
      return word.startsWith(no) && ratio(word.slice(no.length), other) >= Math.max(0.8, ratio(word, other) + 0.01);
    }));
  }

  function without(words, slug) {
    return slug.split("-").filter(function (word) { return !words.includes(word); }).join("-") || slug;
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
