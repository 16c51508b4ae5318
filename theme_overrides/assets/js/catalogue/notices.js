/** What a search tells about the words that it was asked for, and the cases below its result that come near. */
casekatalog.notices = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button, filled } = casekatalog.dom;
  const { fill, lister } = casekatalog.text;
  const { cards } = casekatalog.results;
  const FEW = 12;

  /**
   * Return what to tell of a result, with what in the link is unknown and the ways out when nothing is found.
   * @param {Pick<FoundCases, "answer" | "ids">} current
   * @param {string[]} unknown
   * @param {Element[]} ways
   */
  function told({ answer, ids }, unknown, ways) {
    /** @type {Node[]} */
    const parts = unknown.length
      ? [el("p", "", fill(wording.notices.unknown, { filters: unknown.join(", ") }))]
      : [];
    if (answer) parts.push(...ofWords(answer));
    if (!ids.length && (!answer || answer.failed.length < answer.words.length))
      parts.push(el("p", "", el("strong", "", wording.notices.none)));
    if (ways.length) parts.push(el("ul", "bare loosen", ways));
    return parts;
  }

  /**
   * Return what to tell of the words of a text, a paragraph for each thing.
   * @param {Answer} answer
   */
  function ofWords(answer) {
    const isSkipped = answer.failed.length < answer.words.length;
    /** @type {(string | (string | Node)[])[]} */
    const parts = answer.corrected.map(({ word, instead, together }) => {
      const words = choice(instead, word, together ? "conjunction" : "disjunction");
      return filled(wording.notices.corrected, { word, words });
    });
    for (const { word, offers } of answer.failed) {
      const failed = fill(isSkipped ? wording.notices.skipped : wording.notices.failed, { word });
      if (!offers.length) parts.push(failed);
      else {
        const words = choice(offers, word, "disjunction");
        parts.push([`${failed} `, ...filled(wording.notices.meant, { words })]);
      }
    }
    if (answer.relaxed) parts.push(wording.notices.relaxed);
    return parts.map((part) => el("p", "", part));
  }

  /**
   * Return words as buttons that put themselves in the place of the wrong one.
   * @param {string[]} words
   * @param {string} wrong
   * @param {"conjunction" | "disjunction"} type
   */
  function choice(words, wrong, type) {
    const parts = lister(type).formatToParts(words);
    return el(
      "span",
      "",
      parts.map((part) => (part.type === "element" ? offer(part.value, wrong) : part.value)),
    );
  }

  /**
   * @param {string} word
   * @param {string} wrong
   */
  function offer(word, wrong) {
    const made = button("word", word);
    made.dataset.word = word;
    made.dataset.wrong = wrong;
    return made;
  }

  /**
   * Return the cases to show below a result of so many: none when there is no text, or enough without them.
   * @param {Answer | null} answer
   * @param {number} found
   * @param {CaseFacets} facets
   * @param {FacetSelection} selection
   */
  function nearby(answer, found, facets, selection) {
    if (!answer?.near || found > FEW) return [];
    return casekatalog.ranking.nearest(facets.count(selection, answer.near).matching, answer.near);
  }

  /**
   * Show cases in their section below the result; return what to say of them.
   * @param {HTMLElement} section
   * @param {number[]} ids
   * @param {IsHit | null} isHit
   */
  function paintNearby(section, ids, isHit) {
    section.hidden = !ids.length;
    section.querySelector("[data-nearby-list]").replaceChildren(...(ids.length ? [cards(ids, isHit)] : []));
    return ids.length ? [`${section.querySelector("h2").textContent}: ${ids.length}`] : [];
  }

  return { told, nearby, paintNearby };
})();
