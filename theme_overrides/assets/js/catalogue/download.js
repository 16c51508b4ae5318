/** What readers fetch of the list: a row for each case, and no cell that says nothing. Semicolons part several values. */
casekatalog.download = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { UNTOLD, wordsOf } = casekatalog.results;

  /**
   * Return the names of the files that the rows of these cases need.
   * @param {number[]} ids
   */
  function need(ids) {
    return casekatalog.store.filesOf("cards", ids).concat(casekatalog.store.filesOf("figures", ids));
  }

  /**
   * Return the heading and the rows, with a column for each facet in `names`; `titleOf` names one, and `labelsOf` its
   * values in a map.
   * @param {number[]} ids
   * @param {string[]} names
   * @param {CaseFacets} facets
   * @param {(name: string) => string} titleOf
   * @param {(name: string) => Map<string, string>} labelsOf
   */
  function rows(ids, names, facets, titleOf, labelsOf) {
    /** @type {Record<string, Map<string, string>>} */
    const labels = Object.fromEntries(names.map((name) => [name, labelsOf(name)]));
    const types = Array.from(labels.gain_type, ([type, label]) => ({ type, label }));
    const heading = [wording.list_sheet.case, wording.list_sheet.place, wording.list_sheet.years].concat(
      names.map(titleOf),
      types.map(({ label }) => `${titleOf("gain_type")}: ${label}`),
      wording.list_sheet.gain,
      wording.list_sheet.evidence,
      wording.list_sheet.figure,
      wording.list_sheet.cost,
      wording.list_sheet.figures,
      wording.list_sheet.amounts,
      wording.list_sheet.summary,
      wording.list_sheet.address,
    );
    return [heading].concat(ids.map(row));

    /** @param {number} id */
    function row(id) {
      const found = casekatalog.store.card(id),
        { headline, gains, amounts } = casekatalog.store.part("figures", id),
        parts = facets.parts("gains", id);
      const tags = names.map((name) =>
        joined(facets.of(name, id).map((value) => labels[name].get(value) ?? value)),
      );
      const shown = types.map(({ type }) => {
        const own = parts.filter((part) => part.gain_type === type);
        return joined(own.map(({ evidence }) => labels.evidence.get(evidence) ?? evidence));
      });
      const words = wordsOf(found);
      const cells = [found.title, found.place, found.years].concat(
        tags,
        shown,
        words.gain,
        words.evidence,
        headline || found.silence,
        words.cost,
        joined(gains) || found.silence,
        joined(amounts),
        found.summary,
        found.url,
      );
      return cells.map((cell) => cell || UNTOLD);
    }
  }

  /** @param {string[]} values */
  function joined(values) {
    return values.map((value) => value.replaceAll(";", ",")).join("; ");
  }

  /**
   * Offer the rows of these cases as a file.
   * @param {number[]} ids
   * @param {Filters} filters
   * @param {CaseFacets} facets
   */
  async function save(ids, { names, nameOf, labelsOf }, facets) {
    await facets.take(names);
    await casekatalog.store.load(need(ids));
    casekatalog.delimited.save(rows(ids, names, facets, nameOf, labelsOf), "cases");
  }

  return { save };
})();
