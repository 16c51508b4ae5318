/** Tags in the form's preview, with the names of their words, as components/tag.html has them. */
casekatalog.shownTags = (() => {
  "use strict";
  const { el } = casekatalog.dom;

  /**
   * Return what shows tags by the vocabularies of `setup`.
   * @param {FormSetup} setup
   */
  function of(setup) {
    return { tagLine, tag, badge, termName };

    /** @param {Extract<ViewBlock, { kind: "tags" }>} found */
    function tagLine(found) {
      return found.slugs.flatMap((slug, index) => [index ? " " : "", tag(found.facet, slug)]);
    }

    /**
     * @param {FormFacet & { key: string }} facet
     * @param {string} slug
     * @param {string} [key]
     */
    function tag(facet, slug, key) {
      if (facet.isGraded) return badge(slug);
      const side = key || facet.key;
      return el("span", `tag tag--${side}`, termName(facet.vocabulary, slug, side));
    }

    /** @param {string | undefined} evidence */
    function badge(evidence) {
      const strengths = Object.keys(setup.vocabulary.evidence),
        grade = strengths.length - strengths.indexOf(evidence ?? "");
      return el("span", `badge badge--${grade}`, termName("evidence", evidence));
    }

    /**
     * @param {string} vocabulary
     * @param {string | undefined} slug
     * @param {string} [side]
     */
    function termName(vocabulary, slug, side) {
      const term = setup.vocabulary[vocabulary][slug ?? ""];
      if (!term) return slug || "";
      return (side === "driver" || side === "barrier" ? term[side] : "") || term.name;
    }
  }

  return of;
})();
