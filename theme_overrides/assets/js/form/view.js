/**
 * A case as readers meet it, from what is typed: the same kinds of blocks in the same order as in generator/view.py.
 * What there is to show follows from the schema. Free of the DOM.
 */
/**
 * What readers meet of a value.
 * @typedef {{ kind: "tags", facet: FormFacet & { key: string }, slugs: string[] }
 *   | { kind: "words", items: string[] }
 *   | { kind: "years", text: string, note?: string }
 *   | { kind: "prose", text: string }
 *   | { kind: "items", items: string[], isNumbered: boolean, start: number }
 *   | { kind: "figures", figures: FigureDraft[] }
 *   | { kind: "note" | "gap" | "box", name: string, text: string }
 *   | { kind: "table", table: TableDraft }
 *   | { kind: "points", points: ViewPoint[], isMinor: boolean }
 *   | { kind: "rows", rows: ViewRow[] }} ViewBlock
 */
/** @typedef {{ head: Extract<ViewBlock, { kind: "tags" }>[], body: ViewBlock[] }} ViewPoint */
/** @typedef {{ shared?: string, name: string, text: string, url?: string }} ViewRow */
/** @typedef {{ key: string, title: string, help?: string, section?: FormSection, blocks: ViewBlock[] }} ViewPart */
casekatalog.view = (() => {
  "use strict";
  const { resolve, scalarKind, takesUnstated } = casekatalog.schemas;
  const { linked, plain } = casekatalog.plain;
  const { wording } = casekatalog;
  const { fill, lister } = casekatalog.text;

  /**
   * Return the parts of a case: `silent` names what the source does not tell, `beside` who answers for it.
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   */
  function of(data, setup) {
    const facetOf = new Map(
      Object.entries(setup.facets).map(([key, facet]) => [facet.field, { key, ...facet }]),
    );
    /** @type {FormGroup} */
    const values = data;
    const fields = Object.entries(setup.schema.properties);
    const parts = fields.filter(([, schema]) => schema["x-section"] || schema["x-fact"]).map(partOf);
    const told = parts.filter(({ blocks }) => blocks.length);
    const isSilent = (/** @type {ViewPart} */ part) =>
      !part.blocks.length && setup.schema.required.includes(part.key);
    const asides = fields.filter(([name, schema]) => schema["x-aside"] && isGiven(values[name], setup));
    return {
      facts: told.filter(({ section }) => !section),
      sections: told.filter(({ section }) => section),
      silent: parts.filter(isSilent).map((part) => part.title),
      beside: casekatalog.answering(data, setup),
      asides: asides.map(([name, { title }]) => ({
        name: title,
        text: textsOf(values[name]).join("\u00a0· "),
      })),
    };

    /**
     * @param {[key: string, schema: FormSchema]} field
     * @returns {ViewPart}
     */
    function partOf([key, schema]) {
      const section = schema["x-section"],
        blocks = fieldBlocks(key, schema, section),
        help = section?.has_help ? schema.description : "";
      return { key, title: title(key, schema, blocks), help, section, blocks };
    }

    /**
     * @param {string} path
     * @param {FormSchema} schema
     * @param {ViewBlock[]} blocks
     */
    function title(path, schema, blocks) {
      const facet = facetOf.get(path);
      const [tags] = blocks;
      if (facet) return tags?.kind === "tags" && tags.slugs.length === 1 ? facet.name : facet.plural;
      return setup.reading.headings[path] || schema.title;
    }

    /**
     * @param {string} name
     * @param {FormSchema} schema
     * @param {FormSection | undefined} section
     * @returns {ViewBlock[]}
     */
    function fieldBlocks(name, schema, section) {
      if (name === "sources") return [{ kind: "rows", rows: rows() }];
      const value = values[name];
      if (section && isGiven(value, setup) && Array.isArray(value) && isMarkdown(schema)) {
        const before = section.continues ? textsOf(values[section.continues]).length : 0;
        return [
          { kind: "items", items: textsOf(value), isNumbered: Boolean(section.items), start: before + 1 },
        ];
      }
      return valueBlocks(name, schema, value);
    }

    /**
     * What a value shows, by its schema.
     * @param {string} path
     * @param {FormSchema} schema
     * @param {FormValue} value
     * @returns {ViewBlock[]}
     */
    function valueBlocks(path, schema, value) {
      const facet = facetOf.get(path);
      if (facet) {
        const slugs = distinct([...textsOf(value), ...through(facet)]);
        return slugs.length ? [{ kind: "tags", facet, slugs }] : [];
      }
      if (!isGiven(value, setup)) return [];
      if (path === "period") return [years(/** @type {PeriodDraft} */ (value))];
      if (isMarkdown(schema)) return [{ kind: "prose", text: String(value) }];
      const list = resolve(schema, "items", setup);
      const inner = resolve(list ? list.items : schema, "properties", setup);
      const kind = scalarKind(schema, setup);
      if (kind["x-rule"] === "url") return [{ kind: "prose", text: linked(String(value)) }];
      if (!inner) return [{ kind: "words", items: textsOf(value).map((text) => plain(text, kind)) }];
      return groupBlocks(path, inner, [value].flat(), Boolean(list));
    }

    /**
     * What groups show, one or those of a list.
     * @param {string} path
     * @param {SchemaWith<"properties">} schema
     * @param {FormValue[]} groups
     * @param {boolean} isList
     * @returns {ViewBlock[]}
     */
    function groupBlocks(path, schema, groups, isList) {
      if (schema["x-one-line"]) return [{ kind: "figures", figures: /** @type {FigureDraft[]} */ (groups) }];
      if (schema.properties.rows)
        return groups.map((table) => ({ kind: "table", table: /** @type {TableDraft} */ (table) }));
      const parts = /** @type {FormGroup[]} */ (groups);
      if (!isList) return partBlocks(path, schema, parts[0]);
      return points(
        parts.map((part) => point([...partBlocks(path, schema, part), ...gaps(path, schema, part)])),
      );
    }

    /**
     * The texts that a field holds, none where its source tells nothing.
     * @param {FormValue} value
     */
    function textsOf(value) {
      return isGiven(value, setup) ? /** @type {string[]} */ ([value].flat()) : [];
    }

    /**
     * The parts of a list; those that have the weakest grade stand by themselves, after the others.
     * @param {ViewPoint[]} all
     * @returns {ViewBlock[]}
     */
    function points(all) {
      const [minor, others] = [all.filter(isMinor), all.filter((each) => !isMinor(each))];
      return [
        ...(others.length ? [pointsBlock(others, false)] : []),
        ...(minor.length ? [pointsBlock(minor, true)] : []),
      ];
    }

    /** @param {ViewPoint} found */
    function isMinor(found) {
      return found.head.some(
        ({ facet, slugs }) =>
          facet.isGraded && slugs.at(-1) === Object.keys(setup.vocabulary[facet.vocabulary]).at(-1),
      );
    }

    /**
     * The texts that a source can be silent about, where it is.
     * @param {string} path
     * @param {SchemaWith<"properties">} schema
     * @param {FormGroup} part
     * @returns {ViewBlock[]}
     */
    function gaps(path, schema, part) {
      return Object.entries(schema.properties)
        .filter(([name, inner]) => takesUnstated(inner, setup) && !isGiven(part[name], setup))
        .map(([name, inner]) => ({
          kind: "gap",
          name: setup.reading.headings[`${path}.${name}`] || inner.title,
          text: setup.reading.unmet,
        }));
    }

    /**
     * What a group shows: a text after the first stands in a box, a line has its name.
     * @param {string} path
     * @param {SchemaWith<"properties">} schema
     * @param {FormGroup} part
     * @returns {ViewBlock[]}
     */
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

    /**
     * The values that a case has by those of another facet, as a municipality has a region.
     * @param {FormFacet} facet
     */
    function through(facet) {
      const [other, attribute] = facet.through;
      if (!other) return [];
      const source = setup.facets[other];
      const terms = setup.vocabulary[source.vocabulary];
      return textsOf(values[source.field]).flatMap((slug) => (attribute && terms[slug]?.[attribute]) || []);
    }

    /**
     * @param {PeriodDraft} period
     * @returns {ViewBlock}
     */
    function years(period) {
      const { start: from = "", end: to = "" } = period;
      const both = from === to ? from : `${from}–${to}`;
      const since = fill(wording.place.since, { year: from }),
        until = fill(wording.place.until, { year: to });
      const text = from && to ? both : from ? since : to ? until : setup.unstated;
      return { kind: "years", text, note: period.note };
    }

    function rows() {
      const sources = (Array.isArray(data.sources) ? data.sources : []).map((found) => {
        const told = casekatalog.source.told(found, setup.unstated);
        return { shared: found.source, name: told.name, text: told.place, url: found.url };
      });
      return sources.filter((row) => row.name);
    }

    /** @param {FormSchema} schema */
    function isMarkdown(schema) {
      const list = resolve(schema, "items", setup);
      return Boolean(resolve(list ? list.items : schema, "x-markdown", setup));
    }
  }

  /**
   * Whether a field tells something.
   * @param {FormValue} value
   * @param {FormSetup} setup
   */
  function isGiven(value, setup) {
    return Boolean(value) && value !== setup.unstated && !(Array.isArray(value) && !value.length);
  }

  /**
   * @param {ViewPoint[]} points
   * @param {boolean} isMinor
   * @returns {ViewBlock}
   */
  function pointsBlock(points, isMinor) {
    return { kind: "points", points, isMinor };
  }

  /**
   * @param {ViewBlock[]} blocks
   * @returns {ViewPoint}
   */
  function point(blocks) {
    return {
      head: blocks.filter((block) => block.kind === "tags"),
      body: blocks.filter((block) => block.kind !== "tags"),
    };
  }

  /**
   * The sentence that tells what the source is silent about, or nothing.
   * @param {{ silent: string[] }} shown
   * @param {FormSetup} setup
   */
  function unknown(shown, setup) {
    const names = shown.silent.map((name) => name.toLowerCase());
    return names.length ? fill(setup.reading.silent, { names: lister("conjunction").format(names) }) : "";
  }

  /** @param {string[]} values */
  function distinct(values) {
    return Array.from(new Set(values));
  }

  return { of, isGiven, unknown };
})();
