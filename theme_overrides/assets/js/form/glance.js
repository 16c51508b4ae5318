/** A case at a glance, from what is typed: the same as in generator/glance.py. Free of the DOM. */
/** @typedef {{ type?: string, evidence?: string, figure?: FigureDraft, text: string }} Claim what a case says of its best gain */
casekatalog.glance = (() => {
  "use strict";
  const { fill } = casekatalog.text;

  /**
   * Return {claim, numbers, doubts}; a claim is {type, evidence, figure, text}, a number {figure, evidence}, by their slugs.
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   */
  function of(data, setup) {
    const grades = Object.keys(setup.vocabulary.evidence);
    const gains = [...listed(data.gains)].sort(
      (one, other) => grades.indexOf(one.evidence ?? "") - grades.indexOf(other.evidence ?? ""),
    );
    const financing = typeof data.financing === "string" ? undefined : data.financing;
    const claim = gains.length ? claimOf(gains[0]) : null;
    const unproved = (/** @type {FigureDraft} */ figure) => ({ figure, evidence: "" });
    const [first, ...others] = listed(financing?.amounts).map(unproved);
    const results = gains.flatMap(({ evidence, figures }) =>
      resultsOf(figures).map((figure) => ({ figure, evidence: evidence ?? "" })),
    );
    const numbers = [first, ...results, ...others].filter(
      (number) => number && number.figure !== claim?.figure,
    );
    return { claim, numbers: numbers.slice(0, setup.numbers), doubts: doubts() };

    /** @param {GainDraft} gain */
    function claimOf({ type, evidence, text, figures }) {
      const figure = resultsOf(figures)[0];
      return { type, evidence, figure, text: figure ? "" : casekatalog.markdown.plain(text || "") };
    }

    /** @param {FigureDraft[] | undefined} figures */
    function resultsOf(figures) {
      return listed(figures).filter((figure) => figure.role === setup.result);
    }

    function doubts() {
      const count = listed(data.caveats).length;
      const [one, many] = setup.reading.doubts;
      return count > 1 ? fill(many, { count }) : count ? one : "";
    }

    /**
     * @template {FormValue} Item
     * @param {Item[] | Silent | undefined} value
     * @returns {Item[]}
     */
    function listed(value) {
      return casekatalog.view.isGiven(value, setup) && Array.isArray(value) ? value : [];
    }
  }

  return { of };
})();
