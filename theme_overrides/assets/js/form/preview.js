// Shows a case as readers will see it: the same elements and classes as components/block.html, which a test compares.
casekatalog.preview = (() => {
  "use strict";
  const { el } = casekatalog.dom;

  function render(data, setup) {
    const markdown = casekatalog.markdown;
    const figures = casekatalog.figure.of(setup);
    const unstated = setup.unstated;
    const made = el("article", "preview__case md-typeset");
    const given = (value) => casekatalog.view.isGiven(value, setup);

    const head = el("header", "case-head");
    if (data.short) head.append(el("p", "case-head__kind", "Kort case"));
    head.append(el("h3", "preview__title", data.title || "Titel"), el("p", "lead", data.summary || ""));
    const shown = casekatalog.view.of(data, setup);
    made.append(head, glance(), facts(shown.facts), ...shown.sections.map(section));
    made.append(
      ...shown.asides.map(({ name, text }) =>
        el("details", "fold fold--small aside", el("summary", "", name), el("p", "", text)),
      ),
    );
    return made;

    function glance() {
      const box = el("dl", "glance__list");
      part("gain", "Gevinst", gain());
      part("money", "Finansiering", money());
      part("drivers", "Det drev", factors("drivers", "driver").concat(all(data.drivers, "drivkræfter")));
      part("barriers", "Det stod i vejen", factors("barriers", "barrier").concat(met()));
      if (given(data.caveats)) {
        part("caveats", "Forbehold", [
          data.caveats.length === 1
            ? "Der er ét forbehold at kende, før du bruger casen"
            : `Der er ${data.caveats.length} forbehold at kende, før du bruger casen`,
        ]);
      }
      return el("section", "glance", heading("Kort fortalt"), box);

      function part(name, title, content) {
        const detail = el("dd", "");
        detail.append.apply(detail, content.length ? content : [silent(unstated)]);
        box.append(el("div", `glance__part glance__part--${name}`, el("dt", "", title), detail));
      }

      function gain() {
        if (!given(data.gains)) return [];
        const ranks = Object.keys(setup.vocabulary.evidence);
        const best = data.gains.reduce((best, other) =>
          ranks.indexOf(other.evidence) < ranks.indexOf(best.evidence) ? other : best,
        );
        const mark = el("p", "glance__mark", termName("gain_types", best.type), " ", badge(best.evidence));
        const result = (best.figures || []).find((one) => one.role === setup.result);
        const told = result ? figures.alone(result) : el("p", "", plain(best.text));
        return [mark, told].concat(all(data.gains, "gevinster"));
      }

      function money() {
        const found = data.financing,
          content = [];
        if (!given(found)) return content;
        if (given(found.model))
          content.push(el("p", "glance__mark", termName("financing_models", found.model)));
        if (given(found.amounts)) content.push(figures.alone(found.amounts[0]));
        else if (given(found.text)) content.push(el("p", "", shortened(plain(found.text))));
        return content.concat(all(found.amounts, "beløb"));
      }

      function factors(key, side) {
        if (!given(data[key])) return [];
        const slugs = Array.from(new Set(data[key].map((found) => found.factor)));
        return [plainList(slugs.slice(0, 3).map((slug) => termName("factors", slug, side)))];
      }

      function all(items, name) {
        return given(items) && items.length > 1
          ? [el("p", "glance__more", `Se alle ${items.length} ${name}`)]
          : [];
      }

      function met() {
        if (!given(data.barriers)) return [];
        const count = data.barriers.length;
        const remedies = data.barriers.filter((barrier) => given(barrier.remedy)).length;
        return [
          el(
            "p",
            "glance__more",
            count +
              (count === 1 ? " barriere" : " barrierer") +
              (remedies ? `, ${remedies} med modtræk` : ""),
          ),
        ];
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
    function plain(text) {
      return markdown.plain(text || "");
    }
    function heading(text) {
      return el("h4", "preview__heading", text);
    }
    function silent(text) {
      return el("span", "unstated", text);
    }
  }

  /* As Jinja's `truncate` does it. */
  function shortened(text) {
    return text.length <= 165 ? text : `${text.slice(0, 158).replace(/ [^ ]*$/, "")} …`;
  }

  // The HTML comes from the catalogue's own Markdown, which lets no raw HTML through.
  function markup(tag, html) {
    const made = el(tag);
    made.innerHTML = html;
    return made;
  }

  return { render };
})();
