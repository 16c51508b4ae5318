/* What a word may mean that no document has: a slip of the finger, a piece of a known word, two known words. No DOM here. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const danish = KAT.danish;
  const PREFIXES = /^(?:af|an|be|for|gen|ind|mis|ned|om|op|over|sam|u|ud|under)(?=.{6})/;

  /* Return the guesses for a word, the likeliest kind first, each kind as {terms} or {pair}, and whether it is `sure`. */
  function* ways(index, word, stem) {
    if (stem.length > 3) yield { terms: ending(index, stem), sure: true };
    yield { terms: near(index, word, stem, 1), sure: true };
    if (stem.length > 4) yield { terms: inside(index, stem), sure: true };
    yield { pair: halves(index, word), sure: true };
    if (word.length > 5) yield { terms: near(index, word, stem, 2), sure: true };
    yield { terms: half(index, word) };
    yield { terms: shortened(index, stem) };
    yield { terms: shortened(index, danish.stem(word.replace(PREFIXES, ""))) };
  }

  /* The terms nearest to a mistyped word. */
  function near(index, word, stem, most) {
    const list = index.lexicon();
    if (word.length < 4) return [];
    let best = Infinity, terms = [];
    const bits = KAT.letters(word);
    for (let i = 0; i < list.terms.length; i++) {
      const term = list.terms[i];
      if (Math.abs(term.length - stem.length) > most + 4 || term.length < 3) continue;
      if (bitCount(list.letters[i] & ~bits) > most) continue;
      const whole = danish.slips(list.forms[i], word, most);
      const slips = Math.min(danish.slips(term, stem, most), danish.slips(term, word, most), whole);
      const cost = slips + whole / 10;
      if (slips > most || cost > best || slips > term.length / 3) continue;
      if (slips > 1 && (whole > most || term[0] !== word[0])) continue;
      if (cost < best) { best = cost; terms = []; }
      terms.push(i);
    }
    terms.sort(function (a, b) {
      return (list.terms[b][0] === word[0]) - (list.terms[a][0] === word[0]) || list.common[b] - list.common[a];
    });
    return terms.slice(0, 4).map(function (i) { return list.terms[i]; });
  }

  /* The compounds that a word is the end of, which never stands alone. */
  function ending(index, stem) {
    return index.lexicon().terms.filter(function (term) { return term.endsWith(stem) && term.length > stem.length + 2; }).slice(0, 50);
  }

  function inside(index, stem) {
    return index.lexicon().terms.filter(function (term) { return term.includes(stem); }).slice(0, 50);
  }

  /* A compound that no document has: its two words, when both are known. */
  function halves(index, word) {
    const list = index.lexicon();
    let best = 0, found = null;
    for (let at = 3; at <= word.length - 3; at++) {
      const head = danish.stem(word.slice(at));
      if (!list.numbers.has(head)) continue;
      for (const first of [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")]) {
        const start = danish.stem(first);
        if (first.length < 3 || index.stop.has(first) || !list.numbers.has(start)) continue;
        const value = Math.min(first.length, head.length) * 4 + list.common[list.numbers.get(start)] +
          list.common[list.numbers.get(head)];
        if (value > best) { best = value; found = [start, head]; }
      }
    }
    return found;
  }

  /* What is known of a compound when the rest is not: its longest first word, or else its longest last one,
     after other compounds that begin alike. */
  function half(index, word) {
    const known = index.lexicon().numbers, least = Math.max(4, word.length / 3);
    const isKnown = function (part) { return part.length >= least && !index.stop.has(part) && known.has(danish.stem(part)); };
    for (let at = word.length - 3; at >= least; at--) {
      const first = [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")].find(isKnown);
      if (first) return [danish.stem(first)];
    }
    for (let at = 3; at <= word.length - least; at++) {
      if (isKnown(word.slice(at))) return alike(index, word.slice(0, at)).concat(danish.stem(word.slice(at)));
    }
    return [];
  }

  function alike(index, start) {
    if (start.length < 5) return [];
    return index.lexicon().terms.filter(function (term) { return term.startsWith(start); }).slice(0, 3);
  }

  /* The terms that share the longest beginning with a word. */
  function shortened(index, stem) {
    const least = Math.max(4, Math.ceil(stem.length * 0.6)), terms = index.lexicon().terms;
    for (let length = stem.length - 1; length >= least; length--) {
      const start = stem.slice(0, length);
      const found = terms.filter(function (term) { return term.startsWith(start); });
      if (found.length) return found.slice(0, 20);
    }
    return [];
  }

  /* Return near words to offer when a word is found nowhere. */
  function offers(index, word) {
    const list = index.lexicon();
    if (!list) return [];
    const stem = danish.stem(word);
    const terms = near(index, word, stem, 2).concat(near(index, word, stem, 3), shortened(index, stem));
    return Array.from(new Set(terms)).slice(0, 4).map(function (term) { return list.shown.get(term); });
  }

  function bitCount(bits) {
    let count = 0;
    while (bits) { bits &= bits - 1; count++; }
    return count;
  }

  KAT.guesses = { ways: ways, offers: offers };
})(globalThis);
