/* The text search. No DOM here: `run` answers at once, or says which files of the index it needs first. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const danish = KAT.danish;
  const PREFIX = 0.6, LATER_PREFIX = 0.4, SYNONYM = 0.85, JOINED = 0.9, GUESS = 0.5, AGAIN = 0.1, LAST_ALONE = 0.2;
  const ENDINGS = ["ede", "el", "else", "elser", "ende", "erende", "ering", "eringer", "erne", "ation", "ator", "hed", "heder",
    "ig", "igt", "ing", "ingen", "inger", "isk", "lig", "ning", "ninger"];
  const PREFIXES = /^(?:af|an|be|for|gen|ind|mis|ned|om|op|over|sam|u|ud|under)(?=.{6})/;
  const MOST_WORDS = 32, MOST_TYPED = 200, MOST_PREFIXES = 400, MOST_HELD = 200000, LONGEST_ROW = 4;
  const BELOW_SCORE = 0x200000;

  function Search(store) {
    this.store = store;
    this.shards = new Map();
    this.known = new Map();
    this.missing = null;
    this.held = 0;
  }

  /* Return {need} with names of files, or the answer:
     scores    weight of each document, 0 where it is not found
     terms     what was looked for, for marking; phrases are rows of words
     failed    words that nothing was found for, with near words
     corrected pairs of what was typed and words that were searched instead
     relaxed   whether no document has all words, so that those with most of them are given */
  Search.prototype.run = function (query) {
    const head = this.store.get("terms");
    if (!head) return { need: ["terms"] };
    if (!this.stop) this.begin(head);
    this.missing = new Set();
    const parsed = this.parse(query);
    if (!parsed.words.length) return { empty: true };
    const found = parsed.words.map(function (word, index) { return this.word(parsed, index); }, this);
    if (this.missing.size) return { need: Array.from(this.missing) };
    return this.combine(parsed, found);
  };

  Search.prototype.begin = function (head) {
    this.head = head;
    this.stop = new Set(head.stop.split(" "));
  };

  /* Return the words of a query, each once, also as they were typed, its phrases, and whether the last word
     may go on. */
  Search.prototype.parse = function (query) {
    const text = danish.canonical(query);
    const phrases = Array.from(text.matchAll(/["“”„»«]([^"“”„»«]+)["“”„»«]/g), function (match) {
      return danish.words(match[1]);
    }).filter(function (words) { return words.length; });
    const all = danish.words(text).slice(0, MOST_TYPED), typed = danish.words(query.normalize("NFC"));
    const telling = all.filter(function (word) { return !this.stop.has(word); }, this);
    const open = /[\p{L}\p{N}]$/u.test(text) && (!telling.length || all.at(-1) === telling.at(-1));
    const words = Array.from(new Set(telling.length ? telling : all)).slice(0, MOST_WORDS);
    return { words: words, all: all, typed: words.map(function (word) { return typed[all.indexOf(word)]; }), phrases: phrases,
      open: open && words.at(-1) === all.at(-1), exact: new Set(phrases.flat()) };
  };

  /* Return what one word of a query finds: its documents and the terms that led there. */
  Search.prototype.word = function (parsed, index) {
    const word = parsed.words[index];
    const open = parsed.open && index === parsed.words.length - 1;
    const key = [word, open, parsed.exact.has(word), this.rows(parsed, index), this.context(parsed, index)].join("\n");
    if (this.known.has(key)) return this.known.get(key);
    const missing = this.missing;
    this.missing = new Set();
    const found = this.look(word, open, parsed, index);
    if (!this.missing.size) {
      if (this.known.size > 24) this.known.clear();
      this.known.set(key, found);
    }
    this.missing = new Set([...missing, ...this.missing]);
    return found;
  };

  Search.prototype.context = function (parsed, index) {
    return [parsed.words[index - 1] || "", parsed.words[index + 1] || ""].join(" ");
  };

  Search.prototype.look = function (word, open, parsed, index) {
    const stem = danish.stem(word);
    const sought = new Map([[stem, 1]]), groups = this.rows(parsed, index);
    if (!parsed.exact.has(word) && this.head.synonyms[stem]) groups.push(this.head.synonyms[stem]);
    for (const group of groups) sought.set(group, SYNONYM * this.share(group, stem));
    if (parsed.exact.has(word)) return this.union(sought);
    for (const other of this.joined(parsed, index)) sought.set(other, JOINED);
    if (open) for (const whole of finished(word)) if (!sought.has(whole)) sought.set(whole, JOINED);
    if (open ? word.length > 2 || /[æøå]/.test(word) : word.length > 4) {
      for (const term of this.starting(word)) if (!sought.has(term)) sought.set(term, open ? PREFIX : LATER_PREFIX);
    }
    const found = this.union(sought);
    return found.count || found.others || this.missing.size ? found : this.guess(word, stem);
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

  /* How much a synonym says: the less, the commoner its group is than the word itself. */
  Search.prototype.share = function (group, stem) {
    const own = this.postings(stem), others = this.postings(group);
    if (!own || !others) return 1;
    return Math.min(1, rarity(others.documents.length, this.head.cases) / rarity(own.documents.length, this.head.cases));
  };

  /* Rows of words that mean the same as another word, when a word is in such a row, small words counted. */
  Search.prototype.rows = function (parsed, index) {
    const stems = parsed.all.map(danish.stem), at = parsed.all.indexOf(parsed.words[index]), groups = [];
    for (let from = Math.max(0, at + 1 - LONGEST_ROW); from <= at; from++) {
      for (let to = Math.max(from + 2, at + 1); to <= Math.min(stems.length, from + LONGEST_ROW); to++) {
        const group = this.head.synonyms[stems.slice(from, to).join(" ")];
        if (group) groups.push(group);
      }
    }
    return groups;
  };

  /* Neighbouring words written together: job center is jobcenter, borger forløb is borgerforløb. */
  Search.prototype.joined = function (parsed, index) {
    const words = parsed.words, terms = [];
    for (const pair of [[words[index - 1], words[index]], [words[index], words[index + 1]]]) {
      if (pair[0] && pair[1]) {
        for (const link of ["", "s"]) terms.push(danish.stem(pair[0] + link + pair[1]));
      }
    }
    return terms;
  };

  /* When a word is found nowhere: its beginnings, slips of the finger, words inside words, its halves. */
  Search.prototype.guess = function (word, stem) {
    if (word.length < 3 || /^\d+$/.test(word)) return this.union(new Map());
    if (stem.length > 4) {
      const starts = [stem].concat(halfFolded(word)), longer = this.union(
        new Map(starts.flatMap(this.starting, this).map(function (term) { return [term, PREFIX]; })));
      if (longer.count || this.missing.size) return longer;
    }
    const list = this.wordList();
    if (!list) return this.union(new Map());
    const ways = [
      function () { return stem.length > 3 ? this.ending(stem) : []; },
      function () { return this.near(word, stem, 1); },
      function () { return stem.length > 4 ? this.inside(stem) : []; },
      function () { return this.halves(word); },
      function () { return word.length > 5 ? this.near(word, stem, 2) : []; },
      function () { return this.half(word); },
      function () { return this.shortened(stem); },
      function () { return this.shortened(danish.stem(word.replace(PREFIXES, ""))); },
    ];
    for (const way of ways) {
      const guesses = way.call(this);
      if (!guesses.length) continue;
      const found = Array.isArray(guesses[0])
        ? this.both(guesses[0])
        : this.union(new Map(guesses.map(function (guess, i) { return [guess, GUESS / (1 + i / 8)]; })));
      if (this.missing.size) return found;
      if (found.count) {
        found.instead = guesses.flat().slice(0, 3).map(function (term) { return list.shown.get(term); });
        return found;
      }
    }
    return this.union(new Map());
  };

  /* The terms nearest to a mistyped word. */
  Search.prototype.near = function (word, stem, most) {
    const list = this.wordList();
    if (word.length < 4) return [];
    let best = Infinity, terms = [];
    const bits = letters(word);
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
  };

  /* The compounds that a word is the end of, which never stands alone. */
  Search.prototype.ending = function (stem) {
    return this.wordList().terms.filter(function (term) { return term.endsWith(stem) && term.length > stem.length + 2; }).slice(0, 50);
  };

  Search.prototype.inside = function (stem) {
    return this.wordList().terms.filter(function (term) { return term.includes(stem); }).slice(0, 50);
  };

  /* A compound that no document has: its two words, when both are known. */
  Search.prototype.halves = function (word) {
    const list = this.wordList();
    let best = 0, found = [];
    for (let at = 3; at <= word.length - 3; at++) {
      const head = danish.stem(word.slice(at));
      if (!list.numbers.has(head)) continue;
      for (const first of [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")]) {
        const start = danish.stem(first);
        if (first.length < 3 || this.stop.has(first) || !list.numbers.has(start)) continue;
        const value = Math.min(first.length, head.length) * 4 + list.common[list.numbers.get(start)] +
          list.common[list.numbers.get(head)];
        if (value > best) { best = value; found = [[start, head]]; }
      }
    }
    return found;
  };

  /* What is known of a compound when the rest is not: its longest first word, or else its longest last one,
     after other compounds that begin alike. */
  Search.prototype.half = function (word) {
    const known = this.wordList().numbers, least = Math.max(4, word.length / 3);
    const isKnown = function (part) { return part.length >= least && !this.stop.has(part) && known.has(danish.stem(part)); }.bind(this);
    for (let at = word.length - 3; at >= least; at--) {
      const first = [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")].find(isKnown);
      if (first) return [danish.stem(first)];
    }
    for (let at = 3; at <= word.length - least; at++) {
      if (isKnown(word.slice(at))) return this.alike(word.slice(0, at)).concat(danish.stem(word.slice(at)));
    }
    return [];
  };

  Search.prototype.alike = function (start) {
    if (start.length < 5) return [];
    return this.wordList().terms.filter(function (term) { return term.startsWith(start); }).slice(0, 3);
  };

  /* The terms that share the longest beginning with a word. */
  Search.prototype.shortened = function (stem) {
    const least = Math.max(4, Math.ceil(stem.length * 0.6)), terms = this.wordList().terms;
    for (let length = stem.length - 1; length >= least; length--) {
      const start = stem.slice(0, length);
      const found = terms.filter(function (term) { return term.startsWith(start); });
      if (found.length) return found.slice(0, 20);
    }
    return [];
  };

  /* Return near words to offer when a word is found nowhere. */
  Search.prototype.offers = function (word) {
    const list = this.wordList();
    if (!list) return [];
    const stem = danish.stem(word);
    const terms = this.near(word, stem, 2).concat(this.near(word, stem, 3), this.shortened(stem));
    return Array.from(new Set(terms)).slice(0, 4).map(function (term) { return list.shown.get(term); });
  };

  /* Documents that have any of the terms, with the best weight of each. */
  Search.prototype.union = function (sought) {
    const scores = new Float32Array(this.head.documents), terms = [];
    let count = 0, others = 0;
    for (const [term, weight] of sought) {
      const list = this.postings(term);
      if (!list) continue;
      terms.push(term);
      for (let i = 0; i < list.documents.length; i++) {
        const number = list.documents[i], score = list.weights[i] * weight;
        if (!scores[number]) number < this.head.cases ? count++ : others++;
        scores[number] = Math.max(score, scores[number]) + AGAIN * Math.min(score, scores[number]);
      }
    }
    return { scores: scores, count: count, others: others, terms: terms };
  };

  /* Documents that have both words of a compound; after them those with its last word alone, which says what it is. */
  Search.prototype.both = function (pair) {
    const [first, last] = pair.map(function (term) {
      const sought = new Map([[term, GUESS]]), group = this.head.synonyms[term];
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
    const cases = this.head.cases, total = this.head.documents, scores = new Float32Array(total);
    const telling = found.filter(function (part) { return part.count; });
    const most = gather(scores, telling, 0, cases, cases);
    gather(scores, found.filter(function (part) { return part.others; }), cases, total, total);
    const failed = [], corrected = [];
    found.forEach(function (part, i) {
      const typed = parsed.typed[i];
      if (!part.count) failed.push({ word: typed, offers: this.offers(parsed.words[i]), elsewhere: part.others > 0 });
      if (part.instead) corrected.push([typed, part.instead]);
    }, this);
    if (this.missing.size) return { need: Array.from(this.missing) };
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

  /* How much a word says that so many of all documents have. */
  function rarity(count, total) {
    return Math.log(1 + total / count);
  }

  /* Add up what the words say about the documents of one kind; those that lack some of the words drop out,
     unless none has them all: then those with most of them stay. Return how many words that is. */
  function gather(scores, parts, from, to, total) {
    const hits = new Uint8Array(to - from);
    let most = 0;
    for (const part of parts) {
      const rare = rarity(part.count + part.others, total), own = part.scores;
      for (let i = from; i < to; i++) {
        if (!own[i]) continue;
        scores[i] += own[i] * rare;
        if (++hits[i - from] > most) most = hits[i - from];
      }
    }
    for (let i = from; i < to; i++) if (hits[i - from] < most) scores[i] = 0;
    return most;
  }

  /* The files of the index */

  Search.prototype.shardOf = function (term) {
    const bounds = this.head.bounds;
    let low = 0, high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle] <= term) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  Search.prototype.shard = function (number) {
    if (number < 0 || number >= this.head.bounds.length) return null;
    let shard = this.shards.get(number);
    if (!shard) {
      const data = this.store.get("terms/" + number);
      if (!data) {
        this.missing.add("terms/" + number);
        return null;
      }
      shard = unpack(data);
      this.shards.set(number, shard);
    }
    return shard;
  };

  Search.prototype.postings = function (term) {
    const shard = this.shard(this.shardOf(term));
    if (!shard || !shard.numbers.has(term)) return null;
    const number = shard.numbers.get(term);
    if (!shard.lists[number]) {
      shard.lists[number] = decode(shard.bytes, shard.from[number], shard.to[number]);
      this.held += shard.lists[number].documents.length;
      if (this.held > MOST_HELD) this.release(shard.lists[number].documents.length, shard, number);
    }
    return shard.lists[number];
  };

  /* Forget the unpacked lists but the last one: they can be unpacked again. */
  Search.prototype.release = function (held, shard, number) {
    const last = shard.lists[number];
    for (const other of this.shards.values()) other.lists = [];
    shard.lists[number] = last;
    this.held = held;
  };

  /* All terms that begin as `start` does. */
  Search.prototype.starting = function (start) {
    const found = [];
    const last = this.shardOf(start + "\uffff");
    for (let number = Math.max(0, this.shardOf(start)); number <= last; number++) {
      const shard = this.shard(number);
      if (!shard) continue;
      for (let i = lowest(shard.terms, start); i < shard.terms.length && shard.terms[i].startsWith(start); i++) {
        found.push(shard.terms[i]);
        if (found.length >= MOST_PREFIXES) return found;
      }
    }
    return found;
  };

  Search.prototype.wordList = function () {
    if (this.words) return this.words;
    const data = this.store.get("words");
    if (!data) {
      this.missing.add("words");
      return null;
    }
    const terms = uncoded(data[0]), rest = data[2].split(" ");
    const shown = terms.map(function (term, i) { return rest[i][0] === "!" ? rest[i].slice(1) : term + rest[i]; });
    const numbers = new Map(terms.map(function (term, i) { return [term, i]; }));
    this.words = {
      terms: terms,
      numbers: numbers,
      forms: shown.map(function (form) { return form.search(danish.SPELLING) < 0 ? form : danish.canonical(form); }),
      common: Uint8Array.from(data[1], function (digit) { return parseInt(digit, 36); }),
      letters: Int32Array.from(terms, letters),
      shown: { get: function (term) { return shown[numbers.get(term)]; } },
    };
    data[0] = data[2] = "";
    return this.words;
  };

  function unpack(data) {
    const terms = uncoded(data[0]), text = atob(data[1]), bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const from = new Uint32Array(terms.length), to = new Uint32Array(terms.length), numbers = new Map();
    let at = 0;
    for (let i = 0; i < terms.length; i++) {
      let length = 0, shift = 0, byte;
      do { byte = bytes[at++]; length |= (byte & 127) << shift; shift += 7; } while (byte & 128);
      from[i] = at;
      at += length;
      to[i] = at;
      numbers.set(terms[i], i);
    }
    data[0] = data[1] = "";
    return { terms: terms, numbers: numbers, bytes: bytes, from: from, to: to, lists: [] };
  }

  function uncoded(text) {
    let before = "";
    return text ? text.split(" ").map(function (coded) {
      before = before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
      return before;
    }) : [];
  }

  function decode(bytes, at, to) {
    const documents = [], weights = [];
    let number = 0;
    while (at < to) {
      let value = 0, shift = 0, byte;
      do { byte = bytes[at++]; value += (byte & 127) * Math.pow(2, shift); shift += 7; } while (byte & 128);
      number += Math.floor(value / 16);
      documents.push(number);
      weights.push(value & 15);
    }
    return { documents: Uint32Array.from(documents), weights: Uint8Array.from(weights) };
  }

  function lowest(terms, start) {
    let low = 0, high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < start) low = middle + 1; else high = middle;
    }
    return low;
  }

  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
    return bits;
  }

  function bitCount(bits) {
    let count = 0;
    while (bits) { bits &= bits - 1; count++; }
    return count;
  }

  /* Return documents with the greatest score first, equal ones by number. The bits of a score grow with it, and
     with the document below them make one number: such numbers are sorted three times as fast as by comparing. */
  function ranked(documents, scores) {
    const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
    const keys = new Float64Array(documents.length), found = [];
    for (let i = 0; i < keys.length; i++) keys[i] = (0xffffffff - bits[documents[i]]) * BELOW_SCORE + documents[i];
    for (const key of keys.sort()) found.push(key - Math.floor(key / BELOW_SCORE) * BELOW_SCORE);
    return found;
  }

  KAT.ranked = ranked;
  KAT.Search = Search;
  KAT.engine = new Search(KAT);
})(globalThis);
