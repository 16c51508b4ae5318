/* Danish words as generator/danish.py reads them: one spelling, words, stems. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const WORD = /[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)*/gu;
  const SPELLINGS = new Map([["aa", "å"], ["ae", "æ"], ["oe", "ø"], ["ä", "æ"], ["ö", "ø"], ["é", "e"], ["è", "e"], ["ü", "y"]]);
  const SPELLING = new RegExp(Array.from(SPELLINGS.keys()).join("|"), "g");
  const KEPT = ["ledig", "intellig"];
  const BEFORE_VERBS = " af an be for frem gen gennem ind med mis ned om op over på sam til ud under ved".split(" ");
  const IRREGULAR = new Map(`
    barn børn, mand mænd, hånd hænder hænderne, kraft kræfter kræfterne, fod fødder, tand tænder, binde
    bandt bundet bundne, bringe bragt bragte, bryde brudt brudte, byde budt budte, bære båret bårne, dele
    delt delte, drive drevet drevne, finde fandt fundet fundne, følge fulgt fulgte, føre ført førte, give
    gav givet givne, gøre gjort gjorde gjorte, hjælpe hjalp hjulpet, høre hørt hørte, køre kørt kørte, købe
    købt købte, lægge lagt lagte lagde, lære lært lærte, løse løst løste, måle målt målte, rejse rejst
    rejste, sige sagt sagde, sætte sat satte, skrive skrev skrevet skrevne, skære skåret skårne, sælge solgt
    solgte, sprede spredt spredte, spørge spurgt spurgte, stige steget, tage taget tagne, tale talt talte,
    trække trak trukket trukne, tvinge tvang tvunget tvungne, vælge valgt valgte, vinde vandt vundet, vise
    vist viste
    `.split(",").flatMap(function (group) {
      const [base, ...forms] = group.trim().split(/\s+/);
      return BEFORE_VERBS.flatMap(function (before) {
        return forms.map(function (form) { return [before + form, before + base]; });
      });
    }));
  const DERIVED = /(?<=.{4})(?:ering|at(?:ion|or|iv))$/;
  const INFLECTION = /(e?s|e|er|ers|en|ens|et|ets|erne|ernes|ene|enes|ede|ende)$/;
  const stems = new Map();

  function canonical(text) {
    return text.normalize("NFC").toLowerCase().replace(SPELLING, function (written) { return SPELLINGS.get(written); });
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
    if (IRREGULAR.has(word)) return stem(IRREGULAR.get(word));
    const short = KAT.snowball(word);
    return IRREGULAR.has(short) ? stem(IRREGULAR.get(short)) : shortened(short, word);
  }

  /* The words that irregular forms beginning like this are of: anbringe of anbrag-. */
  function bases(start) {
    if (start.length < 3) return [];
    return Array.from(IRREGULAR).filter(function (pair) { return pair[0].startsWith(start); })
      .map(function (pair) { return pair[1]; });
  }

  /* A stem without the endings that the stemmer leaves on it. */
  function shortened(short, word) {
    if (short.length > 8 && short.endsWith("isk")) return short.slice(0, -2);
    if (short.length > 5 && short.endsWith("ed") && /edes?$/.test(word)) return short.slice(0, short.at(-3) === short.at(-4) ? -3 : -2);
    const verb = short.replace(DERIVED, "");
    if (verb !== short) short = verb.at(-1) === verb.at(-2) ? verb.slice(0, -1) : verb;
    else if (short.length > 8 && /[^aeiouyæøå]ning$/.test(short)) short = short.slice(0, -4);
    else if (short.length > 6 && short.endsWith("ing")) short = short.slice(0, -3);
    if (short.length < 5) return short;
    return short.replace(/([mt])r$/, "$1").replace(/([^aeiouyæøå])\1?el$/, "$1l");
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

  KAT.danish = { SPELLING: SPELLING, canonical: canonical, words: words, stem: stem, bases: bases, slips: slips };
})(globalThis);
