/* The text search. No DOM here: `run` answers at once, or says which files of the index it needs first. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const danish = KAT.danish, { rarity, gather } = KAT.ranking;
  const PREFIX = 0.6, LATER_PREFIX = 0.4, SYNONYM = 0.85, JOINED = 0.9, GUESS = 0.5, AGAIN = 0.1, LAST_ALONE = 0.2;
  const ENDINGS = ["ede", "el", "else", "elser", "ende", "erende", "ering", "eringer", "erne", "ation", "ator", "hed", "heder",
    "ig", "igt", "ing", "ingen", "inger", "isk", "lig", "ning", "ninger"];
  const MOST_WORDS = 32, MOST_TYPED = 200, MOST_KNOWN = 24, LONGEST_ROW = 4;

  function Search(store) {
    this.index = new KAT.Index(store);
    this.known = new Map();
  }

  /* Return {need} with names of files, or the answer:
     scores    weight of each document, 0 where it is not found
     terms     what was looked for, for marking; phrases are rows of words
     failed    words that nothing was found for, with near words
     corrected pairs of what was typed and words that were searched instead
     relaxed   whether no document has all words, so that those with most of them are given */
  Search.prototype.run = function (query) {
    const index = this.index;
    if (!index.begin()) return { need: ["terms"] };
    index.missing = new Set();
    const parsed = this.parse(query);
    if (!parsed.words.length) return { empty: true };
    const found = parsed.words.map(function (word, at) { return this.word(parsed, at); }, this);
    if (index.missing.size) return { need: Array.from(index.missing) };
    return this.combine(parsed, found);
  };

  /* Return the words of a query, each once, also as they were typed, its phrases, and whether the last word
     may go on. */
  Search.prototype.parse = function (query) {
    const text = danish.canonical(query), stop = this.index.stop;
    const phrases = Array.from(text.matchAll(/["“”„»«]([^"“”„»«]+)["“”„»«]/g), function (match) {
      return danish.words(match[1]);
    }).filter(function (words) { return words.length; });
    const all = danish.words(text).slice(0, MOST_TYPED), typed = danish.words(query.normalize("NFC"));
    const telling = all.filter(function (word) { return !stop.has(word); });
    const open = /[\p{L}\p{N}]$/u.test(text) && (!telling.length || all.at(-1) === telling.at(-1));
    const words = Array.from(new Set(telling.length ? telling : all)).slice(0, MOST_WORDS);
    return { words: words, all: all, typed: words.map(function (word) { return typed[all.indexOf(word)]; }), phrases: phrases,
      open: open && words.at(-1) === all.at(-1), exact: new Set(phrases.flat()) };
  };

  /* Return what one word of a query finds: its documents and the terms that led there. */
  Search.prototype.word = function (parsed, at) {
    const word = parsed.words[at], index = this.index;
    const open = parsed.open && at === parsed.words.length - 1;
    const key = [word, open, parsed.exact.has(word), this.rows(parsed, at), parsed.words[at - 1], parsed.words[at + 1]].join("\n");
    if (this.known.has(key)) return this.known.get(key);
    const missing = index.missing;
    index.missing = new Set();
    const found = this.look(word, open, parsed, at);
    if (!index.missing.size) {
      if (this.known.size > MOST_KNOWN) this.known.clear();
      this.known.set(key, found);
    }
    index.missing = new Set([...missing, ...index.missing]);
    return found;
  };

  Search.prototype.look = function (word, open, parsed, at) {
    const stem = danish.stem(word), synonyms = this.index.head.synonyms;
    const sought = new Map([[stem, 1]]), groups = this.rows(parsed, at);
    if (!parsed.exact.has(word) && synonyms[stem]) groups.push(synonyms[stem]);
    for (const group of groups) sought.set(group, SYNONYM * this.share(group, stem));
    if (parsed.exact.has(word)) return this.union(sought);
    for (const other of joined(parsed, at)) sought.set(other, JOINED);
    if (open) for (const whole of finished(word)) if (!sought.has(whole)) sought.set(whole, JOINED);
    if (open ? word.length > 2 || /[æøå]/.test(word) : word.length > 4) {
      for (const term of this.index.starting(word)) if (!sought.has(term)) sought.set(term, open ? PREFIX : LATER_PREFIX);
    }
    const found = this.union(sought);
    return found.count || found.others || this.index.missing.size ? found : this.guess(word, stem);
  };

  /* The stems of a word whose end may not be typed yet: of "vurderi" that of "vurdering". */
  function finished(word) {
    const stems = danish.bases(word).map(danish.stem);
    for (const ending of ENDINGS) {
      for (let typed = ending.length - 1; typed > 0; typed--) {
        if (word.length - typed < 3 || !word.endsWith(ending.slice(0, typed))) continue;
        stems.push(danish.stem(word + ending.slice(typed)));
      }
    }
    return stems;
  }

  /* A word that ends in the first half of aa, ae or oe, as it may go on: "åbenra" is on its way to åbenrå. */
  function halfFolded(word) {
    const start = word.slice(0, -1), last = word.at(-1);
    return last === "a" ? [start + "å", start + "æ"] : last === "o" ? [start + "ø"] : [];
  }

  /* Neighbouring words written together: job center is jobcenter, borger forløb is borgerforløb. */
  function joined(parsed, at) {
    const words = parsed.words, terms = [];
    for (const pair of [[words[at - 1], words[at]], [words[at], words[at + 1]]]) {
      if (pair[0] && pair[1]) {
        for (const link of ["", "s"]) terms.push(danish.stem(pair[0] + link + pair[1]));
      }
    }
    return terms;
  }

  /* How much a synonym says: the less, the commoner its group is than the word itself. */
  Search.prototype.share = function (group, stem) {
    const own = this.index.postings(stem), others = this.index.postings(group), cases = this.index.head.cases;
    if (!own || !others) return 1;
    return Math.min(1, rarity(others.documents.length, cases) / rarity(own.documents.length, cases));
  };

  /* Rows of words that mean the same as another word, when a word is in such a row, small words counted. */
  Search.prototype.rows = function (parsed, index) {
    const stems = parsed.all.map(danish.stem), at = parsed.all.indexOf(parsed.words[index]), groups = [];
    for (let from = Math.max(0, at + 1 - LONGEST_ROW); from <= at; from++) {
      for (let to = Math.max(from + 2, at + 1); to <= Math.min(stems.length, from + LONGEST_ROW); to++) {
        const group = this.index.head.synonyms[stems.slice(from, to).join(" ")];
        if (group) groups.push(group);
      }
    }
    return groups;
  };

  /* When a word is found nowhere: its beginnings, or else the likeliest guess that finds something. */
  Search.prototype.guess = function (word, stem) {
    const index = this.index;
    if (word.length < 3 || /^\d+$/.test(word)) return this.union(new Map());
    if (stem.length > 4) {
      const starts = [stem].concat(halfFolded(word)), longer = this.union(
        new Map(starts.flatMap(index.starting, index).map(function (term) { return [term, PREFIX]; })));
      if (longer.count || index.missing.size) return longer;
    }
    const list = index.lexicon();
    if (!list) return this.union(new Map());
    for (const { terms, pair } of KAT.guesses.ways(index, word, stem)) {
      const guesses = pair || terms;
      if (!guesses || !guesses.length) continue;
      const found = pair ? this.both(pair)
        : this.union(new Map(terms.map(function (term, i) { return [term, GUESS / (1 + i / 8)]; })));
      if (index.missing.size) return found;
      if (found.count) {
        found.instead = guesses.slice(0, 3).map(function (term) { return list.shown.get(term); });
        return found;
      }
    }
    return this.union(new Map());
  };

  /* Documents that have any of the terms, with the best weight of each. */
  Search.prototype.union = function (sought) {
    const head = this.index.head, scores = new Float32Array(head.documents), terms = [];
    let count = 0, others = 0;
    for (const [term, weight] of sought) {
      const list = this.index.postings(term);
      if (!list) continue;
      terms.push(term);
      for (let i = 0; i < list.documents.length; i++) {
        const number = list.documents[i], score = list.weights[i] * weight;
        if (!scores[number]) number < head.cases ? count++ : others++;
        scores[number] = Math.max(score, scores[number]) + AGAIN * Math.min(score, scores[number]);
      }
    }
    return { scores: scores, count: count, others: others, terms: terms };
  };

  /* Documents that have both words of a compound; after them those with its last word alone, which says what it is. */
  Search.prototype.both = function (pair) {
    const [first, last] = pair.map(function (term) {
      const sought = new Map([[term, GUESS]]), group = this.index.head.synonyms[term];
      if (group) sought.set(group, GUESS * SYNONYM * this.share(group, term));
      return this.union(sought);
    }, this);
    if (!last.scores.some(function (score, i) { return score && first.scores[i]; })) return this.union(new Map());
    for (let i = 0; i < last.scores.length; i++) {
      last.scores[i] = last.scores[i] && (first.scores[i] ? (first.scores[i] + last.scores[i]) / 2 : last.scores[i] * LAST_ALONE);
    }
    last.terms = first.terms.concat(last.terms);
    return last;
  };

  /* Several words narrow: a case must have all of them. So must another page, each kind by itself. */
  Search.prototype.combine = function (parsed, found) {
    const { cases, documents } = this.index.head, scores = new Float32Array(documents);
    const telling = found.filter(function (part) { return part.count; });
    const most = gather(scores, telling, 0, cases, cases);
    gather(scores, found.filter(function (part) { return part.others; }), cases, documents, documents);
    const failed = [], corrected = [];
    found.forEach(function (part, i) {
      const typed = parsed.typed[i];
      if (!part.count) failed.push({ word: typed, offers: KAT.guesses.offers(this.index, parsed.words[i]), elsewhere: part.others > 0 });
      if (part.instead) corrected.push([typed, part.instead]);
    }, this);
    if (this.index.missing.size) return { need: Array.from(this.index.missing) };
    return {
      scores: scores,
      words: parsed.words,
      terms: found.flatMap(function (part) { return part.terms; }),
      phrases: parsed.phrases,
      failed: failed,
      corrected: corrected,
      relaxed: most > 0 && most < telling.length,
    };
  };

  KAT.Search = Search;
  KAT.engine = new Search(KAT);
})(globalThis);
