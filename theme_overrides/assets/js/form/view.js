// A case as readers meet it, from what is typed: the same kinds of blocks in the same order as in generator/view.py.
// What there is to show follows from the schema. Free of the DOM.
casekatalog.view = (() => {
  "use strict";
  const { resolve, takesUnstated } = casekatalog.schemas;
  const { isDate } = casekatalog.scalars;

  // Return {facts, sections, silent, beside, asides}; each fact and section is {key, title, help, section, blocks}; `silent`
  // names what the source does not tell; beside is who answers for it, as {name, text, mailbox, url}; an aside is {name, text}.
  function of(data, setup) {
    const facetOf = new Map(
      Object.entries(setup.facets).map(([key, facet]) => [facet.field, { key, ...facet }]),
    );
    const facts = [];
    const sections = [];
    const silent = [];
    Object.entries(setup.schema.properties).forEach(([name, schema]) => {
      const section = schema["x-section"];
      if (!section && !schema["x-fact"]) return;
      const blocks = fieldBlocks(name, schema, section);
      if (!blocks.length) {
        if (setup.schema.required.includes(name)) silent.push(title(name, schema, blocks));
        return;
      }
      const help = section?.has_help ? schema.description : "";
      (section ? sections : facts).push({
        key: name,
        title: title(name, schema, blocks),
        help,
        section,
        blocks,
      });
    });
    const asides = Object.entries(setup.schema.properties)
      .filter(([name, schema]) => schema["x-aside"] && isGiven(data[name], setup))
      .map(([name, schema]) => ({ name: schema.title, text: data[name].join("\u00a0· ") }));
    return { facts, sections, silent, beside: answering(), asides };

    function title(path, schema, blocks) {
      const facet = facetOf.get(path);
      if (facet && blocks.length) return blocks[0].slugs.length === 1 ? facet.name : facet.plural;
      if (facet) return facet.plural;
      return setup.reading.headings[path] || schema.title;
    }

    function fieldBlocks(name, schema, section) {
      if (name === "sources") return [{ kind: "rows", rows: rows() }];
      const value = data[name];
      if (section && isGiven(value, setup) && Array.isArray(value) && isMarkdown(schema)) {
        const before = section.continues ? (data[section.continues] || []).length : 0;
        return [{ kind: "items", items: value, isNumbered: Boolean(section.items), start: before + 1 }];
      }
      return valueBlocks(name, schema, value);
    }

    // What a value shows, by its schema.
    function valueBlocks(path, schema, value) {
      const facet = facetOf.get(path);
      if (facet) {
        const slugs = distinct(isGiven(value, setup) ? [].concat(value) : []).concat(through(facet));
        return slugs.length ? [{ kind: "tags", facet, slugs: distinct(slugs) }] : [];
      }
      if (!isGiven(value, setup)) return [];
      if (path === "period") return [years(value)];
      if (isMarkdown(schema)) return [{ kind: "prose", text: value }];
      const list = resolve(schema, "items", setup);
      const inner = resolve(list ? list.items : schema, "properties", setup);
      if (!inner) return [{ kind: "words", items: [].concat(value) }];
      if (inner["x-one-line"]) return [{ kind: "figures", figures: value }];
      if (inner.properties.rows) return value.map((table) => ({ kind: "table", table }));
      if (!list) return partBlocks(path, inner, value);
      return points(
        value.map((part) => point([...partBlocks(path, inner, part), ...gaps(path, inner, part)])),
      );
    }

    // The parts of a list; those that have the weakest grade stand by themselves, after the others.
    function points(all) {
      const groups = [all.filter((each) => !isMinor(each)), all.filter(isMinor)];
      return groups.flatMap((points, isMinor) =>
        points.length ? [{ kind: "points", points, isMinor: Boolean(isMinor) }] : [],
      );
    }

    function isMinor(found) {
      return found.head.some(
        ({ facet, slugs }) =>
          facet.isGraded && slugs.at(-1) === Object.keys(setup.vocabulary[facet.vocabulary]).at(-1),
      );
    }

    // The texts that a source can be silent about, where it is.
    function gaps(path, schema, part) {
      return Object.entries(schema.properties)
        .filter(([name, inner]) => takesUnstated(inner, setup) && !isGiven(part[name], setup))
        .map(([name, inner]) => ({
          kind: "gap",
          name: setup.reading.headings[`${path}.${name}`] || inner.title,
          text: setup.reading.unmet,
        }));
    }

    // What a group shows: a text after the first stands in a box, a line has its name.
    function partBlocks(path, schema, part) {
      let hasText = false;
      return Object.entries(schema.properties).flatMap(([name, inner]) => {
        const here = `${path}.${name}`;
        return valueBlocks(here, inner, part[name]).map((block) => {
          const named = setup.reading.headings[here] || inner.title;
          if (block.kind === "words") return { kind: "note", name: named, text: block.items.join(", ") };
          if (block.kind === "prose" && hasText) return { kind: "box", name: named, text: block.text };
          hasText = hasText || block.kind === "prose";
          return block;
        });
      });
    }

    // The values that a case has by those of another facet, as a municipality has a region.
    function through(facet) {
      const [other, attribute] = facet.through;
      if (!other) return [];
      const source = setup.facets[other];
      const terms = []
        .concat(data[source.field] || [])
        .map((slug) => setup.vocabulary[source.vocabulary][slug]);
      return terms.map((term) => term?.[attribute]).filter(Boolean);
    }

    function years(period) {
      const [from, to] = [period.start, period.end];
      const both = from === to ? from : `${from}–${to}`;
      const text = from && to ? both : from ? `fra ${from}` : to ? `til ${to}` : setup.unstated;
      return { kind: "years", text, note: period.note };
    }

    function rows() {
      const sources = (Array.isArray(data.sources) ? data.sources : []).map((found) => {
        const told = casekatalog.source.told(found, setup.unstated);
        return { shared: found.source, name: told.name, text: told.place, url: found.url };
      });
      return sources.filter((row) => row.name);
    }

    function answering() {
      const { contact, confirmed } = data;
      const asked = isGiven(contact, setup)
        ? [{ ...contact, text: [contact.role, contact.organisation].filter(Boolean).join(", ") }]
        : [];
      const told = isGiven(confirmed, setup) ? confirmation(confirmed) : setup.reading.unconfirmed;
      return [
        ...asked.map((found) => ({ ...found, name: setup.reading.headings.contact })),
        { name: setup.schema.properties.confirmed.title, text: told },
      ];
    }

    function confirmation(found) {
      const day = isDate(found.date || "") ? found.date.split("-").map(Number) : null;
      return `${day ? `${day[2]}. ${setup.months[day[1] - 1]} ${day[0]}` : found.date || ""} af ${found.by || ""}`;
    }

    function isMarkdown(schema) {
      const list = resolve(schema, "items", setup);
      return Boolean(resolve(list ? list.items : schema, "x-markdown", setup));
    }
  }

  // Whether a field tells something.
  function isGiven(value, setup) {
    return Boolean(value) && value !== setup.unstated && !(Array.isArray(value) && !value.length);
  }

  function point(blocks) {
    return {
      head: blocks.filter((block) => block.kind === "tags"),
      body: blocks.filter((block) => block.kind !== "tags"),
    };
  }

  // The sentence that tells what the source is silent about, or nothing.
  function unknown(shown, setup) {
    const names = shown.silent.map((name) => name.toLowerCase());
    const last = names.length > 1 ? ` og ${names.at(-1)}` : "";
    const listed = (last ? names.slice(0, -1) : names).join(", ") + last;
    return listed && casekatalog.words.fill(setup.reading.silent, { names: listed });
  }

  function distinct(values) {
    return Array.from(new Set(values));
  }

  return { of, isGiven, unknown };
})();
