/** A case at a glance in the form's preview, as in components/glance.html. */
casekatalog.shownGlance = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;
  const { capitalised } = casekatalog.figure;

  /**
   * Return the claim and, where there are some, the numbers beside it.
   * @param {ReturnType<typeof casekatalog.glance.of>} brief
   * @param {FormSetup} setup
   */
  function of(brief, setup) {
    const figures = casekatalog.figure.of(setup);
    const { badge, termName } = casekatalog.shownTags(setup);
    return [claim(brief.claim), numbers()];

    /** @param {Claim | null} found */
    function claim(found) {
      const figure = found?.figure,
        isBare = !figure;
      const box = el("div", `glance__claim${isBare ? " glance__claim--bare" : ""}`);
      if (!found) {
        const silent = el("p", "glance__text unstated", capitalised(setup.unstated));
        box.append(el("p", "glance__what", wording.glance_box.gain), silent);
        return box;
      }
      const type = termName("gain_types", found.type);
      box.append(el("p", "glance__what", isBare ? type : capitalised(figure.what)));
      if (isBare) box.append(el("p", "glance__text", found.text));
      else {
        box.append(
          el("p", "glance__value", ...value(figure)),
          el("p", "glance__basis", figures.basis(figure)),
        );
      }
      box.append(el("p", "glance__evidence", badge(found.evidence), isBare ? "" : ` ${type}`));
      return box;
    }

    /** @param {FigureDraft} figure */
    function value(figure) {
      const { before, after } = figures.amounts(figure);
      const change = [
        el("span", "glance__before", el("span", "visually-hidden", `${wording.glance_box.from} `), before),
        " ",
        el("span", "glance__arrow", el("span", "visually-hidden", wording.glance_box.to)),
        " ",
      ];
      return [
        ...(before ? change : []),
        el("span", "glance__after", after),
        " ",
        el("span", "glance__unit", figure.unit || ""),
      ];
    }

    function numbers() {
      const items = brief.numbers.map(({ figure, evidence }) => {
        const grade = evidence ? `\u00a0· ${termName("evidence", evidence).toLowerCase()}` : "";
        return el(
          "li",
          "glance__number",
          el("span", "glance__what", capitalised(figure.what)),
          el("span", "glance__value", ...value(figure)),
          el("span", "glance__basis", figures.basis(figure) + grade),
        );
      });
      if (brief.doubts) {
        const told = el("span", "glance__doubts", brief.doubts);
        const basis = el("span", "glance__basis", wording.glance_box.read_first);
        items.push(el("li", "glance__number glance__number--doubts", told, " ", basis));
      }
      return items.length ? el("ul", "bare glance__numbers", ...items) : "";
    }
  }

  return of;
})();
