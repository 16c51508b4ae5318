// What a case answers of the fixed questions, from what is typed: the same rules as in generator/answers.py. Free of the DOM.
casekatalog.answers = (() => {
  "use strict";
  const { fill } = casekatalog.words;

  // Return the answers in the vocabulary's order, each {slug, degree, reason}.
  function of(data, setup) {
    const say = setup.reading.reasons;
    const rules = {
      virkning: effect,
      baggrund: background,
      vilkaar: conditions,
      fremgangsmaade: method,
      pris: cost,
    };
    return Object.keys(setup.vocabulary.questions)
      .filter((slug) => rules[slug])
      .map((slug) => {
        const [degree, reason] = rules[slug]();
        return { slug, degree, reason };
      });

    function effect() {
      const grades = Object.keys(setup.vocabulary.evidence);
      const ranked = [...listed(data.gains)].sort(
        (one, other) => grades.indexOf(one.evidence) - grades.indexOf(other.evidence),
      );
      if (!ranked.length) return ["untold", say.no_gain];
      const { type, evidence } = ranked[0];
      const told = {
        type: named("gain_types", type),
        evidence: named("evidence", evidence).toLowerCase(),
      };
      return [evidence === grades[0] ? "known" : "partly", fill(say.gain, told)];
    }

    function background() {
      const count = listed(data.drivers).length;
      const drivers = several("driver", count);
      if (count && given(data.purpose)) return ["known", fill(say.background, { drivers })];
      if (count) return ["partly", fill(say.drivers, { drivers })];
      return given(data.purpose) ? ["partly", say.purpose] : ["untold", say.no_background];
    }

    function conditions() {
      const all = listed(data.barriers);
      if (!all.length) return ["untold", say.no_barrier];
      const count = all.filter((barrier) => given(barrier.remedy)).length;
      const reason = count ? say.remedies : say.no_remedy;
      return [
        count === all.length ? "known" : "partly",
        fill(reason, { barriers: several("barrier", all.length), count }),
      ];
    }

    function method() {
      const count = listed(data.advice).length;
      const advice = `${count} råd`;
      if (given(data.organisation) && count) return ["known", fill(say.method, { advice })];
      if (given(data.organisation)) return ["partly", say.organisation];
      return count ? ["partly", fill(say.advice, { advice })] : ["untold", say.no_method];
    }

    function cost() {
      const amounts = listed(data.financing?.amounts).filter(({ unit }) => isKroner(unit || ""));
      const firm = amounts.filter(({ kind, unit }) => setup.firm.includes(kind) && isWhole(unit));
      const [figure] = [...firm, ...amounts];
      if (!figure) return ["untold", given(data.financing) ? say.no_amount : say.no_financing];
      const told = {
        amount: casekatalog.figure.of(setup).amount(figure),
        unit: figure.unit || "",
        what: figure.what || "",
        kind: named("figure_kinds", figure.kind).toLowerCase(),
      };
      return [firm.length ? "known" : "partly", fill(say.amount, told)];
    }

    function isKroner(unit) {
      const kroner = new RegExp(`^(?:${setup.kroner})$`);
      return (unit.toLowerCase().match(/\p{L}+/gu) || []).some((word) => kroner.test(word));
    }

    // As in generator/cost.py: no price of a unit.
    function isWhole(unit) {
      const { units, yearly } = setup.cost;
      const words =
        unit
          .replace(new RegExp(yearly, "gi"), "")
          .toLowerCase()
          .match(/\p{L}+|\//gu) || [];
      return words.every((word) => units.includes(word));
    }

    function several(facet, count) {
      const { name, plural } = setup.facets[facet];
      return `${count} ${(count === 1 ? name : plural).toLowerCase()}`;
    }

    function listed(value) {
      return given(value) && Array.isArray(value) ? value : [];
    }

    function given(value) {
      return casekatalog.view.isGiven(value, setup);
    }

    function named(vocabulary, slug) {
      return setup.vocabulary[vocabulary][slug]?.name || slug || "";
    }
  }

  return { of };
})();
