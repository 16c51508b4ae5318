/**
 * The text search. No DOM here: `run` answers at once, or says which files of the index it needs first; `ask` fetches them.
 * @typedef {{ need: string[], answer: Answer | null }} Step the files that are needed first; the answer, null to no words
 */
casekatalog.engine = (() => {
  "use strict";
  const language = casekatalog.language,
    { NUMBER, parse, finished, halfFolded, joined, rows } = casekatalog.query,
    { SYNONYM, RELATED, GUESS, ratio, share, union, both } = casekatalog.searchWeights;
  const PREFIX = 0.6,
    LATER_PREFIX = 0.4,
    JOINED = 0.9,
    FEW = 5,
    MOST_KNOWN = 24;

  class Search {
    /** @param {typeof casekatalog.store} store */
    constructor(store) {
      this.store = store;
      this.index = new casekatalog.Index(store);
      /** @type {Map<string, Found>} */
      this.known = new Map();
    }

    /**
     * Promise the answer to a text, once every file that it needs is there.
     * @param {string} query
     * @returns {Promise<Answer | null>}
     */
    async ask(query) {
      let step = this.run(query);
      while (step.need.length) {
        await this.store.load(step.need);
        step = this.run(query);
      }
      return step.answer;
    }

    /**
     * Answer a text, or say what that needs.
     * @param {string} query
     * @returns {Step}
     */
    run(query) {
      if (!this.index.begin()) return { need: ["terms"], answer: null };
      const parsed = parse(query, this.index.stop);
      if (!parsed.words.length) return { need: [], answer: null };
      const step = this.answer(parsed);
      return step.answer?.relaxed && parsed.words.length > 1 ? this.answer({ ...parsed, wide: true }) : step;
    }

    /**
     * @param {Query} parsed
     * @returns {Step}
     */
    answer(parsed) {
      const index = this.index;
      index.missing = new Set();
      const found = parsed.words.map((_, at) => this.word(parsed, at));
      if (!index.missing.size) {
        const answer = casekatalog.searchAnswer.of(parsed, found, index);
        if (!index.missing.size) return { need: [], answer };
      }
      return { need: Array.from(index.missing), answer: null };
    }

    /**
     * Return what one word of a query finds: its documents and the terms that led there.
     * @param {Query} parsed
     * @param {number} at
     */
    word(parsed, at) {
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
      const known = this.known.get(key);
      if (known) return known;
      const missing = index.missing;
      index.missing = new Set();
      const found = this.look(word, open, parsed, at, near);
      found.light = index.light.has(language.stem(word)) && !parsed.exact.has(word);
      if (!index.missing.size) {
        if (this.known.size > MOST_KNOWN) this.known.clear();
        this.known.set(key, found);
      }
      index.missing = new Set([...missing, ...index.missing]);
      return found;
    }

    /**
     * @param {string} word
     * @param {boolean} open
     * @param {Query} parsed
     * @param {number} at
     * @param {string[]} near
     * @returns {Found}
     */
    look(word, open, parsed, at, near) {
      const stem = language.stem(word),
        index = this.index,
        isExact = parsed.exact.has(word);
      const groups = isExact ? near : near.concat(index.groups(stem)),
        sought = new Map([[stem, 1]]);
      for (const group of groups.filter(index.isSame)) sought.set(group, SYNONYM * share(index, group, stem));
      if (isExact || NUMBER.test(word)) return union(index, sought, stem);
      /* Each of two words has half of what they say together. */
      for (const other of joined(parsed, at))
        sought.set(other, JOINED * Math.max(1, ratio(index, other, stem) / 2));
      if (open) for (const whole of finished(word)) if (!sought.has(whole)) sought.set(whole, JOINED);
      const start = open || stem.length < 5 ? word : stem;
      if (open ? word.length > 2 || language.LETTERED.test(word) : word.length > 4) {
        for (const term of index.starting(start))
          if (!sought.has(term)) sought.set(term, open ? PREFIX : LATER_PREFIX);
      }
      const found = this.respelt(sought, word, stem),
        isFound = Boolean(found.count || found.others || index.missing.size),
        related = groups.filter((group) => !index.isSame(group));
      if (isFound && parsed.words.length < 2) return found;
      const wider = isFound && parsed.wide ? this.widened(found, word) : found;
      if (related.length) this.addRelated(wider, related);
      if (!isFound && wider.count) wider.instead = index.commonest(related);
      return isFound || wider.count ? wider : this.guess(word, stem);
    }

    /**
     * What is sought, and when that is in few cases, and the word itself nowhere, the word in its own letters too.
     * @param {Map<string, number>} sought
     * @param {string} word
     * @param {string} stem
     */
    respelt(sought, word, stem) {
      const index = this.index,
        found = union(index, sought, stem);
      if (!(found.count || found.others) || found.count >= FEW || index.missing.size || index.postings(stem))
        return found;
      const list = index.lexicon();
      if (!list) return found;
      for (const term of casekatalog.guesses.unlettered(list, word, stem)) sought.set(term, JOINED);
      return union(index, sought, stem);
    }

    /**
     * Cases of the same subject as a word count a little where the word itself is not, but do not have it.
     * @param {Found} found
     * @param {string[]} groups
     */
    addRelated(found, groups) {
      const near = union(this.index, new Map(groups.map((group) => [group, 1])));
      if (!near.count) return;
      found.whole ||= Uint8Array.from(found.scores, (score) => Number(score > 0));
      for (let i = 0; i < found.scores.length; i++)
        found.scores[i] = Math.max(found.scores[i], RELATED * near.scores[i]);
      found.rare ||= near.rare;
      found.count ||= near.count;
      found.terms = found.terms.concat(near.terms);
    }

    /**
     * A compound stays whole; when that is not enough, documents that have both its words count a little too.
     * @param {Found} found
     * @param {string} word
     */
    widened(found, word) {
      const list = language.link && word.length > 6 ? this.index.lexicon() : null,
        pair = list && casekatalog.guesses.halves(this.index, list, word);
      if (!pair || pair.includes(language.stem(word))) return found;
      const { whole, scores } = both(this.index, pair);
      for (let i = 0; whole && i < found.scores.length; i++) {
        if (whole[i]) found.scores[i] = Math.max(found.scores[i], scores[i]);
      }
      found.terms = found.terms.concat(pair);
      return found;
    }

    /**
     * When a word is found nowhere: its beginnings, or else the likeliest guess that finds something.
     * @param {string} word
     * @param {string} stem
     */
    guess(word, stem) {
      const index = this.index,
        nothing = union(index, new Map());
      if (word.length < 3) return nothing;
      if (stem.length > 4) {
        const starts = [stem].concat(halfFolded(word)),
          longer = union(
            index,
            new Map(starts.flatMap((each) => index.starting(each)).map((term) => [term, PREFIX])),
          );
        if (longer.count || index.missing.size) return longer;
      }
      const list = index.lexicon();
      if (!list) return nothing;
      for (const { terms, isPair, sure } of casekatalog.guesses.ways(index, list, word, stem)) {
        if (!terms.length) continue;
        const found = isPair
          ? both(index, terms)
          : union(index, new Map(terms.map((term, i) => [term, GUESS / (1 + i / 8)])));
        if (index.missing.size) return found;
        if (found.count)
          return Object.assign(found, { rough: !sure, isPair, instead: terms.slice(0, 3).map(list.shown) });
      }
      return nothing;
    }
  }

  casekatalog.put("engine", true);

  return new Search(casekatalog.store);
})();
