/** How far apart two words are: the slips of the finger between them; as in generator/distance.py. No DOM here. */
casekatalog.distance = (() => {
  "use strict";

  /**
   * Return the number of slips from `target` to each beginning of `word`, the empty one first, or null when all are
   * more than `most`. A slip is a letter that is missing, added, exchanged, or swapped with the next.
   * @param {string} target
   * @param {string} word
   * @param {number} most
   */
  function toBeginnings(target, word, most) {
    const width = word.length + 1;
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: width }, (_, j) => j);
    for (let i = 1; i <= target.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j < width; j++) {
        const same = target[i - 1] === word[j - 1];
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && target[i - 1] === word[j - 2] && target[i - 2] === word[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return null;
      before = last;
      last = row;
    }
    return last;
  }

  /**
   * Return how alike two words are, from 0 to 1: the part of the longer one that no slip touches. Below `least` it is 0.
   * @param {string} word
   * @param {string} other
   * @param {number} [least]
   */
  function likeness(word, other, least = 0) {
    const longest = Math.max(word.length, other.length, 1);
    const most = Math.floor((1 - least) * longest + 1e-9);
    if (Math.abs(word.length - other.length) > most) return 0;
    const slips = toBeginnings(word, other, most)?.[other.length] ?? Infinity;
    return slips <= most ? 1 - slips / longest : 0;
  }

  return { toBeginnings, likeness };
})();
