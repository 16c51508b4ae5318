/**
 * Whether a case's former addresses are its own, and the cases that it names are there. Free of the DOM; as in
 * generator/reading/slugs.py.
 */
casekatalog.references = (() => {
  "use strict";
  const { trim } = casekatalog.scalars;

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   */
  function check(data, context) {
    aliases(data, context);
    references(data, context);
  }

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   */
  function aliases(data, context) {
    const setup = context.setup;
    (data.aliases || []).map(trim).forEach((found, index) => {
      const other = setup.cases[found] || found === context.slug ? found : setup.aliases[found];
      if (other && (other !== context.slug || found === context.slug)) {
        context.say(["aliases", index], "alias_taken", { value: found, other: `cases/${other}.yaml` });
      }
    });
  }

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   */
  function references(data, context) {
    const setup = context.setup;
    const others = Object.keys(setup.cases).filter((slug) => slug !== context.slug);
    for (const kind of /** @type {const} */ (["inspired_by", "see_also"])) {
      (data.related?.[kind] || []).map(trim).forEach((found, index) => {
        const path = ["related", kind, index];
        if (found === context.slug) return context.say(path, "own_case");
        if (others.includes(found) || found !== casekatalog.words.slugify(found)) return null;
        const meant = setup.aliases[found] || found;
        return context.say(path, "unknown_case", {
          value: found,
          hint: casekatalog.hints.hint(meant, others, setup.words.see_folder, setup),
        });
      });
    }
  }

  return check;
})();
