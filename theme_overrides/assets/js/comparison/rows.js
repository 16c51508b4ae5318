/**
 * Cases side by side: what stands in which row. It makes of pages what generator/comparison.py makes of cases.
 * @typedef {CaseContent & { parts: Map<string, HTMLElement[]>, fields: Set<string> }} Column a case, with the parts of its
 *   page by name and the fields that it tells of
 */
/**
 * A row that there can be.
 * @typedef {object} WantedRow
 * @property {string} title
 * @property {string[]} parts the parts of a page that stand in it
 * @property {boolean} isShared whether it takes two that tell of it
 * @property {boolean} isNeeded whether silence is told too
 */
/** @typedef {{ title: string, isLong: boolean, rows: WantedRow[] }} WantedGroup */
/** @typedef {{ elements: HTMLElement[], silence: string }} ComparisonCell elements of a page, or the words where it has none */
/** @typedef {{ title: string, cells: ComparisonCell[], isEqual: boolean }} ComparisonRow */
/** @typedef {{ title: string, isLong: boolean, rows: ComparisonRow[] }} RowGroup */
/** @typedef {Record<"noMore" | "unnamed" | "untold", string>} Silence the words for each kind of silence */
casekatalog.comparisonRows = (() => {
  "use strict";
  const REST = ".*";

  /**
   * Return the rows that there can be and the words for silence, which a page brings in a template.
   * @param {HTMLTemplateElement} template
   * @returns {{ words: Silence, wanted: WantedGroup[] }}
   */
  function wanted({ content }) {
    const list = content.querySelector("*");
    /** @type {WantedGroup[]} */
    const groups = Array.from(list.children, (/** @type {HTMLElement} */ group) => ({
      title: group.dataset.title ?? "",
      isLong: "long" in group.dataset,
      rows: Array.from(/** @type {HTMLCollectionOf<HTMLElement>} */ (group.children), (row) => ({
        title: row.textContent,
        parts: (row.dataset.parts ?? "").split(" "),
        isShared: "shared" in row.dataset,
        isNeeded: "needed" in row.dataset,
      })),
    }));
    return { words: { ...list.dataset }, wanted: groups };
  }

  /**
   * Return a case as a column: its parts by name, and the fields that it tells of.
   * @param {CaseContent} content
   * @returns {Column}
   */
  function column(content) {
    const page = document.createElement("template");
    page.innerHTML = content.html;
    for (const name of page.content.querySelectorAll("[data-part] > dt")) name.remove();
    /** @type {Column["parts"]} */
    const parts = new Map();
    /** @type {Column["fields"]} */
    const fields = new Set();
    for (const element of page.content.querySelectorAll("[data-part]")) {
      if (isSilent(element)) continue;
      const name = element.dataset.part;
      fields.add(field(name));
      if (!element.querySelector("[data-part]")) parts.set(name, [...(parts.get(name) ?? []), element]);
    }
    return { ...content, parts, fields };
  }

  /** @param {Element} element */
  function isSilent(element) {
    return !element.textContent.trim() || element.querySelector(":scope > .unstated:only-child") !== null;
  }

  /** @param {string} name */
  function field(name) {
    return name.split(".")[0];
  }

  /**
   * Return the groups that the columns tell of, each with its rows: a title and a cell for each column, which has the
   * elements of the case's page or the words that stand where it has nothing.
   * @param {Column[]} columns
   * @param {WantedGroup[]} wanted
   * @param {Silence} words
   * @returns {RowGroup[]}
   */
  function groups(columns, wanted, words) {
    const left = columns.map((each) => ({ parts: new Map(each.parts), fields: each.fields }));
    return wanted
      .map((group) => ({
        ...group,
        rows: group.rows.map((row) => line(row, left, words)).filter((each) => each !== null),
      }))
      .filter((group) => group.rows.length);
  }

  /**
   * @param {WantedRow} row
   * @param {Pick<Column, "parts" | "fields">[]} columns
   * @param {Silence} words
   * @returns {ComparisonRow | null}
   */
  function line(row, columns, words) {
    const named = columns.map((each) => row.parts.flatMap((part) => matching(part, each.parts)));
    const told = named.filter((names) => names.length).length;
    if (row.isShared && told < 2) return null;
    if (!told && !(row.isNeeded && !columns.some((each) => tells(row, each)))) return null;
    const cells = columns.map((each, place) => cell(row, each, named[place], words));
    return { title: row.title, cells, isEqual: cells.every((each) => text(each) === text(cells[0])) };
  }

  /**
   * @param {string} wanted
   * @param {Column["parts"]} parts
   */
  function matching(wanted, parts) {
    const names = [...parts.keys()];
    return names.filter((name) =>
      wanted.endsWith(REST) ? name.startsWith(wanted.slice(0, -1)) : name === wanted,
    );
  }

  /**
   * @param {WantedRow} row
   * @param {Pick<Column, "fields">} told
   */
  function tells(row, { fields }) {
    return row.parts.some((part) => fields.has(field(part)));
  }

  /**
   * @param {WantedRow} row
   * @param {Pick<Column, "parts" | "fields">} column
   * @param {string[]} names
   * @param {Silence} words
   * @returns {ComparisonCell}
   */
  function cell(row, column, names, words) {
    if (!names.length) {
      const silence = tells(row, column) ? (row.isNeeded ? words.noMore : words.unnamed) : words.untold;
      return { elements: [], silence };
    }
    const elements = names.flatMap((name) => column.parts.get(name) ?? []);
    for (const name of names) column.parts.delete(name);
    return { elements, silence: "" };
  }

  /**
   * Return what a cell says, as plain text.
   * @param {ComparisonCell} cell
   */
  function text({ elements, silence }) {
    return silence || elements.map(words).join("; ");
  }

  /** @param {Element} element */
  function words(element) {
    const copy = element.cloneNode(true);
    for (const block of copy.querySelectorAll("p, li, dd, dt, td, th, figcaption, caption, .tag, .badge"))
      block.append(" ");
    return casekatalog.text.of(copy);
  }

  return { wanted, column, groups, text };
})();
