/**
 * What a word may mean that no document has: a slip of the finger, a piece of a known word, two known words. No DOM here.
 * Numbers mean what they say: none is a guess, and none is guessed at.
 * @typedef {InstanceType<typeof casekatalog.Index>} SearchIndex
 */
/**
 * The terms that a word may mean.
 * @typedef {object} Guess
 * @property {string[]} terms any of which will do
 * @property {boolean} [isPair] whether it takes them all
 * @property {boolean} sure whether it is good for more than a word that stands alone or nearly so
 */
casekatalog.guesses = (() => {
  "use strict";
  const language = casekatalog.language;
  const DIGIT = /\d/,
    MOST = 50,
    SURE_LENGTH = 6,
    SHORT = 5;

  /** @type {WeakMap<Lexicon, { terms: string[], forms: string[] }>} */
  const bares = new WeakMap();

  /**
   * Yield the guesses for a word, the likeliest kind first: any of its terms will do, or both
   * must stand in a document. Those that are not `sure` are only good for a word that stands alone or nearly so.
   * @param {SearchIndex} index
   * @param {Lexicon} list
   * @param {string} word
   * @param {string} stem
   * @returns {Generator<Guess>}
   */
  function* ways(index, list, word, stem) {
    if (DIGIT.test(word)) return;
    yield { terms: unlettered(list, word, stem), sure: true };
    yield { terms: begun(list, word), sure: true };
    if (language.link && stem.length > 3) yield { terms: ending(list, stem), sure: true };
    yield { terms: near(list, word, stem, 1), sure: word.length >= SURE_LENGTH };
    if (language.link && stem.length > 4) yield { terms: inside(list, stem), sure: true };
    const pair = halves(index, list, word);
    if (pair) yield { terms: pair, isPair: true, sure: true };
    if (word.length > 5) yield { terms: near(list, word, stem, 2), sure: false };
    yield { terms: half(index, list, word), sure: false };
    yield { terms: shortened(list, stem), sure: false };
    yield { terms: shortened(list, language.stem(word.replace(language.prefixes, ""))), sure: false };
  }

  /**
   * The terms nearest to a mistyped word; a short stem is like too many others to count without its ending.
   * @param {Lexicon} list
   * @param {string} word
   * @param {string} stem
   * @param {number} most
   */
  function near(list, word, stem, most) {
    if (word.length < 4) return [];
    let best = Infinity;
    /** @type {number[]} */
    let terms = [];
    const bits = casekatalog.Index.letters(word);
    for (let i = 0; i < list.terms.length; i++) {
      const term = list.terms[i];
      if (Math.abs(term.length - stem.length) > most + 4 || term.length < 3 || DIGIT.test(term)) continue;
      if (bitCount(list.letters[i] & ~bits) > most) continue;
      const whole = language.slips(list.forms[i], word, most);
      const slips =
        term.length < SHORT
          ? whole
          : Math.min(language.slips(term, stem, most), language.slips(term, word, most), whole);
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

  /**
   * The terms that a word is when æ, ø and å are typed as a and o: koge is køge.
   * @param {Lexicon} list
   * @param {string} word
   * @param {string} stem
   */
  function unlettered(list, word, stem) {
    const { terms, forms } = bared(list);
    const isSame = (/** @type {string | undefined} */ bare) => bare === word || bare === stem;
    return commonest(
      list,
      (term, number) => term !== stem && (isSame(terms[number]) || isSame(forms[number])),
      MOST,
    );
  }

  /**
   * The terms that begin so when æ, ø and å are typed as a and o: kobenh goes on to københavn.
   * @param {Lexicon} list
   * @param {string} word
   */
  function begun(list, word) {
    const { terms } = bared(list);
    return commonest(list, (_, number) => Boolean(terms[number]?.startsWith(word)), MOST);
  }

  /**
   * The terms of a lexicon and their forms without æ, ø and å, worked out once.
   * @param {Lexicon} list
   */
  function bared(list) {
    let found = bares.get(list);
    if (!found) {
      found = { terms: list.terms.map(language.bare), forms: list.forms.map(language.bare) };
      bares.set(list, found);
    }
    return found;
  }

  /**
   * The compounds that a word is the end of, which never stands alone.
   * @param {Lexicon} list
   * @param {string} stem
   */
  function ending(list, stem) {
    return commonest(list, (term) => term.endsWith(stem) && term.length > stem.length + 2, MOST);
  }

  /**
   * @param {Lexicon} list
   * @param {string} stem
   */
  function inside(list, stem) {
    return commonest(list, (term) => term.includes(stem), MOST);
  }

  /**
   * @param {Lexicon} list
   * @param {(term: string, number: number) => boolean} isMeant
   * @param {number} most
   */
  function commonest(list, isMeant, most) {
    const found = list.terms.filter(isMeant);
    return found.sort((a, b) => list.commonness(b) - list.commonness(a)).slice(0, most);
  }

  /**
   * The two known words that a compound consists of, if it is one.
   * @param {SearchIndex} index
   * @param {Lexicon} list
   * @param {string} word
   */
  function halves(index, list, word) {
    /** @param {string} stem */
    const isKnown = (stem) => list.numbers.has(stem) || index.groups(stem).length > 0;
    let best = 0;
    /** @type {string[] | null} */
    let found = null;
    for (let at = 3; at <= word.length - 3; at++) {
      const end = word.slice(at),
        head = language.stem(end);
      if (index.ending.test(end) || !isKnown(head)) continue;
      for (const first of [word.slice(0, at), unlinked(word.slice(0, at))]) {
        const start = language.stem(first);
        if (first.length < 3 || index.stop.has(first) || !isKnown(start)) continue;
        const value =
          Math.min(first.length, head.length) * 4 + list.commonness(start) + list.commonness(head);
        if (value > best) {
          best = value;
          found = [start, head];
        }
      }
    }
    return found;
  }

  /**
   * The first word of a compound without what links it to the next.
   * @param {string} first
   */
  function unlinked(first) {
    return language.link ? first.replace(language.link, "") : first;
  }

  /**
   * What is known of a compound when the rest is not: its longest first word, or else its longest last one,
   * after other compounds that begin alike.
   * @param {SearchIndex} index
   * @param {Lexicon} list
   * @param {string} word
   */
  function half(index, list, word) {
    const known = list.numbers,
      least = Math.max(4, word.length / 3);
    /** @param {string} part */
    const isKnown = (part) => part.length >= least && !index.stop.has(part) && known.has(language.stem(part));
    for (let at = word.length - 3; at >= least; at--) {
      const first = [word.slice(0, at), unlinked(word.slice(0, at))].find(isKnown);
      if (first) return [language.stem(first)];
    }
    for (let at = 3; at <= word.length - least; at++) {
      if (isKnown(word.slice(at)))
        return alike(list, word.slice(0, at)).concat(language.stem(word.slice(at)));
    }
    return [];
  }

  /**
   * @param {Lexicon} list
   * @param {string} start
   */
  function alike(list, start) {
    return start.length < 5 ? [] : commonest(list, (term) => term.startsWith(start), 3);
  }

  /**
   * The terms that share the longest beginning with a word.
   * @param {Lexicon} list
   * @param {string} stem
   */
  function shortened(list, stem) {
    const least = Math.max(4, Math.ceil(stem.length * 0.6));
    for (let length = stem.length - 1; length >= least; length--) {
      const start = stem.slice(0, length),
        found = commonest(list, (term) => term.startsWith(start), 20);
      if (found.length) return found;
    }
    return [];
  }

  /**
   * Return the words to offer when a word is found nowhere: those that are really close.
   * @param {SearchIndex} index
   * @param {string} word
   * @returns {string[]}
   */
  function offers(index, word) {
    if (DIGIT.test(word)) return [];
    const list = index.lexicon();
    if (!list) return [];
    const stem = language.stem(word),
      close = near(list, word, stem, 1);
    const terms = close.length || word.length <= SURE_LENGTH ? close : near(list, word, stem, 2);
    return terms.slice(0, 3).map((term) => list.shown(term));
  }

  /** @param {number} bits */
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
