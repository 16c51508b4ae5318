// What is sound in a case, but for a person to judge. Free of the DOM; as in generator/warnings.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});
  casekatalog.warn = warn;

  function warn(data, context) {
    sameTitle(data, context);
    noHeadline(data, context);
  }

  function sameTitle(data, context) {
    var slugify = casekatalog.words.slugify;
    var words = slugify(data.title || "");
    var cases = context.setup.cases;
    var other = words && Object.keys(cases).find(function (slug) { return slug !== context.slug && slugify(cases[slug]) === words; });
    if (other) context.warn(["title"], "same_title", { other: "cases/" + other + ".yaml" });
  }

  function noHeadline(data, context) {
    var all = (Array.isArray(data.gains) ? data.gains : []).map(function (gain) { return gain.figures || []; });
    var first = all.findIndex(function (figures) { return figures.length; });
    var isTold = all.flat().some(function (figure) { return figure.role === context.setup.result; });
    if (first >= 0 && !isTold) context.warn(["gains", first, "figures"], "no_headline");
  }
})(typeof globalThis === "undefined" ? window : globalThis);
