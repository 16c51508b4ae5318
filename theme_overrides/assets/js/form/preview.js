// Shows a case as readers will see it: the same elements and classes as components/block.html
// and glance.html, which a test compares.
casekatalog.preview = (() => {
  "use strict";
  const { el } = casekatalog.dom;

  function render(data, setup) {
    const markdown = casekatalog.markdown;
    const figures = casekatalog.figure.of(setup);
    const unstated = setup.unstated;
    const made = el("article", "preview__case md-typeset");

    const head = el("header", "case-head");
    if (data.short) head.append(el("p", "case-head__kind", "Kort case"));
    head.append(el("h3", "preview__title", data.title || "Titel"), el("p", "lead", data.summary || ""));
    const shown = casekatalog.view.of(data, setup);
    made.append(
      head,
      glance(casekatalog.glance.of(data, setup)),
      facts(shown.facts),
      ...shown.sections.map(section),
    );
    made.append(
      ...shown.asides.map(({ name, text }) =>
        el("details", "fold fold--small aside", el("summary", "", name), el("p", "", text)),
      ),
    );
    return made;

    function glance(parts) {
      const box = el("dl", "glance__list");
      parts.forEach((part) => {
        const detail = part.blocks.length ? part.blocks.map(inShort) : [silent(unstated)];
        const name = `glance__part glance__part--${part.key}`;
        box.append(el("div", name, el("dt", "", part.title), el("dd", "", ...detail)));
      });
      return el("section", "glance", heading(setup.reading.glance.title), box);
    }

    // One of the blocks of the glance, as in components/glance.html.
    function inShort(found) {
      switch (found.kind) {
        case "trait":
          return el(
            "p",
            "glance__trait",
            found.name,
            ...(found.evidence ? [" ", badge(found.evidence)] : []),
          );
        case "headline":
          return figures.alone(found.figure);
        case "words":
          return plainList(found.items);
        default:
          return el("p", found.kind === "rest" ? "glance__rest" : "", found.text);
      }
    }

    function facts(shown) {
      const box = el("dl", "facts__list");
      shown.forEach((part) => {
        const value = part.blocks.length ? fact(part.blocks[0]) : silent(unstated);
        box.append(el("div", "", el("dt", "", part.title), el("dd", "", value)));
      });
      return el("section", "facts", heading("Fakta"), box);
    }

    function fact(block) {
      if (block.kind === "tags") {
        const items = block.slugs.map((slug) => el("li", "", tag(block.facet, slug)));
        return el("ul", "bare tags", ...items);
      }
      if (block.kind === "words") return plainList(block.items);
      if (block.kind === "prose") return markup("span", markdown.renderInline(block.text));
      const box = el("span", "", block.text);
      if (block.note) box.append(" ", el("span", "note", `(${block.note})`));
      return box;
    }

    function section(shown) {
      const { tone, is_untitled: isUntitled } = shown.section;
      const part = tone ? el("section", tone) : document.createDocumentFragment();
      if (!isUntitled) part.append(heading(shown.title));
      if (shown.help) part.append(el("p", "note", shown.help));
      const blocks = shown.blocks.map((each) => block(each, shown.key));
      part.append(...(blocks.length ? blocks : [el("p", "unstated", setup.reading.silent)]));
      return part;
    }

    // One of a section's blocks; `key` is the field that has it.
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
        case "box":
          return el(
            "div",
            "remedy",
            el("p", "remedy__label", found.name),
            markup("div", markdown.render(found.text)),
          );
        case "table":
          return casekatalog.series(found.table, unstated);
        case "items":
          return items(found);
        case "points":
          return el("ul", `bare points points--${key}`, ...found.points.map((each) => point(each, key)));
        case "rows":
          return el("dl", "sources", ...found.rows.map(row));
        default:
          return el("ul", "", ...found.items.map((item) => el("li", "", item)));
      }
    }

    function items(found) {
      const box = el(found.isNumbered ? "ol" : "ul", found.isNumbered ? "bare advice" : "");
      if (found.isNumbered) box.start = found.start;
      box.append(...found.items.map((text) => markup("li", markdown.renderInline(text))));
      return box;
    }

    function point(found, key) {
      const head = el("p", "point__head");
      found.head.forEach((tags) => {
        head.append(...tagLine(tags), " ");
      });
      return el("li", "point", head, ...found.body.map((each) => block(each, key)));
    }

    function row(found) {
      const name = found.shared ? tag(setup.facets.source, found.shared, "source") : found.name;
      const ways = [found.url && ` ${found.url}`, found.mailbox && `, ${found.mailbox}`].filter(Boolean);
      return el("div", "", el("dt", "", name), el("dd", "", found.text, ...ways));
    }

    function tagLine(found) {
      return found.slugs.flatMap((slug, index) => [index ? " " : "", tag(found.facet, slug)]);
    }

    function tag(facet, slug, key) {
      if (facet.isGraded) return badge(slug);
      const side = key || facet.key;
      return el("span", `tag tag--${side}`, termName(facet.vocabulary, slug, side));
    }

    function badge(evidence) {
      const dots = el("span", "badge__dots");
      dots.setAttribute("aria-hidden", "true");
      return el("span", `badge badge--${evidence}`, dots, termName("evidence", evidence));
    }

    function termName(vocabulary, slug, side) {
      const term = setup.vocabulary[vocabulary][slug];
      return term ? (side && term[side]) || term.name : slug || "";
    }

    function plainList(words) {
      return el("ul", "bare", ...words.map((word) => el("li", "", word)));
    }
    function heading(text) {
      return el("h4", "preview__heading", text);
    }
    function silent(text) {
      return el("span", "unstated", text);
    }
  }

  // The HTML comes from the catalogue's own Markdown, which lets no raw HTML through.
  function markup(tag, html) {
    const made = el(tag);
    made.innerHTML = html;
    return made;
  }

  return { render };
})();
