/* Cases side by side: what stands in which row. It makes of pages what generator/comparison.py makes of cases. */
casekatalog.comparisonRows = (() => {
  "use strict";
  const REST = ".*";

  /* Return the rows that there can be and the words for silence, which a page brings in a template. */
  function wanted({ content }) {
    const list = content.firstElementChild;
    const groups = [...list.children].map((group) => ({
      title: group.dataset.title,
      isLong: "long" in group.dataset,
      rows: [...group.children].map((row) => ({
        title: row.textContent,
        parts: row.dataset.parts.split(" "),
        isShared: "shared" in row.dataset,
        isNeeded: "needed" in row.dataset,
      })),
    }));
    return { words: { ...list.dataset }, wanted: groups };
  }

  /* Return a case as a column: its parts by name, and the fields that it tells of. */
  function column(content) {
    const page = document.createElement("template");
    page.innerHTML = content.html;
    for (const name of page.content.querySelectorAll("[data-part] > dt")) name.remove();
    const parts = new Map(),
      fields = new Set();
    for (const element of page.content.querySelectorAll("[data-part]")) {
      if (isSilent(element)) continue;
      const name = element.dataset.part;
      fields.add(field(name));
      if (!element.querySelector("[data-part]")) parts.set(name, [...(parts.get(name) ?? []), element]);
    }
    return { ...content, parts, fields };
  }

  function isSilent(element) {
    return !element.textContent.trim() || element.querySelector(":scope > .unstated:only-child") !== null;
  }

  function field(name) {
    return name.split(".")[0];
  }

  /* Return the groups that the columns tell of, each with its rows: a title and a cell for each column, which has the
     elements of the case's page or the words that stand where it has nothing. */
  function groups(columns, wanted, words) {
    const left = columns.map((each) => ({ parts: new Map(each.parts), fields: each.fields }));
    return wanted
      .map((group) => ({ ...group, rows: group.rows.map((row) => line(row, left, words)).filter(Boolean) }))
      .filter((group) => group.rows.length);
  }

  function line(row, columns, words) {
    const named = columns.map((each) => row.parts.flatMap((part) => matching(part, each.parts)));
    const told = named.filter((names) => names.length).length;
    if (row.isShared && told < 2) return null;
    if (!told && !(row.isNeeded && !columns.some((each) => tells(row, each)))) return null;
    const cells = columns.map((each, place) => cell(row, each, named[place], words));
    return { title: row.title, cells, isEqual: cells.every((each) => text(each) === text(cells[0])) };
  }

  function matching(wanted, parts) {
    const names = [...parts.keys()];
    return names.filter((name) =>
      wanted.endsWith(REST) ? name.startsWith(wanted.slice(0, -1)) : name === wanted,
    );
  }

  function tells(row, { fields }) {
    return row.parts.some((part) => fields.has(field(part)));
  }

  function cell(row, column, names, words) {
    if (!names.length) {
      const silence = tells(row, column) ? (row.isNeeded ? words.noMore : words.unnamed) : words.untold;
      return { elements: [], silence };
    }
    const elements = names.flatMap((name) => column.parts.get(name));
    for (const name of names) column.parts.delete(name);
    return { elements, silence: "" };
  }

  /* Return what a cell says, as plain text. */
  function text({ elements, silence }) {
    return silence || elements.map(words).join("; ");
  }

  function words(element) {
    const copy = element.cloneNode(true);
    for (const block of copy.querySelectorAll("p, li, dd, dt, td, th, figcaption, caption, .tag, .badge"))
      block.append(" ");
    return casekatalog.text.of(copy);
  }

  return { wanted, column, groups, text };
})();
