// What the form says above its fields: of drafts, and of a case that is not there.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var element = casekatalog.elements.element;
  var NEAR = 3;

  casekatalog.notice = { show: show, lost: lost, others: others, unknown: unknown, unloaded: unloaded };

  function show(which) {
    var box = document.querySelector('[data-form-notice="' + which + '"]');
    box.hidden = false;
    return box;
  }

  // The case that is to be corrected did not come over the network.
  function unloaded() {
    show("unloaded").querySelector("[data-form-retry]").addEventListener("click", function () { location.reload(); });
  }

  // Some of a draft has no place in the form; `text` is all of it.
  function lost(text) {
    show("lost").querySelector("pre").textContent = text;
  }

  // The other new cases that the browser keeps, and the way to begin one more, by its number.
  function others(drafts, another) {
    var list = document.querySelector("[data-form-drafts]");
    drafts.forEach(function (draft) {
      list.append(element("li", {}, element("a", { href: "?kladde=" + draft.number }, draft.title || "Uden titel")));
    });
    if (drafts.length) show("others");
    document.querySelectorAll("[data-form-another]").forEach(function (link) { link.href = "?kladde=" + another; });
  }

  // There is no case with the slug `wanted`; those that are called nearly the same are named.
  function unknown(wanted, setup) {
    var box = show("unknown");
    var left = Object.keys(setup.cases);
    box.querySelector("strong").textContent = wanted;
    for (var found = 0; found < NEAR; found += 1) {
      var near = casekatalog.near.nearest(wanted, left, setup);
      if (!near) break;
      left.splice(left.indexOf(near), 1);
      box.querySelector("ul").append(element("li", {}, element("a", { href: "?case=" + near }, setup.cases[near])));
    }
  }
})();
