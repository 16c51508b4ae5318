/** What a search tells about the words that it was asked for, and the cases below its result that come near. */
casekatalog.notices = (() => {
  "use strict";
  const { el, button } = casekatalog.dom;
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
      ? [el("p", "", `Linket har et filter, som ikke findes og er sprunget over: ${unknown.join(", ")}`)]
      : [];
    if (answer) parts.push(...ofWords(answer));
    if (!ids.length && (!answer || answer.failed.length < answer.words.length))
      parts.push(el("p", "", el("strong", "", "Ingen cases passer på det hele.")));
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
    const parts = answer.corrected.map((one) => [
      `Ingen cases har ordet “${one.word}”. I stedet er der søgt på `,
      choice(one.instead, one.word, one.together ? " og " : " eller "),
      ".",
    ]);
    for (const one of answer.failed) {
      parts.push([
        `Ingen cases har ordet “${one.word}${isSkipped ? "”, og det er sprunget over." : "”."}`,
        ...(one.offers.length ? [" Mente du ", choice(one.offers, one.word, " eller "), "?"] : []),
      ]);
    }
    if (answer.relaxed) parts.push("Ingen cases har alle ordene. Her er dem, der passer bedst.");
    return parts.map((part) => el("p", "", part));
  }

  /**
   * Return words as buttons that put themselves in the place of the wrong one.
   * @param {string[]} words
   * @param {string} wrong
   * @param {string} last
   */
  function choice(words, wrong, last) {
    const span = el("span");
    words.forEach((word, index) => {
      const made = button("word", word);
      made.dataset.word = word;
      made.dataset.wrong = wrong;
      span.append(index ? (index === words.length - 1 ? last : ", ") : "", made);
    });
    return span;
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
