/* The text search. No DOM here: `run` answers at once, or says which files of the index it needs first; `ask` fetches them. */
casekatalog.engine = (() => {
  "use strict";
  const danish = casekatalog.danish,
    { NUMBER, parse, finished, halfFolded, joined, rows } = casekatalog.query,
    { rarity, rank } = casekatalog.ranking;
  const PREFIX = 0.6,
    LATER_PREFIX = 0.4,
    SYNONYM = 0.85,
    RELATED = 0.6,
    JOINED = 0.9,
    GUESS = 0.5,
    AGAIN = 0.1,
    MOST_WEIGHT = 15,
    LAST_ALONE = 0.2,
    ENOUGH = 2,
    FEW = 5,
    MOST_KNOWN = 24;

  function Search(store) {
    this.store = store;
    this.index = new casekatalog.Index(store);
    this.known = new Map();
  }

  /* Promise the answer to a text, once every file that it needs is there. */
  Search.prototype.ask = async function (query) {
    let answer = this.run(query);
    while (answer.need) {
      await this.store.load(answer.need);
      answer = this.run(query);
    }
    return answer;
  };

  /* Return {need} with names of files, or the answer:
     scores    weight of each document, 0 where it is not found
     near      weight of other cases, which lack some of the words; null when no case has them all
     words     what was looked for; terms are all that it was looked for by, for marking; phrases are rows of words
     failed    words that nothing was found for, with near words
     corrected what was typed and the words that were searched instead, all of them or any
     relaxed   whether no case has all words, so that those that cover most of the question are given */
  Search.prototype.run = function (query) {
    if (!this.index.begin()) return { need: ["terms"] };
    const parsed = parse(query, this.index.stop);
    if (!parsed.words.length) return { empty: true };
    const answer = this.answer(parsed);
    return answer.relaxed && parsed.words.length > 1
      ? this.answer(Object.assign(parsed, { wide: true }))
      : answer;
  };

  Search.prototype.answer = function (parsed) {
    const index = this.index;
    index.missing = new Set();
    const found = parsed.words.map((_, at) => this.word(parsed, at));
    if (!index.missing.size) {
      const answer = this.combine(parsed, found);
      if (!index.missing.size) return answer;
    }
    return { need: Array.from(index.missing) };
  };

  /* Return what one word of a query finds: its documents and the terms that led there. */
  Search.prototype.word = function (parsed, at) {
    const word = parsed.words[at],
      index = this.index,
      near = rows(parsed, at, index.groups.bind(index));
    const open = parsed.open && at === parsed.words.length - 1;
    const key = [
      word,
      open,
      parsed.wide,
      parsed.exact.has(word),
      near,
      parsed.words[at - 1],
      parsed.words[at + 1],
    ].join("\n");
    if (this.known.has(key)) return this.known.get(key);
    const missing = index.missing;
    index.missing = new Set();
    const found = this.look(word, open, parsed, at, near);
    found.light = index.light.has(danish.stem(word)) && !parsed.exact.has(word);
    if (!index.missing.size) {
      if (this.known.size > MOST_KNOWN) this.known.clear();
      this.known.set(key, found);
    }
    index.missing = new Set([...missing, ...index.missing]);
    return found;
  };

  Search.prototype.look = function (word, open, parsed, at, near) {
    const stem = danish.stem(word),
      index = this.index,
      isExact = parsed.exact.has(word);
    const groups = isExact ? near : near.concat(index.groups(stem)),
      sought = new Map([[stem, 1]]);
    for (const group of groups.filter(index.isSame)) sought.set(group, SYNONYM * this.share(group, stem));
    if (isExact || NUMBER.test(word)) return this.union(sought, stem);
    /* Each of two words has half of what they say together. */
    for (const other of joined(parsed, at))
      sought.set(other, JOINED * Math.max(1, this.ratio(other, stem) / 2));
    if (open) for (const whole of finished(word)) if (!sought.has(whole)) sought.set(whole, JOINED);
    const start = open || stem.length < 5 ? word : stem;
    if (open ? word.length > 2 || /[æøå]/.test(word) : word.length > 4) {
      for (const term of index.starting(start))
        if (!sought.has(term)) sought.set(term, open ? PREFIX : LATER_PREFIX);
    }
    const found = this.respelt(sought, word, stem),
      isFound = found.count || found.others || index.missing.size,
      related = groups.filter((group) => !index.isSame(group));
    if (isFound && parsed.words.length < 2) return found;
    const wider = isFound && parsed.wide ? this.widened(found, word) : found;
    if (related.length) this.addRelated(wider, related);
    if (!isFound && wider.count) wider.instead = index.commonest(related);
    return isFound || wider.count ? wider : this.guess(word, stem);
  };

  /* What is sought, and when that is in few cases, and the word itself nowhere, the word in Danish letters too. */
  Search.prototype.respelt = function (sought, word, stem) {
    const found = this.union(sought, stem),
      index = this.index;
    if (!(found.count || found.others) || found.count >= FEW || index.missing.size || index.postings(stem))
      return found;
    if (!index.lexicon()) return found;
    for (const term of casekatalog.guesses.unlettered(index, word, stem)) sought.set(term, JOINED);
    return this.union(sought, stem);
  };

  /* Cases of the same subject as a word count a little where the word itself is not, but do not have it. */
  Search.prototype.addRelated = function (found, groups) {
    const near = this.union(new Map(groups.map((group) => [group, 1])));
    if (!near.count) return;
    found.whole ||= Uint8Array.from(found.scores, (score) => Number(score > 0));
    for (let i = 0; i < found.scores.length; i++)
      found.scores[i] = Math.max(found.scores[i], RELATED * near.scores[i]);
    found.rare ||= near.rare;
    found.count ||= near.count;
    found.terms = found.terms.concat(near.terms);
  };

  /* A compound stays whole; when that is not enough, documents that have both its words count a little too. */
  Search.prototype.widened = function (found, word) {
    const pair = word.length > 6 && this.index.lexicon() && casekatalog.guesses.halves(this.index, word);
    if (!pair || pair.includes(danish.stem(word))) return found;
    const both = this.both(pair);
    for (let i = 0; both.whole && i < found.scores.length; i++) {
      if (both.whole[i]) found.scores[i] = Math.max(found.scores[i], both.scores[i]);
    }
    found.terms = found.terms.concat(pair);
    return found;
  };

  /* How much a term says for each time that a word does: the less, the commoner it is; 1 when either is nowhere. */
  Search.prototype.ratio = function (term, stem) {
    const own = this.index.postings(stem),
      others = this.index.postings(term),
      cases = this.index.head.cases;
    if (!own || !others) return 1;
    return rarity(others.documents.length, cases) / rarity(own.documents.length, cases);
  };

  /* How much a synonym says of what the word itself does, which is never more. */
  Search.prototype.share = function (group, stem) {
    return Math.min(1, this.ratio(group, stem));
  };

  /* When a word is found nowhere: its beginnings, or else the likeliest guess that finds something. */
  Search.prototype.guess = function (word, stem) {
    const index = this.index,
      nothing = this.union(new Map());
    if (word.length < 3) return nothing;
    if (stem.length > 4) {
      const starts = [stem].concat(halfFolded(word)),
        longer = this.union(new Map(starts.flatMap(index.starting, index).map((term) => [term, PREFIX])));
      if (longer.count || index.missing.size) return longer;
    }
    const list = index.lexicon();
    if (!list) return nothing;
    for (const { terms, pair, sure } of casekatalog.guesses.ways(index, word, stem)) {
      const guesses = pair || terms;
      if (!guesses?.length) continue;
      const found = pair
        ? this.both(pair)
        : this.union(new Map(terms.map((term, i) => [term, GUESS / (1 + i / 8)])));
      if (index.missing.size) return found;
      if (found.count) {
        found.rough = !sure;
        found.pair = pair;
        found.instead = guesses.slice(0, 3).map((term) => list.shown.get(term));
        return found;
      }
    }
    return nothing;
  };

  /* Documents that have any of the terms, with the best of their weights in each. They are as rare as the word's own
     stem, or, when it is nowhere, as the rarest of them. */
  Search.prototype.union = function (sought, stem) {
    const head = this.index.head,
      own = stem && this.index.postings(stem),
      scores = new Float32Array(head.documents),
      terms = [];
    let count = 0,
      others = 0,
      rare = own ? rarity(own.documents.length, head.cases) : 0;
    for (const [term, share] of sought) {
      const list = this.index.postings(term);
      if (!list) continue;
      terms.push(term);
      if (!own) rare = Math.max(rare, share * rarity(list.documents.length, head.cases));
      for (let i = 0; i < list.documents.length; i++) {
        const number = list.documents[i],
          score = (share * list.weights[i]) / MOST_WEIGHT;
        if (!scores[number]) number < head.cases ? count++ : others++;
        scores[number] = Math.max(score, scores[number]) + AGAIN * Math.min(score, scores[number]);
      }
    }
    return { scores, count, others, terms, rare };
  };

  /* Documents that have both words of a compound, its `whole`, and those with its last word alone, which says what it is. */
  Search.prototype.both = function (pair) {
    const [first, last] = pair.map((term) => {
      const sought = new Map([[term, GUESS]]);
      for (const group of this.index.groups(term))
        sought.set(group, GUESS * (this.index.isSame(group) ? SYNONYM : RELATED) * this.share(group, term));
      return this.union(sought);
    });
    const scores = last.scores,
      whole = new Uint8Array(scores.length);
    for (let i = 0; i < scores.length; i++) {
      whole[i] = Number(scores[i] && first.scores[i] > 0);
      scores[i] = whole[i] ? (first.scores[i] + scores[i]) / 2 : scores[i] * LAST_ALONE;
    }
    if (!whole.includes(1)) return this.union(new Map());
    return Object.assign(last, {
      whole,
      terms: first.terms.concat(last.terms),
      rare: Math.max(first.rare, last.rare),
    });
  };

  /* Several words narrow: a case must have all that tell of something. So must another page, each kind by itself. */
  Search.prototype.combine = function (parsed, found) {
    const { cases, documents } = this.index.head,
      failed = [],
      corrected = [],
      exactly = parsed.phrases.length > 0;
    const isSure = (part) => part.count && !part.light && !part.rough;
    const few = found.filter(isSure).length < ENOUGH;
    const used = found.filter((part) => few || !part.rough);
    const own = rank(
      used.filter((part) => part.count),
      0,
      cases,
      documents,
      exactly,
    );
    const others = rank(
      used.filter((part) => part.others),
      cases,
      documents,
      documents,
      exactly,
    );
    const scores = own.complete ? own.full : own.near,
      rest = others.complete ? others.full : others.near;
    for (let i = cases; i < documents; i++) scores[i] = rest[i];
    found.forEach((part, i) => {
      const typed = parsed.typed[i],
        isUsed = used.includes(part);
      if (isUsed && part.instead)
        corrected.push({ word: typed, instead: part.instead, together: Boolean(part.pair) });
      if (isUsed && part.count) return;
      failed.push({
        word: typed,
        offers: casekatalog.guesses.offers(this.index, parsed.words[i]),
        elsewhere: part.others > 0,
      });
    });
    return {
      scores,
      near: own.complete && !exactly ? own.near : null,
      words: parsed.words,
      terms: used.flatMap((part) => part.terms).flatMap(this.index.members, this.index),
      phrases: parsed.phrases,
      failed,
      corrected,
      relaxed: !own.complete && own.near.some(Boolean),
    };
  };

  casekatalog.put("engine", true);

  return new Search(casekatalog.store);
})();
