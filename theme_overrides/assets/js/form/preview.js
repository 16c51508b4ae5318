/**
 * Shows a case as readers will see it: the same elements and classes as components/block.html
 * and glance.html, which a test compares.
 */
casekatalog.preview = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;

  /**
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   */
  function render(data, setup) {
    const markdown = casekatalog.markdown;
    const figures = casekatalog.figure.of(setup);
    const { tag, tagLine, termName } = casekatalog.shownTags(setup);
    const made = el("article", "preview__case md-typeset");

    const head = el("header", "case-head");
    head.append(
      el("h3", "preview__title", data.title || setup.schema.properties.title.title),
      el("p", "lead", data.summary || ""),
    );
    const shown = casekatalog.view.of(data, setup);
    const unknown = casekatalog.view.unknown(shown, setup);
    made.append(
      head,
      ...casekatalog.shownGlance(casekatalog.glance.of(data, setup), setup),
      answers(),
      facts(shown.facts),
      ...shown.sections.map(section),
      ...shown.beside.map(box),
      ...(unknown ? [el("p", "unknown", el("span", "", unknown))] : []),
      ...shown.asides.map(({ name, text }) =>
        el("details", "fold fold--small aside", el("summary", "", name), el("p", "", text)),
      ),
    );
    return made;

    /* As in components/answers.html. */
    function answers() {
      const box = el("dl", "answers__list");
      casekatalog.answers.of(data, setup).forEach(({ slug, degree, reason }) => {
        box.append(
          el(
            "div",
            `answer answer--${degree}`,
            el("dt", "", termName("questions", slug)),
            el("dd", "answer__degree", setup.reading.answers[degree]),
            el("dd", "answer__reason", reason),
          ),
        );
      });
      return el("section", "answers", heading(wording.answers_box.title), box);
    }

    /** @param {ViewPart[]} shown */
    function facts(shown) {
      const box = el("dl", "facts__list");
      shown.forEach((part) => {
        box.append(el("div", "", el("dt", "", part.title), el("dd", "", fact(part.blocks[0]))));
      });
      return el("section", "facts", heading(wording.form_preview.facts), box);
    }

    /** @param {ViewBlock} block */
    function fact(block) {
      if (block.kind === "tags") {
        const items = block.slugs.map((slug) => el("li", "", tag(block.facet, slug)));
        return el("ul", "bare tags", ...items);
      }
      if (block.kind === "words") return plainList(block.items);
      if (block.kind === "prose") return markup("span", markdown.renderInline(block.text));
      if (block.kind !== "years") return "";
      const box = el("span", "", block.text);
      if (block.note) box.append(" ", el("span", "note", `(${block.note})`));
      return box;
    }

    /** @param {ViewPart} shown */
    function section(shown) {
      const { tone, is_untitled: isUntitled } = shown.section ?? {};
      const part = el(isUntitled ? "div" : "section", `case-section${tone ? ` ${tone}` : ""}`);
      if (!isUntitled) part.append(heading(shown.title));
      if (shown.help) part.append(el("p", "note", shown.help));
      part.append(el("div", "case-section__blocks", ...shown.blocks.map((each) => block(each, shown.key))));
      return part;
    }

    /**
     * One of a section's blocks; `key` is the field that has it.
     * @param {ViewBlock} found
     * @param {string} key
     * @returns {HTMLElement}
     */
    function block(found, key) {
      switch (found.kind) {
        case "prose":
          return markup("div", markdown.render(found.text));
        case "tags":
          return el("p", "model", ...tagLine(found));
        case "figures":
          return figures.list(found.figures);
        case "note":
          return el("p", "note", `${found.name}: ${found.text}`);
        case "gap":
          return beside("remedy remedy--none", found.name, el("p", "", found.text));
        case "box":
          return beside("remedy", found.name, markup("div", markdown.render(found.text)));
        case "table":
          return casekatalog.series(found.table, setup.unstated);
        case "items":
          return items(found);
        case "points":
          return el(
            "ul",
            `bare points points--${key}${found.isMinor ? " points--minor" : ""}`,
            ...found.points.map((each) => point(each, key)),
          );
        case "rows":
          return el("dl", "sources", ...found.rows.map(row));
        case "words":
          return el("ul", "", ...found.items.map((item) => el("li", "", item)));
        case "years":
          return el("p", "", fact(found));
      }
    }

    /**
     * @param {string} className
     * @param {string} name
     * @param {HTMLElement} content
     */
    function beside(className, name, content) {
      return el("div", className, el("p", "remedy__label", name), content);
    }

    /** @param {Extract<ViewBlock, { kind: "items" }>} found */
    function items(found) {
      const box = el(found.isNumbered ? "ol" : "ul", found.isNumbered ? "bare advice" : "");
      if (box instanceof HTMLOListElement) box.start = found.start;
      box.append(...found.items.map((text) => markup("li", markdown.renderInline(text))));
      return box;
    }

    /**
     * @param {ViewPoint} found
     * @param {string} key
     */
    function point(found, key) {
      const head = el("p", "point__head");
      found.head.forEach((tags) => {
        head.append(...tagLine(tags), " ");
      });
      const aside = (/** @type {ViewBlock} */ part) => part.kind === "box" || part.kind === "gap";
      const told = found.body.filter((part) => !aside(part)).map((each) => block(each, key));
      const beside = found.body.filter(aside).map((each) => block(each, key));
      return el("li", "point", el("div", "point__told", head, ...told), ...beside);
    }

    /** @param {ViewRow} found */
    function row(found) {
      const name = found.shared ? tag({ key: "source", ...setup.facets.source }, found.shared) : found.name;
      return el(
        "div",
        "",
        el("dt", "", name),
        el("dd", "", found.text, ...(found.url ? [` ${found.url}`] : [])),
      );
    }

    /**
     * Who answers for the case, as in components/dates.html.
     * @param {ViewBox} found
     */
    function box(found) {
      const ways = [found.mailbox, found.url].flatMap((way) => (way ? [el("br"), way] : []));
      return el("section", "box", heading(found.name), el("p", "", found.text, ...ways));
    }

    /** @param {string[]} words */
    function plainList(words) {
      return el("ul", "bare", ...words.map((word) => el("li", "", word)));
    }
    /** @param {string} text */
    function heading(text) {
      return el("h4", "preview__heading", text);
    }
  }

  /**
   * The HTML comes from the catalogue's own Markdown, which lets no raw HTML through.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} tag
   * @param {string} html
   */
  function markup(tag, html) {
    const made = el(tag);
    made.innerHTML = html;
    return made;
  }

  return { render };
})();
