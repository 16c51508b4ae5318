/** The Markdown of a case: as HTML, as plain words, and what is wrong with it. Free of the DOM; as in generator/prose.py. */
casekatalog.markdown = (() => {
  "use strict";
  const { wording } = casekatalog;

  const LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
  const ORDINAL = /^\s*#+ +[0-9]/;
  const LONG_LINE = 60;
  const LIST_MARKS = [
    /^[-*+•·▪] /,
    /^[–—−] /,
    /^[0-9]+[.)] /,
    /^[a-zæøå][.)] /,
    /^\([0-9a-z]+\) /,
    /^> ?/,
    /^\|/,
    /^[✓✔☑→»] ?/,
    /^-(?=[\p{L}\p{N}_])/u,
  ];

  /** @type {Promise<void> | null} */
  let loading = null;
  /** @type {Record<"everything" | "dialect", MarkdownParser> | null} */
  let parsers = null;

  /**
   * Promise that texts can be read: the parser at `address` is as large as all the rest of the form, and an empty form
   * does without. One that did not come is asked for again the next time.
   * @param {string} address
   */
  function ready(address) {
    loading ??= casekatalog.store.script(address).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  function parsersReady() {
    if (!parsers) {
      parsers = {
        everything: casekatalog.dialect.parser(() => true),
        dialect: casekatalog.dialect
          .parser((url) => LINK.test(url))
          .disable(["heading", "lheading", "image"]),
      };
      parsers.dialect.renderer.rules.table_open = () =>
        `<div class="table-wrap" tabindex="0" role="group" aria-label="${wording.table_frame.unnamed}"><table class="data">\n`;
      parsers.dialect.renderer.rules.table_close = () => "</table></div>\n";
    }
    return parsers;
  }

  /**
   * Safe HTML: the parser shows raw HTML as text, and links lead to web addresses and mailboxes alone.
   * @param {string} text
   * @returns {string}
   */
  function render(text) {
    return text && parsersReady().dialect.render(text);
  }

  /**
   * @param {string} text
   * @returns {string}
   */
  function renderInline(text) {
    const html = render(text).trim();
    return html.split("<p>").length === 2 && html.startsWith("<p>") && html.endsWith("</p>")
      ? html.slice(3, -4)
      : html;
  }

  /**
   * The words without their markup, a line for each block; a list keeps its numbers.
   * @param {string} text
   * @returns {string}
   */
  function plain(text) {
    let number = "";
    if (!text) return "";
    return parsersReady()
      .dialect.parse(text, {})
      .reduce((/** @type {string[]} */ lines, token) => {
        if (token.type === "list_item_open") number = token.info ? `${token.info + token.markup} ` : "";
        if (token.type !== "inline") return lines;
        lines.push(
          number +
            words(token)
              .replace(/[ \t\n]+/g, " ")
              .trim(),
        );
        number = "";
        return lines;
      }, [])
      .join("\n");
  }

  /**
   * @param {MarkdownToken} token
   * @returns {string}
   */
  function words(token) {
    if (token.type === "softbreak") return " ";
    return token.children?.length ? token.children.map(words).join("") : token.content;
  }

  /**
   * The codes of what a text holds that the dialect has not.
   * @param {string} text
   * @returns {string[]}
   */
  function faults(text) {
    const lines = text.split("\n");
    return parsersReady()
      .everything.parse(text, {})
      .flatMap((token) => {
        if (token.type === "heading_open") return ORDINAL.test(lines[token.map?.[0] ?? 0]) ? [] : ["heading"];
        if (token.type !== "inline" || !token.map) return [];
        const images = (token.children ?? []).filter((child) => child.type === "image").map(() => "image");
        const written = lines.slice(token.map[0], token.map[1]);
        const merged = runTogether(written);
        if (merged === null) return images;
        return [written[merged].trim().startsWith("- ") ? "indented_list" : "run_together"].concat(images);
      });
  }

  /**
   * The first of a paragraph's lines that was meant to stand by itself, or null; as in generator/text.py.
   * @param {string[]} lines
   */
  function runTogether(lines) {
    const stripped = lines.map((line) => line.trim());
    for (let kind = 0; kind < LIST_MARKS.length; kind++) {
      const marked = stripped
        .map((_, index) => index)
        .filter((index) => LIST_MARKS[kind].test(stripped[index]));
      const ended = marked.filter((index) => index && hasEnded(stripped[index - 1]));
      if (ended.length && (marked.length > 1 || kind === 0)) return ended[0];
    }
    return null;
  }

  /** @param {string} line */
  function hasEnded(line) {
    return Array.from(line).length < LONG_LINE || /[.:!?;]$/.test(line);
  }

  return { ready, render, renderInline, plain, faults, runTogether };
})();
