/**
 * The index of words that generator/search/terms.py writes: what stands in its files, unpacked as it is asked for. No DOM here.
 * What is not there yet is noted in `missing`, and the answer is null or incomplete.
 */
/**
 * The commonest terms, by their numbers.
 * @typedef {object} Lexicon
 * @property {string[]} terms
 * @property {Map<string, number>} numbers
 * @property {string[]} forms as they are spelled, to be compared with what is typed
 * @property {Uint8Array} common
 * @property {Int32Array} letters
 * @property {(term: string) => number} commonness 0 for a term that is not among them
 * @property {(term: string) => string} shown the word that readers know a term by
 */
casekatalog.Index = (() => {
  "use strict";
  const language = casekatalog.language,
    { unpack, uncoded, decode } = casekatalog.packed;
  const MOST_PREFIXES = 400,
    MOST_HELD = 200000;

  class Index {
    /** @param {typeof casekatalog.store} store */
    constructor(store) {
      this.store = store;
      /** @type {Map<number, Shard>} */
      this.shards = new Map();
      /** @type {Set<string>} */
      this.missing = new Set();
      this.held = 0;
      this.begun = false;
      this.head = store.get("terms");
      /** @type {Set<string>} */
      this.stop = new Set();
      /** @type {Set<string>} */
      this.light = new Set();
      this.ending = /^$/;
      /** @type {Lexicon | null} */
      this.words = null;
    }

    /* Take up the head of the index; return whether it is there. */
    begin() {
      if (this.begun) return true;
      this.head = this.store.get("terms");
      if (!this.head) return false;
      this.begun = true;
      language.learn(this.head.forms, this.head.prefixes);
      this.stop = new Set(this.head.stop.split(" "));
      this.ending = new RegExp(`^${this.head.ending}$`);
      this.light = new Set(this.head.light.split(" "));
      return true;
    }

    /**
     * Return the groups that a word or a row of words belongs to.
     * @param {string} stems
     */
    groups(stems) {
      const groups = Object.hasOwn(this.head.synonyms, stems) && this.head.synonyms[stems];
      return groups ? groups.split(" ") : [];
    }

    /**
     * Whether the words of a group mean the same; else they only belong to one subject.
     * @param {string} group
     */
    isSame(group) {
      return group[0] === "~";
    }

    /**
     * Return the single words that a group stands for; a term of another kind stands for itself.
     * @param {string} term
     */
    members(term) {
      if (!/^[~≈]/.test(term)) return [term];
      return Object.keys(this.head.synonyms).filter(
        (word) => !word.includes(" ") && this.groups(word).includes(term),
      );
    }

    /**
     * Return the words of groups that stand in most documents, as readers know them.
     * @param {string[]} groups
     */
    commonest(groups) {
      const list = this.lexicon();
      if (!list) return [];
      const found = Array.from(new Set(groups.flatMap(this.members, this))).filter((term) =>
        list.numbers.has(term),
      );
      return found
        .sort((a, b) => list.commonness(b) - list.commonness(a))
        .slice(0, 3)
        .map((term) => list.shown(term));
    }

    /**
     * Return the file that a term is in, if it is anywhere.
     * @param {string} term
     */
    shardOf(term) {
      const bounds = this.head.bounds;
      let low = 0,
        high = bounds.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (bounds[middle] <= term) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    }

    /** @param {number} number */
    shard(number) {
      if (number < 0 || number >= this.head.bounds.length) return null;
      let shard = this.shards.get(number);
      if (!shard) {
        const data = this.store.get(`terms/${number}`);
        if (!data) {
          this.missing.add(`terms/${number}`);
          return null;
        }
        shard = unpack(data);
        this.shards.set(number, shard);
      }
      return shard;
    }

    /**
     * Return the documents that have a term, and its weight in each.
     * @param {string} term
     */
    postings(term) {
      const shard = this.shard(this.shardOf(term));
      const number = shard?.numbers.get(term);
      if (!shard || number === undefined) return null;
      if (!shard.lists[number]) {
        shard.lists[number] = decode(shard.bytes, shard.from[number], shard.to[number]);
        this.held += shard.lists[number].documents.length;
        if (this.held > MOST_HELD) this.release(shard.lists[number].documents.length, shard, number);
      }
      return shard.lists[number];
    }

    /**
     * Forget the unpacked lists but the last one: they can be unpacked again.
     * @param {number} held
     * @param {Shard} shard
     * @param {number} number
     */
    release(held, shard, number) {
      const last = shard.lists[number];
      for (const other of this.shards.values()) other.lists = [];
      shard.lists[number] = last;
      this.held = held;
    }

    /**
     * Return all terms that begin as `start` does.
     * @param {string} start
     */
    starting(start) {
      const found = [];
      const last = this.shardOf(`${start}\uffff`);
      for (let number = Math.max(0, this.shardOf(start)); number <= last; number++) {
        const shard = this.shard(number);
        if (!shard) continue;
        for (
          let i = lowest(shard.terms, start);
          i < shard.terms.length && shard.terms[i].startsWith(start);
          i++
        ) {
          found.push(shard.terms[i]);
          if (found.length >= MOST_PREFIXES) return found;
        }
      }
      return found;
    }

    /**
     * Return the commonest terms: their numbers, how common each is, and the word that readers know it by.
     * @returns {Lexicon | null}
     */
    lexicon() {
      if (this.words) return this.words;
      const data = this.store.get("words");
      if (!data) {
        this.missing.add("words");
        return null;
      }
      const terms = uncoded(data.terms),
        rest = data.shown.split(" ");
      const written = terms.map((term, i) => (rest[i][0] === "!" ? rest[i].slice(1) : term + rest[i]));
      /** @type {Map<string, number>} */
      const numbers = new Map(terms.map((term, i) => [term, i]));
      const common = Uint8Array.from(data.common, (digit) => parseInt(digit, 36));
      const at = (/** @type {string} */ term) => numbers.get(term) ?? -1;
      this.words = {
        terms,
        numbers,
        forms: written.map((form) => (language.UNUSUAL.test(form) ? language.canonical(form) : form)),
        common,
        letters: Int32Array.from(terms, letters),
        commonness: (term) => common[at(term)] ?? 0,
        shown: (term) => written[at(term)],
      };
      data.terms = data.shown = "";
      return this.words;
    }
  }

  /**
   * @param {string[]} terms
   * @param {string} start
   */
  function lowest(terms, start) {
    let low = 0,
      high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Return the letters of a word as bits: a word has no more slips than letters that another lacks.
   * @param {string} word
   */
  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
    return bits;
  }

  return Object.assign(Index, { letters });
})();
