// The Markdown of a case: as HTML, as plain words, and what is wrong with it. Free of the DOM; as in generator/prose.py.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});

  var LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
  var ORDINAL = /^\s*#+ +[0-9]/;
  var LONG_LINE = 60;
  var LIST_MARKS = [
    /^[-*+•·▪] /, /^[–—−] /, /^[0-9]+[.)] /, /^[a-zæøå][.)] /, /^\([0-9a-z]+\) /,
    /^> ?/, /^\|/, /^[✓✔☑→»] ?/, /^-(?=[\p{L}\p{N}_])/u,
  ];

  casekatalog.markdown = { render: render, renderInline: renderInline, plain: plain, faults: faults, runTogether: runTogether };

  var parsers = null;

  function parsersReady() {
    if (!parsers) {
      parsers = {
        everything: casekatalog.dialect.parser(function () { return true; }),
        dialect: casekatalog.dialect.parser(function (url) { return LINK.test(url); }).disable(["heading", "lheading", "image"]),
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

  // The words without their markup, a line for each block; a list keeps its numbers.
  function plain(text) {
    var number = "";
    return parsersReady().dialect.parse(text, {}).reduce(function (lines, token) {
      if (token.type === "list_item_open") number = token.info ? token.info + token.markup + " " : "";
      if (token.type !== "inline") return lines;
      lines.push(number + words(token).replace(/[ \t\n]+/g, " ").trim());
      number = "";
      return lines;
    }, []).join("\n");
  }

  function words(token) {
    if (token.type === "softbreak") return " ";
    return token.children && token.children.length ? token.children.map(words).join("") : token.content;
  }

  // The codes of what a text holds that the dialect has not.
  function faults(text) {
    var lines = text.split("\n");
    return parsersReady().everything.parse(text, {}).flatMap(function (token) {
      if (token.type === "heading_open") return ORDINAL.test(lines[token.map[0]]) ? [] : ["heading"];
      if (token.type !== "inline" || !token.map) return [];
      var images = token.children.filter(function (child) { return child.type === "image"; }).map(function () { return "image"; });
      var written = lines.slice(token.map[0], token.map[1]);
      var merged = runTogether(written);
      if (merged === null) return images;
      return [written[merged].trim().startsWith("- ") ? "indented_list" : "run_together"].concat(images);
    });
  }

  // The first of a paragraph's lines that was meant to stand by itself, or null; as in generator/text.py.
  function runTogether(lines) {
    var stripped = lines.map(function (line) { return line.trim(); });
    for (var kind = 0; kind < LIST_MARKS.length; kind++) {
      var marked = stripped.map(function (_, index) { return index; }).filter(function (index) { return LIST_MARKS[kind].test(stripped[index]); });
      var ended = marked.filter(function (index) { return index && hasEnded(stripped[index - 1]); });
      if (ended.length && (marked.length > 1 || kind === 0)) return ended[0];
    }
    return null;
  }

  function hasEnded(line) {
    return Array.from(line).length < LONG_LINE || /[.:!?;]$/.test(line);
  }
})(typeof globalThis === "undefined" ? window : globalThis);
