/* How much of a question each document covers, and which order that gives. No DOM here. */
casekatalog.ranking = (() => {
  "use strict";
  const HALF = 4,
    LIGHT = 0.3,
    LEAST_COVERED = 0.3,
    CLOSE = 0.5,
    MOST_NEAR = 8,
    BELOW_SCORE = 0x200000;

  /* How much a word says that so many of all documents have. */
  function rarity(count, total) {
    return Math.log(1 + total / count);
  }

  /* How much of what a word can say it says where it has this weight: a title more than a text, but not ten times more. */
  function saturated(weight) {
    return weight / (weight + HALF);
  }

  /* Return the scores of the documents from number `from` to before `to`, and whether any of them is `complete`:
     full  of those that have every telling word
     near  of those that lack some and yet cover a good part of what the question says
     A word says the more, the fewer documents have it; a light word says little, and may be lacking. */
  function rank(words, from, to, size) {
    const full = new Float32Array(size),
      near = new Float32Array(size);
    const covered = new Float32Array(to - from),
      had = new Uint8Array(to - from);
    const telling = words.filter((word) => !word.light),
      needed = telling.length ? telling : words;
    let all = 0,
      best = 0;
    for (const word of words) {
      const says = word.rare * (word.light ? LIGHT : 1),
        own = word.scores,
        counts = Number(needed.includes(word));
      all += says;
      for (let i = from; i < to; i++) {
        if (!own[i]) continue;
        near[i] += says * own[i];
        covered[i - from] += says;
        had[i - from] += counts && Number(!word.whole || word.whole[i]);
      }
    }
    let complete = false;
    for (let i = from; i < to; i++) {
      if (near[i] && had[i - from] === needed.length) {
        complete = true;
        full[i] = near[i];
        near[i] = 0;
      } else if (covered[i - from] < LEAST_COVERED * all) near[i] = 0;
      best = Math.max(best, near[i]);
    }
    for (let i = from; i < to; i++) if (near[i] < CLOSE * best) near[i] = 0;
    return { full, near, complete };
  }

  /* Return documents with the greatest score first, equal ones by number. The bits of a score grow with it, and
     with the document below them make one number: such numbers are sorted three times as fast as by comparing. */
  function ranked(documents, scores) {
    const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
    const keys = new Float64Array(documents.length),
      found = [];
    for (let i = 0; i < keys.length; i++)
      keys[i] = (0xffffffff - bits[documents[i]]) * BELOW_SCORE + documents[i];
    for (const key of keys.sort()) found.push(key - Math.floor(key / BELOW_SCORE) * BELOW_SCORE);
    return found;
  }

  /* Return the cases among `matching` that come nearest when they lack some of the words, the nearest first. */
  function nearest(matching, near) {
    return ranked(
      matching.filter((id) => near[id]),
      near,
    ).slice(0, MOST_NEAR);
  }

  return { rarity, saturated, rank, ranked, nearest };
})();
