// Shows a case as readers will see it: the same elements and classes as pages/case.html, which a test compares.
(() => {
  "use strict";
  const casekatalog = (window.casekatalog = window.casekatalog || {});
  const element = casekatalog.figure.element;
  casekatalog.preview = { render };

  function render(data, setup) {
    const markdown = casekatalog.markdown;
    const figures = casekatalog.figure.of(setup);
    const unstated = setup.unstated;
    const facetOf = Object.fromEntries(
      Object.entries(setup.facets).map((entry) => [entry[1].vocabulary, entry[0]]),
    );
    const field = setup.schema.properties;
    const made = element("article", "preview__case md-typeset");
    const given = (value) => value && value !== unstated && !(Array.isArray(value) && !value.length);

    const head = element("header", "case-head");
    if (data.short) head.append(element("p", "case-head__kind", "Kort case"));
    head.append(
      element("h3", "preview__title", data.title || "Titel"),
      element("p", "lead", data.summary || ""),
    );
    made.append(
      head,
      glance(),
      facts(),
      section("Formål", data.purpose),
      section("Organisering", data.organisation),
    );
    made.append(financing(), incentive(), gains());
    (data.series || []).forEach((table) => {
      made.append(casekatalog.series(table, unstated));
    });
    made.append(points("Drivkræfter", "drivers", "driver"), points("Barrierer", "barriers", "barrier"));
    if (given(data.advice)) made.append(heading("Gode råd"), list("ol", "bare advice", data.advice));
    if (given(data.derived_advice)) {
      const derived = list("ol", "bare advice", data.derived_advice);
      derived.start = (data.advice || []).length + 1;
      made.append(
        heading(field.derived_advice.title),
        element("p", "note", field.derived_advice.description),
        derived,
      );
    }
    if (given(data.caveats)) {
      const caveats = element("section", "caveats");
      caveats.append(heading("Forbehold"), list("ul", "", data.caveats));
      made.append(caveats);
    }
    made.append(sources());
    return made;

    function glance() {
      const box = element("dl", "glance__list");
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
      return element("section", "glance", heading("Kort fortalt"), box);

      function part(name, title, content) {
        const detail = element("dd", "");
        detail.append.apply(detail, content.length ? content : [silent(unstated)]);
        box.append(element("div", `glance__part glance__part--${name}`, element("dt", "", title), detail));
      }

      function gain() {
        if (!given(data.gains)) return [];
        const ranks = Object.keys(setup.vocabulary.evidence);
        const best = data.gains.reduce((best, other) =>
          ranks.indexOf(other.evidence) < ranks.indexOf(best.evidence) ? other : best,
        );
        const mark = element(
          "p",
          "glance__mark",
          termName("gain_types", best.type),
          " ",
          badge(best.evidence),
        );
        const result = (best.figures || []).find((one) => one.role === setup.result);
        const told = result ? figures.alone(result) : element("p", "", plain(best.text));
        return [mark, told].concat(all(data.gains, "gevinster"));
      }

      function money() {
        const found = data.financing,
          content = [];
        if (!given(found)) return content;
        if (given(found.model))
          content.push(element("p", "glance__mark", termName("financing_models", found.model)));
        if (given(found.amounts)) content.push(figures.alone(found.amounts[0]));
        else if (given(found.text)) content.push(element("p", "", shortened(plain(found.text))));
        return content.concat(all(found.amounts, "beløb"));
      }

      function factors(key, side) {
        if (!given(data[key])) return [];
        const slugs = Array.from(new Set(data[key].map((found) => found.factor)));
        return [plainList(slugs.slice(0, 3).map((slug) => termName("factors", slug, side)))];
      }

      function all(items, name) {
        return given(items) && items.length > 1
          ? [element("p", "glance__more", `Se alle ${items.length} ${name}`)]
          : [];
      }

      function met() {
        if (!given(data.barriers)) return [];
        const count = data.barriers.length;
        const remedies = data.barriers.filter((barrier) => given(barrier.remedy)).length;
        return [
          element(
            "p",
            "glance__more",
            count +
              (count === 1 ? " barriere" : " barrierer") +
              (remedies ? `, ${remedies} med modtræk` : ""),
          ),
        ];
      }
    }

    function facts() {
      const box = element("dl", "facts__list");
      const municipalities = data.municipalities || [];
      if (municipalities.length)
        fact(
          box,
          municipalities.length === 1 ? setup.facets.municipality.name : setup.facets.municipality.plural,
          tags("municipalities", municipalities),
        );
      const regions = Array.from(
        new Set(
          (data.regions || []).concat(
            municipalities
              .map((slug) => {
                const term = setup.vocabulary.municipalities[slug];
                return term && term.region;
              })
              .filter(Boolean),
          ),
        ),
      );
      if (regions.length) fact(box, "Region", tags("regions", regions));
      if (given(data.partners)) fact(box, "Andre parter", plainList(data.partners));
      if (given(data.units)) fact(box, field.units.title, plainList(data.units));
      fact(box, (data.themes || []).length === 1 ? "Tema" : "Temaer", tags("themes", data.themes || []));
      fact(box, "Samarbejdsform", tags("forms", data.form ? [data.form] : []));
      if (given(data.level)) fact(box, setup.facets.level.name, tags("levels", data.level));
      fact(box, "Status", tags("statuses", given(data.status) ? [data.status] : []));
      fact(box, "Periode", years());
      if (given(data.target_group))
        fact(box, "Målgruppe", markup("span", markdown.renderInline(data.target_group)));
      const section = element("section", "facts");
      section.append(heading("Fakta"), box);
      return section;
    }

    function years() {
      const period = data.period;
      if (!given(period)) return silent(unstated);
      const from = period.start;
      const to = period.end;
      const text =
        from && to ? (from === to ? from : `${from}–${to}`) : from ? `fra ${from}` : to ? `til ${to}` : "";
      const box = element("span", "", text);
      if (period.note) box.append(" ", element("span", "note", `(${period.note})`));
      return box;
    }

    function section(title, text) {
      const part = document.createDocumentFragment();
      part.append(heading(title), given(text) ? markup("div", markdown.render(text)) : unspoken());
      return part;
    }

    function financing() {
      const part = document.createDocumentFragment();
      part.append(heading("Finansiering"));
      const found = data.financing;
      if (!given(found)) part.append(unspoken());
      else {
        if (given(found.model))
          part.append(element("p", "model", "Model: ", tag("financing_models", found.model)));
        if (given(found.text)) part.append(markup("div", markdown.render(found.text)));
        if (given(found.amounts)) part.append(figures.list(found.amounts));
      }
      return part;
    }

    function incentive() {
      const part = document.createDocumentFragment();
      const found = data.incentive;
      if (!given(found)) return part;
      part.append(heading(field.incentive.title));
      if (found.split) part.append(element("p", "model", tag("incentives", found.split)));
      part.append(markup("div", markdown.render(found.text || "")));
      return part;
    }

    function gains() {
      const part = document.createDocumentFragment();
      part.append(heading("Gevinster"));
      if (!given(data.gains)) return (part.append(unspoken()), part);
      const box = element("ul", "bare points points--gains");
      data.gains.forEach((gain) => {
        const head = element("p", "point__head");
        if (gain.type) head.append(tag("gain_types", gain.type), " ");
        if (gain.evidence) head.append(badge(gain.evidence));
        const point = element("li", "point", head, markup("div", markdown.render(gain.text || "")));
        if (given(gain.figures)) point.append(figures.list(gain.figures));
        if (given(gain.after))
          point.append(
            element("p", "note", `${setup.schema.$defs.Gain.properties.after.title}: ${gain.after}`),
          );
        box.append(point);
      });
      part.append(box);
      return part;
    }

    function points(title, key, side) {
      const part = document.createDocumentFragment();
      part.append(heading(title));
      if (!given(data[key])) return (part.append(unspoken()), part);
      const box = element("ul", `bare points points--${key}`);
      data[key].forEach((found) => {
        const head = element("p", "point__head");
        if (found.factor) head.append(tag("factors", found.factor, side));
        const point = element("li", "point", head, markup("div", markdown.render(found.text || "")));
        if (given(found.remedy)) {
          const remedy = element("div", "remedy", element("p", "remedy__label", "Sådan blev det mødt"));
          remedy.append(markup("div", markdown.render(found.remedy)));
          point.append(remedy);
        }
        box.append(point);
      });
      part.append(box);
      return part;
    }

    function badge(evidence) {
      const dots = element("span", "badge__dots");
      dots.setAttribute("aria-hidden", "true");
      return element("span", `badge badge--${evidence}`, dots, termName("evidence", evidence));
    }

    function sources() {
      const part = document.createDocumentFragment();
      const box = element("dl", "sources");
      (Array.isArray(data.sources) ? data.sources : []).forEach((found) => {
        const told = casekatalog.source.told(found, unstated);
        if (!told.name) return;
        const name = found.source ? tag("sources", found.source) : told.name;
        box.append(
          element(
            "div",
            "",
            element("dt", "", name),
            element("dd", "", told.place, found.url ? ` ${found.url}` : ""),
          ),
        );
      });
      const contact = data.contact;
      if (contact)
        fact(
          box,
          "Kontakt",
          element(
            "span",
            "",
            [contact.role, contact.organisation, contact.mailbox].filter(Boolean).join(", "),
          ),
        );
      fact(box, "Senest bekræftet", confirmation());
      part.append(heading("Kilder og kontakt"), box);
      return part;
    }

    function confirmation() {
      const found = data.confirmed;
      if (!given(found)) return "Teksten bygger alene på kilden og er ikke bekræftet af parterne.";
      const day = casekatalog.yaml.isDate(found.date || "") ? found.date.split("-").map(Number) : null;
      return `${day ? `${day[2]}. ${setup.months[day[1] - 1]} ${day[0]}` : found.date || ""} af ${found.by || ""}`;
    }

    function fact(box, name, value) {
      box.append(element("div", "", element("dt", "", name), element("dd", "", value)));
    }

    function tags(vocabulary, slugs) {
      if (!slugs.length) return silent(unstated);
      const box = element("ul", "bare tags");
      slugs.forEach((slug) => {
        box.append(element("li", "", tag(vocabulary, slug)));
      });
      return box;
    }

    function tag(vocabulary, slug, side) {
      return element("span", `tag tag--${side || facetOf[vocabulary]}`, termName(vocabulary, slug, side));
    }

    function termName(vocabulary, slug, side) {
      const term = setup.vocabulary[vocabulary][slug];
      return term ? (side && term[side]) || term.name : slug || "";
    }

    function list(kind, className, texts) {
      const box = element(kind, className);
      texts.forEach((text) => {
        box.append(markup("li", markdown.renderInline(text)));
      });
      return box;
    }

    function plainList(words) {
      const box = element("ul", "bare");
      words.forEach((word) => {
        box.append(element("li", "", word));
      });
      return box;
    }

    function plain(text) {
      return markdown.plain(text || "");
    }
    function heading(text) {
      return element("h4", "preview__heading", text);
    }
    function silent(text) {
      return element("span", "unstated", text);
    }
    function unspoken() {
      return element("p", "unstated", "Kilden fortæller ikke noget om det.");
    }
  }

  /* As Jinja's `truncate` does it. */
  function shortened(text) {
    return text.length <= 165 ? text : `${text.slice(0, 158).replace(/ [^ ]*$/, "")} …`;
  }

  // The HTML comes from the catalogue's own Markdown, which lets no raw HTML through.
  function markup(tag, html) {
    const made = document.createElement(tag);
    made.innerHTML = html;
    return made;
  }
})();
