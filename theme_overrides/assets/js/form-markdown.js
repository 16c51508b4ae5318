// The dialect of Markdown that a case is written in: as HTML, and what is wrong with it. Free of the DOM; as in generator/prose.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});

  var LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
  var MARKUP = /[\\`*_[\]<>&~|\n]|^\s*([-+#=]|[0-9]+[.)]|\t| {4})/;

  casekatalog.markdown = { render: render, renderInline: renderInline, faults: faults };

  function parser(accepts) {
    var made = root.markdownit("commonmark", { html: false }).enable("table");
    made.validateLink = accepts;
    return made;
  }

  var parsers = null;

  function parsersReady() {
    if (!parsers) {
      parsers = {
        everything: parser(function () { return true; }),
        dialect: parser(function (url) { return LINK.test(url); }).disable([
          "heading", "lheading", "image", "html_block", "html_inline", "reference",
        ]),
      };
      parsers.dialect.renderer.rules.table_open = function () {
        return '<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel"><table class="data">\n';
      };
      parsers.dialect.renderer.rules.table_close = function () { return "</table></div>\n"; };
    }
    return parsers;
  }

  // Safe HTML: the parser shows raw HTML as text, and links lead to web addresses and mailboxes alone.
  function render(text) {
    return parsersReady().dialect.render(text);
  }

  function renderInline(text) {
    var html = render(text).trim();
    return html.split("<p>").length === 2 && html.startsWith("<p>") && html.endsWith("</p>") ? html.slice(3, -4) : html;
  }

  // The codes of what a text holds that the dialect has not.
  function faults(text) {
    if (!MARKUP.test(text)) return [];
    return parsersReady().everything.parse(text, {}).flatMap(function (token) {
      var images = (token.children || []).filter(function (child) { return child.type === "image"; });
      return (token.type === "heading_open" ? ["heading"] : []).concat(images.map(function () { return "image"; }));
    });
  }
})(typeof globalThis === "undefined" ? window : globalThis);
