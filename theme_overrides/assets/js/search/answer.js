/**
 * The answer to a text, of what each of its words finds. No DOM here.
 * @typedef {object} Answer
 * @property {Float32Array} scores weight of each document, 0 where it is not found
 * @property {Float32Array | null} near weight of other cases, which lack some of the words; null when no case has them all
 * @property {string[]} words what was looked for
 * @property {string[]} terms all that it was looked for by, for marking
 * @property {string[][]} phrases rows of words
 * @property {{ word: string, offers: string[], elsewhere: boolean }[]} failed words that nothing was found for, with near words
 * @property {{ word: string, instead: string[], together: boolean }[]} corrected what was typed and the words that were
 *   searched instead, all of them or any
 * @property {boolean} relaxed whether no case has all words, so that those that cover most of the question are given
 */
/**
 * What one word of a query finds: its documents and the terms that led there.
 * @typedef {object} Found
 * @property {Float32Array} scores
 * @property {number} count how many cases
 * @property {number} others how many other documents
 * @property {string[]} terms
 * @property {number} rare how much it says
 * @property {Uint8Array} [whole] the documents that have the word itself, where some have but a part of it
 * @property {boolean} [light] whether the word says little
 * @property {string[]} [instead] the words that were searched in its place
 * @property {boolean} [isPair] whether all of those
 * @property {boolean} [rough] whether they are but a guess
 */
casekatalog.searchAnswer = (() => {
  "use strict";
  const { rank } = casekatalog.ranking;
  const ENOUGH = 2;

  /**
   * Several words narrow: a case must have all that tell of something. So must another page, each kind by itself.
   * @param {Query} parsed
   * @param {Found[]} found what each word of the query finds
   * @param {SearchIndex} index
   * @returns {Answer}
   */
  function of(parsed, found, index) {
    /** @param {Found} part */
    const isSure = (part) => part.count && !part.light && !part.rough;
    const few = found.filter(isSure).length < ENOUGH;
    const used = found.filter((part) => few || !part.rough);
    return {
      ...scored(used, index.head, parsed.phrases.length > 0),
      words: parsed.words,
      terms: used.flatMap((part) => part.terms).flatMap((term) => index.members(term)),
      phrases: parsed.phrases,
      ...told(parsed, found, used, index),
    };
  }

  /**
   * Return the weights of documents by what words find there.
   * @param {Found[]} used
   * @param {TermsHead} head
   * @param {boolean} exactly
   */
  function scored(used, { cases, documents }, exactly) {
    const having = used.filter((part) => part.count),
      elsewhere = used.filter((part) => part.others);
    const own = rank(having, 0, cases, documents, exactly),
      others = rank(elsewhere, cases, documents, documents, exactly);
    const scores = own.complete ? own.full : own.near,
      rest = others.complete ? others.full : others.near;
    scores.set(rest.subarray(cases), cases);
    return {
      scores,
      near: own.complete && !exactly ? own.near : null,
      relaxed: !own.complete && own.near.some(Boolean),
    };
  }

  /**
   * Return which words were put right, and which found nothing.
   * @param {Query} parsed
   * @param {Found[]} found
   * @param {Found[]} used
   * @param {SearchIndex} index
   * @returns {Pick<Answer, "failed" | "corrected">}
   */
  function told(parsed, found, used, index) {
    const words = found.map((part, i) => ({ part, word: parsed.typed[i], sought: parsed.words[i] }));
    const failed = words.filter(({ part }) => !used.includes(part) || !part.count);
    return {
      failed: failed.map(({ part, word, sought }) => ({
        word,
        offers: casekatalog.guesses.offers(index, sought),
        elsewhere: part.others > 0,
      })),
      corrected: words.flatMap(({ part: { instead, isPair = false }, part, word }) =>
        used.includes(part) && instead ? [{ word, instead, together: isPair }] : [],
      ),
    };
  }

  return { of };
})();
