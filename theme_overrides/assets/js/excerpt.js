/* Hits in a text: which pieces are marked, and the piece of a long text that shows them best. No DOM here. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const danish = KAT.danish;
  const WORD = /[\p{L}\p{N}]+/gu;

  /* A stem keeps the first letters of its word. */
  function start(word) { return word.slice(0, 3); }

  /* Return a function that tells whether a word of a text is a hit. */
  function matcher(answer) {
    const terms = new Set(answer.terms.filter(function (term) { return term[0] !== "~"; }));
    const inside = answer.words.map(danish.stem).concat(answer.corrected.flatMap(function (pair) {
      return pair[1].map(function (word) { return danish.stem(danish.canonical(word)); });
    })).filter(function (stem) { return stem.length > 3; });
    const known = new Map(), starts = new Set(Array.from(terms, start));
    return function (word) {
      let hit = known.get(word);
      if (hit === undefined) {
        const plain = danish.canonical(word);
        hit = (starts.has(start(plain)) && terms.has(danish.stem(plain))) || inside.some(function (stem) { return plain.includes(stem); });
        known.set(word, hit);
      }
      return hit;
    };
  }

  /* Return a text in pieces, every second one a hit: ["before ", "hit", " after"]. */
  function pieces(text, isHit) {
    const found = [];
    let from = 0;
    for (const match of text.matchAll(WORD)) {
      if (!isHit(match[0])) continue;
      found.push(text.slice(from, match.index), match[0]);
      from = match.index + match[0].length;
    }
    found.push(text.slice(from));
    return found;
  }

  /* Return the part of a text, about `length` letters, that has most different hits, or "" when it has none.
     The text's last line is the names of its tags, and no part of it goes on into them. */
  function excerpt(text, isHit, length) {
    const hits = [];
    for (const match of text.matchAll(WORD)) {
      if (isHit(match[0])) hits.push({ at: match.index, word: danish.stem(danish.canonical(match[0])) });
    }
    let best = -1, most = 0;
    for (let i = 0; i < hits.length; i++) {
      const seen = new Set();
      for (let j = i; j < hits.length && hits[j].at < hits[i].at + length * 0.75; j++) seen.add(hits[j].word);
      if (seen.size > most) { most = seen.size; best = hits[i].at; }
    }
    if (best < 0) return "";
    const tags = text.lastIndexOf("\n") + 1, first = best < tags ? 0 : tags, last = best < tags ? tags - 1 : text.length;
    let from = Math.max(first, best - Math.round(length / 4));
    if (from > first) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(last, from + length);
    if (to < last) to = Math.max(text.lastIndexOf(" ", to), best + 1);
    return (from > first ? "… " : "") + text.slice(from, to).replaceAll("\n", " ") + (to < last ? " …" : "");
  }

  /* Whether a text has a phrase's words, in order and next to each other, in whatever spelling of å, æ and ø. */
  function hasPhrase(text, phrase) {
    return (" " + danish.words(danish.canonical(text)).join(" ") + " ").includes(" " + phrase.join(" ") + " ");
  }

  KAT.excerpt = { matcher: matcher, pieces: pieces, excerpt: excerpt, hasPhrase: hasPhrase };
})(globalThis);
