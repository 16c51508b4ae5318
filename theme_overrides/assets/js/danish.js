/* Danish words as generator/danish.py reads them: one spelling, words, stems. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const WORD = /[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)*/gu;
  const KEPT = ["ledig", "intellig"];
  const INFLECTION = /(e?s|e|er|ers|en|ens|et|ets|erne|ernes|ene|enes|ede|ende)$/;
  const stems = new Map();

  function canonical(text) {
    return text.normalize("NFC").toLowerCase()
      .replaceAll("aa", "å").replaceAll("ae", "æ").replaceAll("oe", "ø")
      .replaceAll("ä", "æ").replaceAll("ö", "ø").replace(/[éè]/g, "e").replaceAll("ü", "y");
  }

  function words(text) {
    return (text.match(WORD) || []).flatMap(function (word) { return word.split(/[-–]/); });
  }

  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) {
      found = stemmed(word);
      stems.set(word, found);
    }
    return found;
  }

  function stemmed(word) {
    for (const kept of KEPT) {
      if (word.startsWith(kept)) return word.length <= kept.length + 4 ? kept : word;
    }
    const short = KAT.snowball(word);
    if (short.length > 8 && /[^aeiouyæøå]ning$/.test(short)) return short.slice(0, -4);
    if (short.length > 6 && short.endsWith("ing")) return short.slice(0, -3);
    return short.length > 4 && short.endsWith("tr") ? short.slice(0, -1) : short;
  }

  /* The number of slips between two words: letters missing, added, exchanged or swapped; `most` + 1 if more.
     An inflection that `word` has after the end of `target` counts half. */
  function slips(target, word, most) {
    if (Math.abs(target.length - word.length) > most + 4) return most + 1;
    const width = word.length + 1;
    let before = [], last = [], row = [];
    for (let j = 0; j < width; j++) last.push(j);
    for (let i = 1; i <= target.length; i++) {
      row = [i];
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
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    let best = last[width - 1];
    const ending = INFLECTION.exec(word);
    if (ending && ending[0].length < width - 3) best = Math.min(best, last[width - 1 - ending[0].length] + 0.5);
    return best;
  }

  KAT.danish = { canonical: canonical, words: words, stem: stem, slips: slips };
})(globalThis);
