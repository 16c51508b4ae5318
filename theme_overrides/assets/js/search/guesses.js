/* What a word may mean that no document has: a slip of the finger, a piece of a known word, two known words. No DOM here.
   Numbers mean what they say: none is a guess, and none is guessed at. */
casekatalog.guesses = (() => {
  "use strict";
  const danish = casekatalog.danish;
  const PREFIXES = /^(?:af|an|be|for|gen|ind|mis|ned|om|op|over|sam|u|ud|under)(?=.{6})/;
  const DIGIT = /\d/,
    LINK = /[se]$/,
    MOST = 50,
    SURE_LENGTH = 6,
    SHORT = 5;

  /* Yield the guesses for a word, the likeliest kind first: {terms} of which any will do, or {pair} of which both must
     stand in a document. Those that are not `sure` are only good for a word that stands alone or nearly so. */
  function* ways(index, word, stem) {
    if (DIGIT.test(word)) return;
    yield { terms: unlettered(index, word, stem), sure: true };
    yield { terms: begun(index, word), sure: true };
    if (stem.length > 3) yield { terms: ending(index, stem), sure: true };
    yield { terms: near(index, word, stem, 1), sure: word.length >= SURE_LENGTH };
    if (stem.length > 4) yield { terms: inside(index, stem), sure: true };
    yield { pair: halves(index, word), sure: true };
    if (word.length > 5) yield { terms: near(index, word, stem, 2) };
    yield { terms: half(index, word) };
    yield { terms: shortened(index, stem) };
    yield { terms: shortened(index, danish.stem(word.replace(PREFIXES, ""))) };
  }

  /* The terms nearest to a mistyped word; a short stem is like too many others to count without its ending. */
  function near(index, word, stem, most) {
    const list = index.lexicon();
    if (word.length < 4) return [];
    let best = Infinity,
      terms = [];
    const bits = casekatalog.Index.letters(word);
    for (let i = 0; i < list.terms.length; i++) {
      const term = list.terms[i];
      if (Math.abs(term.length - stem.length) > most + 4 || term.length < 3 || DIGIT.test(term)) continue;
      if (bitCount(list.letters[i] & ~bits) > most) continue;
      const whole = danish.slips(list.forms[i], word, most);
      const slips =
        term.length < SHORT
          ? whole
          : Math.min(danish.slips(term, stem, most), danish.slips(term, word, most), whole);
      const cost = slips + whole / 10;
      if (slips > most || cost > best || slips > term.length / 3) continue;
      if (slips > 1 && (whole > most || term[0] !== word[0])) continue;
      if (cost < best) {
        best = cost;
        terms = [];
      }
      terms.push(i);
    }
    terms.sort(
      (a, b) =>
        Number(list.terms[b][0] === word[0]) - Number(list.terms[a][0] === word[0]) ||
        list.common[b] - list.common[a],
    );
    return terms.slice(0, 4).map((i) => list.terms[i]);
  }

  /* The terms that a word is when æ, ø and å are typed as a and o: koge is køge. */
  function unlettered(index, word, stem) {
    const list = index.lexicon();
    const isSame = (term) => term !== stem && [word, stem].includes(danish.bare(term));
    return commonest(index, (term) => isSame(term) || isSame(list.forms[list.numbers.get(term)]), MOST);
  }

  /* The terms that begin so when æ, ø and å are typed as a and o: kobenh goes on to københavn. */
  function begun(index, word) {
    return commonest(index, (term) => danish.bare(term).startsWith(word), MOST);
  }

  /* The compounds that a word is the end of, which never stands alone. */
  function ending(index, stem) {
    return commonest(index, (term) => term.endsWith(stem) && term.length > stem.length + 2, MOST);
  }

  function inside(index, stem) {
    return commonest(index, (term) => term.includes(stem), MOST);
  }

  function commonest(index, isMeant, most) {
    const list = index.lexicon(),
      found = list.terms.filter(isMeant);
    const common = (term) => list.common[list.numbers.get(term)];
    return found.sort((a, b) => common(b) - common(a)).slice(0, most);
  }

  /* The two known words that a compound consists of, if it is one. */
  function halves(index, word) {
    const list = index.lexicon(),
      isKnown = (stem) => list.numbers.has(stem) || index.groups(stem).length > 0,
      common = (stem) => list.common[list.numbers.get(stem)] || 0;
    let best = 0,
      found = null;
    for (let at = 3; at <= word.length - 3; at++) {
      const end = word.slice(at),
        head = danish.stem(end);
      if (index.ending.test(end) || !isKnown(head)) continue;
      for (const first of [word.slice(0, at), word.slice(0, at).replace(LINK, "")]) {
        const start = danish.stem(first);
        if (first.length < 3 || index.stop.has(first) || !isKnown(start)) continue;
        const value = Math.min(first.length, head.length) * 4 + common(start) + common(head);
        if (value > best) {
          best = value;
          found = [start, head];
        }
      }
    }
    return found;
  }

  /* What is known of a compound when the rest is not: its longest first word, or else its longest last one,
     after other compounds that begin alike. */
  function half(index, word) {
    const known = index.lexicon().numbers,
      least = Math.max(4, word.length / 3);
    const isKnown = (part) => part.length >= least && !index.stop.has(part) && known.has(danish.stem(part));
    for (let at = word.length - 3; at >= least; at--) {
      const first = [word.slice(0, at), word.slice(0, at).replace(LINK, "")].find(isKnown);
      if (first) return [danish.stem(first)];
    }
    for (let at = 3; at <= word.length - least; at++) {
      if (isKnown(word.slice(at))) return alike(index, word.slice(0, at)).concat(danish.stem(word.slice(at)));
    }
    return [];
  }

  function alike(index, start) {
    return start.length < 5 ? [] : commonest(index, (term) => term.startsWith(start), 3);
  }

  /* The terms that share the longest beginning with a word. */
  function shortened(index, stem) {
    const least = Math.max(4, Math.ceil(stem.length * 0.6));
    for (let length = stem.length - 1; length >= least; length--) {
      const start = stem.slice(0, length),
        found = commonest(index, (term) => term.startsWith(start), 20);
      if (found.length) return found;
    }
    return [];
  }

  /* Return the words to offer when a word is found nowhere: those that are really close. */
  function offers(index, word) {
    if (DIGIT.test(word)) return [];
    const list = index.lexicon();
    if (!list) return [];
    const stem = danish.stem(word),
      close = near(index, word, stem, 1);
    const terms = close.length || word.length <= SURE_LENGTH ? close : near(index, word, stem, 2);
    return terms.slice(0, 3).map((term) => list.shown.get(term));
  }

  function bitCount(bits) {
    let count = 0;
    while (bits) {
      bits &= bits - 1;
      count++;
    }
    return count;
  }

  return { ways, unlettered, halves, offers };
})();
