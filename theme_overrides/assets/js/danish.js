/* Danish words as generator/danish.py reads them: one spelling, words, stems. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const WORD = /\d+,\d+|[\p{L}\p{N}]+(?:[-–](?!\d+,\d)[\p{L}\p{N}]+)*/gu;
  const NUMBER = /(?<![\d.,])(?:(\d{1,3}(?:[. ]\d{3})+)|(\d+))(?:[.,](\d+))?(?![.,]?\d)/g;
  const FRACTIONS = new Map([["¼", "25"], ["½", "5"], ["¾", "75"]]);
  const SPELLINGS = new Map([["aa", "å"], ["ae", "æ"], ["oe", "ø"], ["ä", "æ"], ["ö", "ø"]]);
  const SPELLING = new RegExp(Array.from(SPELLINGS.keys()).join("|"), "g");
  const FOREIGN = new Map([["ð", "d"], ["đ", "d"], ["ł", "l"], ["œ", "ø"], ["ß", "ss"], ["þ", "th"]]);
  const ACCENTED = /[^\x00-\x7fæøå]/gu, ACCENT = /[\u0300-\u036f]/g;
  /* A word, or a number with its dots and comma, as a text shows it. */
  const WRITTEN = /(?<![\d.,])\d{1,3}(?:[.\u0020\u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?![.,]?\d|\p{L})|(?<![\d.,])\d+[.,]\d+(?![.,]?\d|\p{L})|[\p{L}\p{N}]+/gu;
  const KEPT = /^(ejendom|fordom|intellig|ledig|mulig)(?:hed|ens|ent)?(?:m?e[nrt]?s?|m?ernes?|m?ene|t|s)?$/;
  const BEFORE_VERBS = " af an be for fore forud frem gen gennem hen ind med mis ned om op over plan på sam til tilrette ud under ved".split(" ");
  const IRREGULAR = new Map(`
    barn børn, mand mænd, hånd hænder hænderne, kraft kræfter kræfterne, fod fødder, tand tænder, ny nye
    nyt nyere nyeste, stor større størst største, lang længere længst længste, ung yngre yngst yngste,
    binde bandt bundet bundne, bringe bragt bragte, bryde brudt brudte, byde budt budte, bære båret bårne,
    dele delt delte, drikke drak drukket, drive drevet drevne drev, finde fandt fundet fundne, flyde flød
    flydt, følge fulgt fulgte, føre ført førte, give gav givet givne, gribe greb grebet grebne, gøre gjort
    gjorde gjorte, hjælpe hjalp hjulpet, hænge hang hængt hængte, høre hørt hørte, kende kendt kendte,
    køre kørt kørte, købe købt købte, levering levere leverer leveret leverede, lyde lød lydt, lægge lagt
    lagte lagde, lære lært lærte, løse løst løste, måle målt målte, nå nåede nået, rejse rejst rejste,
    række rakt rakte, sige sagt sagde, skrive skrev skrevet skrevne, skyde skød skudt skudte, skære skåret
    skårne, slippe slap sluppet slupne, slå slog slået, snyde snød snydt snydte, springe sprang sprunget
    sprungne, sprede spredt spredte, spørge spurgt spurgte, stige steg steget stegne, stå stod stået,
    strække strakt strakte, svinde svandt svundet svundne, sælge solgt solgte, sætte sat satte, tage taget
    tagne, tale talt talte, trække trak trukket trukne, træde trådt trådte, træffe traf truffet trufne,
    tvinge tvang tvunget tvungne, vejledning vejlede, vende vendt vendte, vinde vandt vundet, vise vist
    viste, vælge valgt valgte, vække vakt vakte
    `.split(",").flatMap(function (group) {
      const [base, ...forms] = group.trim().split(/\s+/);
      return BEFORE_VERBS.flatMap(function (before) {
        return forms.map(function (form) { return [before + form, before + base]; });
      });
    }));
  const SUFFIXES = [["isk", 8, 2], ["dom", 5, 3]], NEUTER = /(?:al|ar|el|iv|om)t$/;
  const DERIVED = /(?<=.{4})(?:ering|at(?:ion|or|iv))$/;
  const INFLECTION = /(e?s|e|er|ers|en|ens|et|ets|erne|ernes|ene|enes|ede|ende)$/;
  const stems = new Map();

  /* Return text in plain characters: CO₂ as CO2, and numbers as 100000 and 12,5. */
  function plain(text) {
    return text.replace(/(\d*) ?([¼½¾])/g, function (_, whole, part) { return (whole || 0) + "," + FRACTIONS.get(part); })
      .normalize("NFKC").replace(NUMBER, function (_, grouped, whole, part) {
        const rest = (part || "").replace(/0+$/, "");
        return (whole || grouped.replace(/[. ]/g, "")) + (rest && "," + rest);
      });
  }

  /* Return text in one spelling, without accents that Danish does not need. */
  function canonical(text) {
    return plain(text).toLowerCase().replace(SPELLING, function (written) { return SPELLINGS.get(written); })
      .replace(ACCENTED, function (letter) { return FOREIGN.get(letter) || letter.normalize("NFD").replace(ACCENT, ""); });
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
    const kept = KEPT.exec(word);
    if (kept) return kept[1];
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
    if (short.length > 5 && NEUTER.test(short)) short = short.slice(0, -1);
    for (const [suffix, longer, letters] of SUFFIXES) if (short.length > longer && short.endsWith(suffix)) return short.slice(0, -letters);
    if (short.length > 5 && short.endsWith("ed") && /edes?$/.test(word)) return short.slice(0, short.at(-3) === short.at(-4) ? -3 : -2);
    const verb = short.replace(DERIVED, "");
    if (verb !== short) short = verb.at(-1) === verb.at(-2) ? verb.slice(0, -1) : verb;
    else if (short.length > 7 && /[^aeiouyæøå]ning$/.test(short)) short = short.slice(0, -4);
    else if (short.length > 5 && short.endsWith("ing")) short = short.slice(0, -3);
    if (short.length < 5) return short;
    if (short.length > 6 && short.endsWith("is")) return short.slice(0, -2);
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

  KAT.danish = { WRITTEN: WRITTEN, plain: plain, canonical: canonical, words: words, stem: stem, bases: bases, slips: slips };
})(globalThis);
