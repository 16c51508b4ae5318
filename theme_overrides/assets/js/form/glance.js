// A case at a glance, from what is typed: the same parts of the same kinds as in generator/glance.py. Free of the DOM.
casekatalog.glance = (() => {
  "use strict";
  const { fill } = casekatalog.words;
  const { propertySchema } = casekatalog.schemas;

  // Return the parts in reading order, each {key, title, blocks}; without blocks nothing is told of it.
  function of(data, setup) {
    const words = setup.reading;
    const told = {
      gains: [...gain(), ...rest(data.gains, "gains")],
      financing: financing(),
      drivers: [...factors("driver"), ...rest(data.drivers, "drivers")],
      barriers: [...factors("barrier"), ...remedies()],
      caveats: caveats(),
    };
    return Object.entries(told)
      .map(([key, blocks]) => ({ key, title: words.glance[key], blocks }))
      .filter((part) => part.blocks.length || part.key !== "caveats");

    function gain() {
      if (!given(data.gains)) return [];
      const ranks = Object.keys(setup.vocabulary.evidence);
      const best = data.gains.reduce((best, other) =>
        ranks.indexOf(other.evidence) < ranks.indexOf(best.evidence) ? other : best,
      );
      const result = (best.figures || []).find((figure) => figure.role === setup.result);
      return [
        { kind: "trait", name: named("gain_types", best.type), evidence: best.evidence },
        result ? { kind: "headline", figure: result } : { kind: "line", text: plain(best.text) },
      ];
    }

    function financing() {
      const { model, amounts, text } = given(data.financing) ? data.financing : {};
      const blocks = given(model) ? [{ kind: "trait", name: named("financing_models", model) }] : [];
      if (given(amounts)) {
        return [
          ...blocks,
          { kind: "headline", figure: amounts[0] },
          ...rest(amounts, "financing", "amounts"),
        ];
      }
      return given(text) ? [...blocks, { kind: "line", text: shortened(plain(text)) }] : blocks;
    }

    function factors(key) {
      const { field, vocabulary } = setup.facets[key];
      const [list, name] = field.split(".");
      const slugs = given(data[list]) ? Array.from(new Set(data[list].map((part) => part[name]))) : [];
      const items = slugs.slice(0, setup.glance.factors).map((slug) => named(vocabulary, slug, key));
      return items.length ? [{ kind: "words", items }] : [];
    }

    function rest(items, ...path) {
      if (!given(items) || items.length < 2) return [];
      const field = path.reduce((schema, key) => propertySchema(schema, key, setup), setup.schema);
      const name = field.title.toLowerCase();
      return [{ kind: "rest", text: fill(words.glanceRest, { count: items.length, name }) }];
    }

    function remedies() {
      if (!given(data.barriers)) return [];
      const { name, plural } = setup.facets.barrier;
      const count = data.barriers.length;
      const met = data.barriers.filter((barrier) => given(barrier.remedy)).length;
      const told = `${count} ${(count === 1 ? name : plural).toLowerCase()}`;
      return [{ kind: "rest", text: told + (met ? fill(words.glanceRemedies, { count: met }) : "") }];
    }

    function caveats() {
      if (!given(data.caveats)) return [];
      const [one, many] = words.glanceCaveats;
      const count = data.caveats.length;
      return [{ kind: "rest", text: count > 1 ? fill(many, { count }) : one }];
    }

    function given(value) {
      return casekatalog.view.isGiven(value, setup);
    }

    function named(vocabulary, slug, side) {
      const term = setup.vocabulary[vocabulary][slug];
      return term ? (side && term[side]) || term.name : slug || "";
    }

    // As Python's `textwrap.shorten` does it.
    function shortened(text) {
      const longest = setup.glance.longest;
      const words = text.trim().split(/\s+/).join(" ");
      return words.length <= longest ? words : `${words.slice(0, longest - 1).replace(/ [^ ]*$/, "")} …`;
    }
  }

  function plain(text) {
    return casekatalog.markdown.plain(text || "");
  }

  return { of };
})();
