// Shows figures in the form's preview as components/figure.html does on the page; generator/figures.py has the words.
(() => {
  "use strict";
  const casekatalog = (window.casekatalog = window.casekatalog || {});
  casekatalog.figure = { of, danish, element };

  // Return what shows figures in the words of `setup`: `alone` shows one, `list` shows several.
  function of(setup) {
    return { alone, list };

    function alone(figure) {
      return element(
        "p",
        className(figure),
        element("span", "", value(figure), " ", unit(figure)),
        " ",
        element("span", "figure__what", capitalised(figure.what)),
        " ",
        element("span", "figure__period", basis(figure)),
      );
    }

    function list(figures) {
      const names = figures.map((figure) => figure.what);
      return element(
        "dl",
        "figures",
        ...figures.map((figure) => {
          const isAlone = names.indexOf(figure.what) === names.lastIndexOf(figure.what);
          const apart = isAlone ? [] : [element("span", "visually-hidden", ` (${basis(figure)})`)];
          return element(
            "div",
            className(figure),
            element("dt", "figure__what", capitalised(figure.what), ...apart),
            element("dd", "", value(figure), " ", unit(figure)),
            element("dd", "figure__period", basis(figure)),
          );
        }),
      );
    }

    function className(figure) {
      return `figure figure--${figure.kind || ""}`;
    }
    function unit(figure) {
      return element("span", "figure__unit", figure.unit || "");
    }
    function value(figure) {
      return element("span", "figure__value", amount(figure));
    }

    function amount(figure) {
      const after = exact(figure.qualifier, figure.value) + (figure.to ? `–${danish(figure.to)}` : "");
      if (!figure.before) return after;
      return casekatalog.words.fill(setup.words.CHANGE, {
        before: exact(figure.before_qualifier, figure.before),
        after,
      });
    }

    function basis(figure) {
      const isKnown = figure.period && figure.period !== setup.unstated;
      const parts = [
        isKnown ? figure.period : `periode ${setup.unstated}`,
        named("figure_kinds", figure.kind),
      ];
      if (figure.role && figure.role !== setup.result) parts.push(named("figure_roles", figure.role));
      return parts.join("\u00a0· ");
    }

    function named(vocabulary, slug) {
      const term = setup.vocabulary[vocabulary][slug];
      return term ? term.name.toLowerCase() : slug || "";
    }
  }

  function exact(qualifier, value) {
    return (qualifier ? `${qualifier} ` : "") + danish(value);
  }

  // Return a number as Danes write it, with at least so many decimals.
  function danish(raw, decimals) {
    const value = Number(raw);
    if (raw === undefined || raw === "" || !isFinite(value)) return raw || "";
    const parts = String(Math.abs(value)).split(".");
    const whole = parts[0].replace(/\B(?=(\d{3})+$)/g, ".");
    const part = (parts[1] || "").padEnd(decimals || 0, "0");
    return (value < 0 ? "\u2212" : "") + whole + (part ? `,${part}` : "");
  }

  function capitalised(text) {
    return (text || "").slice(0, 1).toUpperCase() + (text || "").slice(1);
  }

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }
})();
