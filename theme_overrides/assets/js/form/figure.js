/** Shows figures in the form's preview as components/figure.html does on the page; generator/figures.py has the words. */
casekatalog.figure = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;
  /** @type {Map<number, Intl.NumberFormat>} */
  const formats = new Map();

  /**
   * Return what shows figures in the words of `setup`: `list` shows several, the others are the words of one.
   * @param {FormSetup} setup
   */
  function of(setup) {
    return { list, amount, amounts, basis };

    /** @param {FigureDraft[]} figures */
    function list(figures) {
      const names = figures.map((figure) => figure.what);
      return el(
        "dl",
        "figures",
        ...figures.map((figure) => {
          const isAlone = names.indexOf(figure.what) === names.lastIndexOf(figure.what);
          const apart = isAlone ? [] : [el("span", "visually-hidden", ` (${figure.unit}, ${basis(figure)})`)];
          return el(
            "div",
            className(figure),
            el("dt", "figure__what", capitalised(figure.what), ...apart),
            el("dd", "", value(figure), " ", unit(figure)),
            el("dd", "figure__period", basis(figure)),
          );
        }),
      );
    }

    /** @param {FigureDraft} figure */
    function className(figure) {
      return setup.firm.includes(figure.kind ?? "") ? "figure" : "figure figure--unsure";
    }
    /** @param {FigureDraft} figure */
    function unit(figure) {
      return el("span", "figure__unit", figure.unit || "");
    }
    /** @param {FigureDraft} figure */
    function value(figure) {
      return el("span", "figure__value", amount(figure));
    }

    /** @param {FigureDraft} figure */
    function amount(figure) {
      const { before, after } = amounts(figure);
      return before ? casekatalog.text.fill(setup.words.change, { before, after }) : after;
    }

    /**
     * The number before, or nothing, and the number itself.
     * @param {FigureDraft} figure
     */
    function amounts(figure) {
      const after = exact(figure.qualifier, figure.value) + (figure.to ? `–${written(figure.to)}` : "");
      return { before: figure.before ? exact(figure.before_qualifier, figure.before) : "", after };
    }

    /** @param {FigureDraft} figure */
    function basis(figure) {
      const isKnown = figure.period && figure.period !== setup.unstated;
      const parts = [isKnown ? figure.period : wording.view.no_period, named("figure_kinds", figure.kind)];
      if (figure.role && figure.role !== setup.result) parts.push(named("figure_roles", figure.role));
      return parts.join("\u00a0· ");
    }

    /**
     * @param {string} vocabulary
     * @param {string} [slug]
     */
    function named(vocabulary, slug) {
      const term = setup.vocabulary[vocabulary][slug ?? ""];
      return term ? term.name.toLowerCase() : slug || "";
    }
  }

  /**
   * @param {string | undefined} qualifier
   * @param {string | undefined} value
   */
  function exact(qualifier, value) {
    return (qualifier ? `${qualifier} ` : "") + written(value);
  }

  /**
   * Return a number as the language writes it, with at least so many decimals; what is no number as it stands.
   * @param {string | undefined} raw
   * @param {number} [decimals]
   */
  function written(raw, decimals = 0) {
    const value = Number(raw);
    if (raw === undefined || raw === "" || !Number.isFinite(value)) return raw || "";
    return formatOf(decimals).format(value).replace("-", "\u2212");
  }

  /**
   * Return how many decimals a number is written with.
   * @param {string | null} raw
   */
  function decimalsOf(raw) {
    const parts = raw === null ? [] : formatOf(0).formatToParts(Number(raw));
    return parts.find((part) => part.type === "fraction")?.value.length ?? 0;
  }

  /**
   * As Babel does it in generator/text.py: at most ten decimals, and a half goes to the even digit.
   * @param {number} decimals
   */
  function formatOf(decimals) {
    const format =
      formats.get(decimals) ??
      new Intl.NumberFormat(casekatalog.text.LANGUAGE, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: 10,
        roundingMode: "halfEven",
      });
    formats.set(decimals, format);
    return format;
  }

  /** @param {string | undefined} text */
  function capitalised(text) {
    return (text || "").slice(0, 1).toUpperCase() + (text || "").slice(1);
  }

  return { of, capitalised, written, decimalsOf };
})();
