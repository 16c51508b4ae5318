/** What a case answers of the fixed questions, from what is typed: the same rules as in generator/answers.py. Free of the DOM. */
/** @typedef {{ slug: string, degree: AnswerDegree, reason: string }} Answered */
casekatalog.answers = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { counted, fill } = casekatalog.text;

  /**
   * Return the answers in the vocabulary's order.
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   * @returns {Answered[]}
   */
  function of(data, setup) {
    const say = setup.reading.reasons;
    /** @type {Record<string, () => Omit<Answered, "slug">>} */
    const rules = {
      virkning: effect,
      baggrund: background,
      vilkaar: conditions,
      fremgangsmaade: method,
      pris: cost,
    };
    return Object.keys(setup.vocabulary.questions)
      .filter((slug) => rules[slug])
      .map((slug) => ({ slug, ...rules[slug]() }));

    /**
     * @param {AnswerDegree} degree
     * @param {string} reason
     */
    function answer(degree, reason) {
      return { degree, reason };
    }

    function effect() {
      const grades = Object.keys(setup.vocabulary.evidence);
      const ranked = [...listed(data.gains)].sort(
        (one, other) => grades.indexOf(one.evidence ?? "") - grades.indexOf(other.evidence ?? ""),
      );
      if (!ranked.length) return answer("untold", say.no_gain);
      const { type, evidence } = ranked[0];
      const told = {
        type: named("gain_types", type),
        evidence: named("evidence", evidence).toLowerCase(),
      };
      return answer(evidence === grades[0] ? "known" : "partly", fill(say.gain, told));
    }

    function background() {
      const count = listed(data.drivers).length;
      const drivers = several("driver", count);
      if (count && given(data.purpose)) return answer("known", fill(say.background, { drivers }));
      if (count) return answer("partly", fill(say.drivers, { drivers }));
      return given(data.purpose) ? answer("partly", say.purpose) : answer("untold", say.no_background);
    }

    function conditions() {
      const all = listed(data.barriers);
      if (!all.length) return answer("untold", say.no_barrier);
      const count = all.filter((barrier) => given(barrier.remedy)).length;
      const reason = count ? say.remedies : say.no_remedy;
      const told = fill(reason, { barriers: several("barrier", all.length), count });
      return answer(count === all.length ? "known" : "partly", told);
    }

    function method() {
      const count = listed(data.advice).length;
      const advice = counted(wording.view.advice, count);
      if (given(data.organisation) && count) return answer("known", fill(say.method, { advice }));
      if (given(data.organisation)) return answer("partly", say.organisation);
      return count ? answer("partly", fill(say.advice, { advice })) : answer("untold", say.no_method);
    }

    function cost() {
      const financing = typeof data.financing === "string" ? undefined : data.financing;
      const amounts = listed(financing?.amounts).filter(({ unit }) => isMoney(unit || ""));
      const firm = amounts.filter(({ kind, unit }) => setup.firm.includes(kind ?? "") && isWhole(unit ?? ""));
      const [figure] = [...firm, ...amounts];
      if (!figure) return answer("untold", given(data.financing) ? say.no_amount : say.no_financing);
      const told = {
        amount: casekatalog.figure.of(setup).amount(figure),
        unit: figure.unit || "",
        what: figure.what || "",
        kind: named("figure_kinds", figure.kind).toLowerCase(),
      };
      return answer(firm.length ? "known" : "partly", fill(say.amount, told));
    }

    /** @param {string} unit */
    function isMoney(unit) {
      const money = new RegExp(`^(?:${setup.money.word})$`);
      return words(unit).some((word) => money.test(word));
    }

    /**
     * As in generator/cost.py: no price of a unit.
     * @param {string} unit
     */
    function isWhole(unit) {
      const { units, yearly } = setup.money;
      return words(unit.replace(new RegExp(yearly, "gi"), "")).every((word) => units.includes(word));
    }

    /** @param {string} unit */
    function words(unit) {
      return unit.toLowerCase().match(/\p{L}+|[€£$/]/gu) || [];
    }

    /**
     * @param {string} facet
     * @param {number} count
     */
    function several(facet, count) {
      const { name, plural } = setup.facets[facet];
      return `${count} ${(count === 1 ? name : plural).toLowerCase()}`;
    }

    /**
     * @template {FormValue} Item
     * @param {Item[] | Silent | undefined} value
     * @returns {Item[]}
     */
    function listed(value) {
      return given(value) && Array.isArray(value) ? value : [];
    }

    /** @param {FormValue} value */
    function given(value) {
      return casekatalog.view.isGiven(value, setup);
    }

    /**
     * @param {string} vocabulary
     * @param {string} [slug]
     */
    function named(vocabulary, slug) {
      return setup.vocabulary[vocabulary][slug ?? ""]?.name || slug || "";
    }
  }

  return { of };
})();
