/* The index of words that generator/search/terms.py writes: what stands in its files, unpacked as it is asked for. No DOM here.
   What is not there yet is noted in `missing`, and the answer is null or incomplete. */
casekatalog.Index = (() => {
  "use strict";
  const danish = casekatalog.danish;
  const UNUSUAL = /[^a-z0-9æøå]|a[ae]|oe/;
  const MOST_PREFIXES = 400,
    MOST_HELD = 200000;

  function Index(store) {
    this.store = store;
    this.shards = new Map();
    this.missing = new Set();
    this.held = 0;
    this.head = null;
    this.light = new Set();
  }

  /* Take up the head of the index; return whether it is there. */
  Index.prototype.begin = function () {
    if (this.head) return true;
    this.head = this.store.get("terms") || null;
    if (!this.head) return false;
    danish.learn(this.head.forms, this.head.prefixes);
    this.stop = new Set(this.head.stop.split(" "));
    this.ending = new RegExp(`^${this.head.ending}$`);
    this.light = new Set(this.head.light.split(" "));
    return true;
  };

  /* Return the groups that a word or a row of words belongs to. */
  Index.prototype.groups = function (stems) {
    const groups = Object.hasOwn(this.head.synonyms, stems) && this.head.synonyms[stems];
    return groups ? groups.split(" ") : [];
  };

  /* Whether the words of a group mean the same; else they only belong to one subject. */
  Index.prototype.isSame = (group) => group[0] === "~";

  /* Return the single words that a group stands for; a term of another kind stands for itself. */
  Index.prototype.members = function (term) {
    if (!/^[~≈]/.test(term)) return [term];
    return Object.keys(this.head.synonyms).filter(
      (word) => !word.includes(" ") && this.groups(word).includes(term),
    );
  };

  /* Return the words of groups that stand in most documents, as readers know them. */
  Index.prototype.commonest = function (groups) {
    const list = this.lexicon();
    if (!list) return [];
    const common = (term) => list.common[list.numbers.get(term)];
    const found = Array.from(new Set(groups.flatMap(this.members, this))).filter((term) =>
      list.numbers.has(term),
    );
    return found
      .sort((a, b) => common(b) - common(a))
      .slice(0, 3)
      .map((term) => list.shown.get(term));
  };

  /* Return the file that a term is in, if it is anywhere. */
  Index.prototype.shardOf = function (term) {
    const bounds = this.head.bounds;
    let low = 0,
      high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  Index.prototype.shard = function (number) {
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
  };

  /* Return the documents that have a term, and its weight in each. */
  Index.prototype.postings = function (term) {
    const shard = this.shard(this.shardOf(term));
    if (!shard?.numbers.has(term)) return null;
    const number = shard.numbers.get(term);
    if (!shard.lists[number]) {
      shard.lists[number] = decode(shard.bytes, shard.from[number], shard.to[number]);
      this.held += shard.lists[number].documents.length;
      if (this.held > MOST_HELD) this.release(shard.lists[number].documents.length, shard, number);
    }
    return shard.lists[number];
  };

  /* Forget the unpacked lists but the last one: they can be unpacked again. */
  Index.prototype.release = function (held, shard, number) {
    const last = shard.lists[number];
    for (const other of this.shards.values()) other.lists = [];
    shard.lists[number] = last;
    this.held = held;
  };

  /* Return all terms that begin as `start` does. */
  Index.prototype.starting = function (start) {
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
  };

  /* Return the commonest terms: their numbers, how common each is, and the word that readers know it by. */
  Index.prototype.lexicon = function () {
    if (this.words) return this.words;
    const data = this.store.get("words");
    if (!data) {
      this.missing.add("words");
      return null;
    }
    const terms = uncoded(data[0]),
      rest = data[2].split(" ");
    const shown = terms.map((term, i) => (rest[i][0] === "!" ? rest[i].slice(1) : term + rest[i]));
    const numbers = new Map(terms.map((term, i) => [term, i]));
    this.words = {
      terms,
      numbers,
      forms: shown.map((form) => (UNUSUAL.test(form) ? danish.canonical(form) : form)),
      common: Uint8Array.from(data[1], (digit) => parseInt(digit, 36)),
      letters: Int32Array.from(terms, letters),
      shown: {
        get(term) {
          return shown[numbers.get(term)];
        },
      },
    };
    data[0] = data[2] = "";
    return this.words;
  };

  function unpack(data) {
    const terms = uncoded(data[0]),
      text = atob(data[1]),
      bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const from = new Uint32Array(terms.length),
      to = new Uint32Array(terms.length),
      numbers = new Map();
    let at = 0;
    for (let i = 0; i < terms.length; i++) {
      let length = 0,
        shift = 0,
        byte;
      do {
        byte = bytes[at++];
        length |= (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      from[i] = at;
      at += length;
      to[i] = at;
      numbers.set(terms[i], i);
    }
    data[0] = data[1] = "";
    return { terms, numbers, bytes, from, to, lists: [] };
  }

  function uncoded(text) {
    let before = "";
    return text
      ? text.split(" ").map((coded) => {
          before = before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
          return before;
        })
      : [];
  }

  function decode(bytes, at, to) {
    const documents = [],
      weights = [];
    let number = 0;
    while (at < to) {
      let value = 0,
        shift = 0,
        byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte & 128);
      number += Math.floor(value / 16);
      documents.push(number);
      weights.push(value & 15);
    }
    return { documents: Uint32Array.from(documents), weights: Uint8Array.from(weights) };
  }

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

  /* Return the letters of a word as bits: a word has no more slips than letters that another lacks. */
  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
    return bits;
  }

  return Object.assign(Index, { letters });
})();
