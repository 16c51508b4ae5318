// Shows a case as readers will see it: the same elements and classes as pages/case.html, which a test compares.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var element = casekatalog.figure.element;
  casekatalog.preview = { render: render };

  function render(data, setup) {
    var markdown = casekatalog.markdown;
    var figures = casekatalog.figure.of(setup);
    var unstated = setup.unstated;
    var facetOf = Object.fromEntries(Object.entries(setup.facets).map(function (entry) { return [entry[1].vocabulary, entry[0]]; }));
    var field = setup.schema.properties;
    var made = element("article", "preview__case md-typeset");
    var given = function (value) { return value && value !== unstated && !(Array.isArray(value) && !value.length); };

    var head = element("header", "case-head");
    if (data.short) head.append(element("p", "case-head__kind", "Kort case"));
    head.append(element("h3", "preview__title", data.title || "Titel"), element("p", "lead", data.summary || ""));
    made.append(head, glance(), facts(), section("Formål", data.purpose), section("Organisering", data.organisation));
    made.append(financing(), incentive(), gains());
    (data.series || []).forEach(function (table) { made.append(casekatalog.series(table, unstated)); });
    made.append(points("Drivkræfter", "drivers", "driver"), points("Barrierer", "barriers", "barrier"));
    if (given(data.advice)) made.append(heading("Gode råd"), list("ol", "bare advice", data.advice));
    if (given(data.derived_advice)) {
      var derived = list("ol", "bare advice", data.derived_advice);
      derived.start = (data.advice || []).length + 1;
      made.append(heading(field.derived_advice.title), element("p", "note", field.derived_advice.description), derived);
    }
    if (given(data.caveats)) {
      var caveats = element("section", "caveats");
      caveats.append(heading("Forbehold"), list("ul", "", data.caveats));
      made.append(caveats);
    }
    made.append(sources());
    return made;

    function glance() {
      var box = element("dl", "glance__list");
      part("gain", "Gevinst", gain());
      part("money", "Finansiering", money());
      part("drivers", "Det drev", factors("drivers", "driver").concat(all(data.drivers, "drivkræfter")));
      part("barriers", "Det stod i vejen", factors("barriers", "barrier").concat(met()));
      if (given(data.caveats)) {
        part("caveats", "Forbehold", [data.caveats.length === 1
          ? "Der er ét forbehold at kende, før du bruger casen"
          : "Der er " + data.caveats.length + " forbehold at kende, før du bruger casen"]);
      }
      return element("section", "glance", heading("Kort fortalt"), box);

      function part(name, title, content) {
        var detail = element("dd", "");
        detail.append.apply(detail, content.length ? content : [silent(unstated)]);
        box.append(element("div", "glance__part glance__part--" + name, element("dt", "", title), detail));
      }

      function gain() {
        if (!given(data.gains)) return [];
        var ranks = Object.keys(setup.vocabulary.evidence);
        var best = data.gains.reduce(function (best, other) {
          return ranks.indexOf(other.evidence) < ranks.indexOf(best.evidence) ? other : best;
        });
        var mark = element("p", "glance__mark", termName("gain_types", best.type), " ", badge(best.evidence));
        var result = (best.figures || []).find(function (one) { return one.role === setup.result; });
        var told = result ? figures.alone(result) : element("p", "", plain(best.text));
        return [mark, told].concat(all(data.gains, "gevinster"));
      }

      function money() {
        var found = data.financing, content = [];
        if (!given(found)) return content;
        if (given(found.model)) content.push(element("p", "glance__mark", termName("financing_models", found.model)));
        if (given(found.amounts)) content.push(figures.alone(found.amounts[0]));
        else if (given(found.text)) content.push(element("p", "", shortened(plain(found.text))));
        return content.concat(all(found.amounts, "beløb"));
      }

      function factors(key, side) {
        if (!given(data[key])) return [];
        var slugs = Array.from(new Set(data[key].map(function (found) { return found.factor; })));
        return [plainList(slugs.slice(0, 3).map(function (slug) { return termName("factors", slug, side); }))];
      }

      function all(items, name) {
        return given(items) && items.length > 1 ? [element("p", "glance__more", "Se alle " + items.length + " " + name)] : [];
      }

      function met() {
        if (!given(data.barriers)) return [];
        var count = data.barriers.length;
        var remedies = data.barriers.filter(function (barrier) { return given(barrier.remedy); }).length;
        return [element("p", "glance__more", count + (count === 1 ? " barriere" : " barrierer") + (remedies ? ", " + remedies + " med modtræk" : ""))];
      }
    }

    function facts() {
      var box = element("dl", "facts__list");
      var municipalities = data.municipalities || [];
      if (municipalities.length) fact(box, municipalities.length === 1 ? setup.facets.municipality.name : setup.facets.municipality.plural, tags("municipalities", municipalities));
      var regions = Array.from(new Set((data.regions || []).concat(municipalities.map(function (slug) {
        var term = setup.vocabulary.municipalities[slug];
        return term && term.region;
      }).filter(Boolean))));
      if (regions.length) fact(box, "Region", tags("regions", regions));
      if (given(data.partners)) fact(box, "Andre parter", plainList(data.partners));
      if (given(data.units)) fact(box, field.units.title, plainList(data.units));
      fact(box, (data.themes || []).length === 1 ? "Tema" : "Temaer", tags("themes", data.themes || []));
      fact(box, "Samarbejdsform", tags("forms", data.form ? [data.form] : []));
      if (given(data.level)) fact(box, setup.facets.level.name, tags("levels", data.level));
      fact(box, "Status", tags("statuses", given(data.status) ? [data.status] : []));
      fact(box, "Periode", years());
      if (given(data.target_group)) fact(box, "Målgruppe", markup("span", markdown.renderInline(data.target_group)));
      var section = element("section", "facts");
      section.append(heading("Fakta"), box);
      return section;
    }

    function years() {
      var period = data.period;
      if (!given(period)) return silent(unstated);
      var from = period.start;
      var to = period.end;
      var text = from && to ? (from === to ? from : from + "–" + to) : from ? "fra " + from : to ? "til " + to : "";
      var box = element("span", "", text);
      if (period.note) box.append(" ", element("span", "note", "(" + period.note + ")"));
      return box;
    }

    function section(title, text) {
      var part = document.createDocumentFragment();
      part.append(heading(title), given(text) ? markup("div", markdown.render(text)) : unspoken());
      return part;
    }

    function financing() {
      var part = document.createDocumentFragment();
      part.append(heading("Finansiering"));
      var found = data.financing;
      if (!given(found)) part.append(unspoken());
      else {
        if (given(found.model)) part.append(element("p", "model", "Model: ", tag("financing_models", found.model)));
        if (given(found.text)) part.append(markup("div", markdown.render(found.text)));
        if (given(found.amounts)) part.append(figures.list(found.amounts));
      }
      return part;
    }

    function incentive() {
      var part = document.createDocumentFragment();
      var found = data.incentive;
      if (!given(found)) return part;
      part.append(heading(field.incentive.title));
      if (found.split) part.append(element("p", "model", tag("incentives", found.split)));
      part.append(markup("div", markdown.render(found.text || "")));
      return part;
    }

    function gains() {
      var part = document.createDocumentFragment();
      part.append(heading("Gevinster"));
      if (!given(data.gains)) return part.append(unspoken()), part;
      var box = element("ul", "bare points points--gains");
      data.gains.forEach(function (gain) {
        var head = element("p", "point__head");
        if (gain.type) head.append(tag("gain_types", gain.type), " ");
        if (gain.evidence) head.append(badge(gain.evidence));
        var point = element("li", "point", head, markup("div", markdown.render(gain.text || "")));
        if (given(gain.figures)) point.append(figures.list(gain.figures));
        if (given(gain.after)) point.append(element("p", "note", setup.schema.$defs.Gain.properties.after.title + ": " + gain.after));
        box.append(point);
      });
      part.append(box);
      return part;
    }

    function points(title, key, side) {
      var part = document.createDocumentFragment();
      part.append(heading(title));
      if (!given(data[key])) return part.append(unspoken()), part;
      var box = element("ul", "bare points points--" + key);
      data[key].forEach(function (found) {
        var head = element("p", "point__head");
        if (found.factor) head.append(tag("factors", found.factor, side));
        var point = element("li", "point", head, markup("div", markdown.render(found.text || "")));
        if (given(found.remedy)) {
          var remedy = element("div", "remedy", element("p", "remedy__label", "Sådan blev det mødt"));
          remedy.append(markup("div", markdown.render(found.remedy)));
          point.append(remedy);
        }
        box.append(point);
      });
      part.append(box);
      return part;
    }

    function badge(evidence) {
      var dots = element("span", "badge__dots");
      dots.setAttribute("aria-hidden", "true");
      return element("span", "badge badge--" + evidence, dots, termName("evidence", evidence));
    }

    function sources() {
      var part = document.createDocumentFragment();
      var box = element("dl", "sources");
      (Array.isArray(data.sources) ? data.sources : []).forEach(function (found) {
        var told = casekatalog.source.told(found, unstated);
        if (!told.name) return;
        var name = found.source ? tag("sources", found.source) : told.name;
        box.append(element("div", "", element("dt", "", name), element("dd", "", told.place, found.url ? " " + found.url : "")));
      });
      var contact = data.contact;
      if (contact) fact(box, "Kontakt", element("span", "", [contact.role, contact.organisation, contact.mailbox].filter(Boolean).join(", ")));
      fact(box, "Senest bekræftet", confirmation());
      part.append(heading("Kilder og kontakt"), box);
      return part;
    }

    function confirmation() {
      var found = data.confirmed;
      if (!given(found)) return "Teksten bygger alene på kilden og er ikke bekræftet af parterne.";
      var day = casekatalog.yaml.isDate(found.date || "") ? found.date.split("-").map(Number) : null;
      return (day ? day[2] + ". " + setup.months[day[1] - 1] + " " + day[0] : found.date || "") + " af " + (found.by || "");
    }

    function fact(box, name, value) {
      box.append(element("div", "", element("dt", "", name), element("dd", "", value)));
    }

    function tags(vocabulary, slugs) {
      if (!slugs.length) return silent(unstated);
      var box = element("ul", "bare tags");
      slugs.forEach(function (slug) { box.append(element("li", "", tag(vocabulary, slug))); });
      return box;
    }

    function tag(vocabulary, slug, side) {
      return element("span", "tag tag--" + (side || facetOf[vocabulary]), termName(vocabulary, slug, side));
    }

    function termName(vocabulary, slug, side) {
      var term = setup.vocabulary[vocabulary][slug];
      return term ? (side && term[side]) || term.name : slug || "";
    }

    function list(kind, className, texts) {
      var box = element(kind, className);
      texts.forEach(function (text) { box.append(markup("li", markdown.renderInline(text))); });
      return box;
    }

    function plainList(words) {
      var box = element("ul", "bare");
      words.forEach(function (word) { box.append(element("li", "", word)); });
      return box;
    }

    function plain(text) { return markdown.plain(text || ""); }
    function heading(text) { return element("h4", "preview__heading", text); }
    function silent(text) { return element("span", "unstated", text); }
    function unspoken() { return element("p", "unstated", "Kilden fortæller ikke noget om det."); }
  }

  /* As Jinja's `truncate` does it. */
  function shortened(text) {
    return text.length <= 165 ? text : text.slice(0, 158).replace(/ [^ ]*$/, "") + " …";
  }

  // The HTML comes from the catalogue's own Markdown, which lets no raw HTML through.
  function markup(tag, html) {
    var made = document.createElement(tag);
    made.innerHTML = html;
    return made;
  }
})();
