/* What readers fetch of the list: a row for each case, and no cell that says nothing. Semicolons part several values. */
casekatalog.download = (() => {
  "use strict";
  const { UNTOLD, wordsOf } = casekatalog.results;

  /* Return the names of the files that the rows of these cases need. */
  function need(ids) {
    return casekatalog.store.filesOf("cards", ids).concat(casekatalog.store.filesOf("figures", ids));
  }

  /* Return the heading and the rows, with a column for each facet in `names`; `titleOf` names one, and `labelsOf` its
     values in a map. */
  function rows(ids, names, facets, titleOf, labelsOf) {
    const labels = new Map(names.map((name) => [name, labelsOf(name)]));
    const types = Array.from(labels.get("gain_type"));
    const heading = ["Case", "Sted", "År"].concat(
      names.map(titleOf),
      types.map((type) => `${titleOf("gain_type")}: ${type[1]}`),
      "Stærkeste gevinst",
      "Stærkeste gevinst: dokumentation",
      "Stærkeste gevinst: tal",
      "Pris",
      "Tal for gevinster",
      "Beløb i finansieringen",
      "Resumé",
      "Adresse",
    );
    return [heading].concat(ids.map(row));

    function row(id) {
      const found = casekatalog.store.card(id),
        [headline, gains, amounts] = casekatalog.store.part("figures", id),
        pairs = facets.of("gains", id);
      const tags = names.map((name) =>
        joined(facets.of(name, id).map((value) => labels.get(name).get(value))),
      );
      const shown = types.map((type) => {
        const own = pairs.filter((pair) => pair[0] === type[0]);
        return joined(own.map((pair) => labels.get("evidence").get(pair[1])));
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

  function joined(values) {
    return values.map((value) => value.replaceAll(";", ",")).join("; ");
  }

  /* Offer the rows of these cases as a file. */
  async function save(ids, { names, nameOf, labelsOf }, facets) {
    await facets.take(names);
    await casekatalog.store.load(need(ids));
    casekatalog.delimited.save(rows(ids, names, facets, nameOf, labelsOf), "cases");
  }

  return { save };
})();
