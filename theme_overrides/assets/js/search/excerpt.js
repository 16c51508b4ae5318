/**
 * Hits in a text: which pieces are marked, and the piece of a long text that shows them best. No DOM here.
 * @typedef {(word: string) => boolean} IsHit whether a word of a text is a hit
 */
casekatalog.excerpt = (() => {
  "use strict";
  const language = casekatalog.language,
    WORD = language.WRITTEN,
    OPEN_END = /(?<![.!?:;,…])(?=\n)/g;

  /**
   * A stem keeps the first letters of its word.
   * @param {string} word
   */
  function start(word) {
    return word.slice(0, 3);
  }

  /**
   * Return a function that tells whether a word of a text is a hit.
   * @param {Answer} answer
   * @returns {IsHit}
   */
  function matcher(answer) {
    const terms = new Set(answer.terms);
    const inside = answer.words
      .map(language.stem)
      .concat(
        answer.corrected.flatMap((one) => one.instead.map((word) => language.stem(language.canonical(word)))),
      )
      .filter((stem) => stem.length > 3);
    const known = new Map(),
      starts = new Set(Array.from(terms, start));
    return (word) => {
      let hit = known.get(word);
      if (hit === undefined) {
        const plain = language.canonical(word);
        hit =
          (starts.has(start(plain)) && terms.has(language.stem(plain))) ||
          inside.some((stem) => language.holds(plain, stem));
        known.set(word, hit);
      }
      return hit;
    };
  }

  /**
   * Return a text in pieces, every second one a hit: ["before ", "hit", " after"].
   * @param {string} text
   * @param {IsHit} isHit
   */
  function pieces(text, isHit) {
    const found = [];
    let from = 0;
    for (const match of text.matchAll(WORD)) {
      if (!isHit(match[0])) continue;
      found.push(text.slice(from, match.index), match[0]);
      from = match.index + match[0].length;
    }
    found.push(text.slice(from));
    return found;
  }

  /**
   * Return the part of a text, about `length` letters, that has most different hits, or "" when it has none.
   * It begins at a word no later than its first hit, which it holds whole. Each line ends as a sentence does; the
   * text's last line is the names of its tags, and no part of it goes on into them.
   * @param {string} lines
   * @param {IsHit} isHit
   * @param {number} length
   */
  function excerpt(lines, isHit, length) {
    const text = lines.replace(OPEN_END, "."),
      hits = /** @type {{ at: number, to: number, word: string }[]} */ ([]);
    for (const match of text.matchAll(WORD)) {
      if (isHit(match[0]))
        hits.push({
          at: match.index,
          to: match.index + match[0].length,
          word: language.stem(language.canonical(match[0])),
        });
    }
    let best = hits[0],
      most = 0;
    for (let i = 0; i < hits.length; i++) {
      const seen = new Set();
      for (let j = i; j < hits.length && hits[j].at < hits[i].at + length * 0.75; j++) seen.add(hits[j].word);
      if (seen.size > most) {
        most = seen.size;
        best = hits[i];
      }
    }
    if (!best) return "";
    const tags = text.lastIndexOf("\n") + 1,
      isTag = best.at >= tags,
      first = isTag ? tags : 0,
      last = isTag ? text.length : tags - 1;
    const from = wordStart(text, Math.max(first, best.at - Math.round(length / 4)), first, best.at);
    let to = Math.min(last, Math.max(from + length, best.to));
    if (to < last) to = Math.max(text.slice(0, to + 1).search(/\s\S*$/), best.to);
    return (from > first ? "… " : "") + text.slice(from, to).replaceAll("\n", " ") + (to < last ? " …" : "");
  }

  /**
   * Return where the next word begins at or after `from`, unless a hit comes first.
   * @param {string} text
   * @param {number} from
   * @param {number} first
   * @param {number} hit
   */
  function wordStart(text, from, first, hit) {
    if (from === first) return from;
    const gap = text.slice(from, hit).search(/\s/);
    return gap < 0 ? hit : from + gap + 1;
  }

  /**
   * Whether a text has a phrase's words, in order and next to each other, in whatever spelling of å, æ and ø.
   * @param {string} text
   * @param {string[]} phrase
   */
  function hasPhrase(text, phrase) {
    return ` ${language.words(language.canonical(text)).join(" ")} `.includes(` ${phrase.join(" ")} `);
  }

  return { matcher, pieces, excerpt, hasPhrase };
})();
