/**
 * The rows of the tables of figures in kroner: which fit the reader's filters, and in which order.
 * @typedef {object} MoneyRow
 * @property {HTMLTableRowElement} line
 * @property {HTMLTableCellElement} own the head of its case, which rows that follow each other share
 * @property {string} title of the case
 * @property {string} url
 * @property {string} theme the name of the theme that the case stands under
 * @property {string[]} themes
 * @property {string} kind
 * @property {string[]} years
 * @property {number | null} grade how well it is documented, 0 best; null for what is no gain
 * @property {string} what
 * @property {string} kindName
 * @property {string[]} cells what all its cells say
 * @property {string} text all of it, to be searched in
 */
/** @typedef {{ text: string, theme: string, kind: string, year: string }} MoneyFilters each "" for all; the year "-" for none */
casekatalog.moneyRows = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { compare } = new Intl.Collator(casekatalog.text.LANGUAGE, { numeric: true });
  /* What rows are sorted by, as addresses name it; a row that tells nothing of it comes last either way. */
  /** @type {Record<string, (row: MoneyRow) => string | number | null>} */
  const ORDERS = {
    case: (row) => row.title,
    hvad: (row) => row.what,
    periode: (row) => row.years[0] ?? null,
    slags: (row) => row.kindName,
    dokumentation: (row) => (row.grade === null ? null : -row.grade),
  };

  /** @param {Element | null} node */
  const textOf = (node) => casekatalog.text.of(node).replaceAll("\u00ad", "");

  /**
   * Return the rows of a section; the first of a case has the case for them all.
   * @param {Element} section
   */
  function read(section) {
    const { theme } = section.querySelector(".money-wrap").dataset;
    /** @type {MoneyRow[]} */
    const rows = [];
    for (const line of section.querySelectorAll("tbody tr")) {
      const own = line.querySelector("th") ?? rows.at(-1)?.own.cloneNode(true);
      rows.push(rowOf(line, own, theme));
    }
    return rows;
  }

  /**
   * @param {HTMLTableRowElement} line
   * @param {HTMLTableCellElement} own
   * @param {string} theme
   * @returns {MoneyRow}
   */
  function rowOf(line, own, theme) {
    const { themes = "", kind = "", years, grade } = line.dataset,
      title = textOf(own),
      cells = Array.from(line.querySelectorAll("td"), cellText);
    const [what, , , kindName] = cells;
    return {
      ...{ line, own, title, url: own.querySelector("a").href, theme, cells, what, kindName, kind },
      themes: themes.split(" "),
      years: years ? years.split(" ") : [],
      grade: grade === undefined ? null : Number(grade),
      text: [title, theme, ...cells].join(" ").toLowerCase(),
    };
  }

  /**
   * Return what a cell shows, without what is told to screen readers alone.
   * @param {Element} cell
   */
  function cellText(cell) {
    const shown = cell.cloneNode(true);
    for (const hidden of shown.querySelectorAll(".visually-hidden")) hidden.remove();
    return textOf(shown);
  }

  /**
   * @param {MoneyRow} row
   * @param {MoneyFilters} wanted
   */
  function fits(row, wanted) {
    const { text, theme, kind, year } = wanted;
    return (
      (!theme || row.themes.includes(theme)) &&
      (!kind || row.kind === kind) &&
      (!year || (year === "-" ? !row.years.length : row.years.includes(year))) &&
      text
        .toLowerCase()
        .split(/\s+/)
        .every((word) => row.text.includes(word))
    );
  }

  /**
   * Return rows in an order: `case`, or `-case` for the other way round.
   * @param {MoneyRow[]} rows
   * @param {string} order
   */
  function sorted(rows, order) {
    const told = ORDERS[order.replace("-", "")],
      way = order.startsWith("-") ? -1 : 1;
    return rows.slice().sort((a, b) => {
      const [first, second] = [told(a), told(b)];
      if (first === null || second === null) return Number(first === null) - Number(second === null);
      return way * (typeof first === "number" ? first - Number(second) : compare(first, String(second)));
    });
  }

  /**
   * Put rows into a table; those of one case that follow each other share its title.
   * @param {MoneyRow[]} rows
   * @param {Element} body
   */
  function place(rows, body) {
    /** @type {MoneyRow | null} */
    let first = null;
    for (const row of rows) {
      const follows = first?.url === row.url;
      row.line.classList.toggle("money__first", !follows);
      if (first && follows) {
        row.own.remove();
        first.own.rowSpan += 1;
      } else {
        first = row;
        row.own.rowSpan = 1;
        row.line.prepend(row.own);
      }
    }
    body.replaceChildren(...rows.map((row) => row.line));
  }

  /**
   * Return what rows say as cells of a sheet, below the headings of their table.
   * @param {MoneyRow[]} rows
   * @param {string[]} headings
   */
  function sheet(rows, headings) {
    const [title, ...rest] = headings;
    return [
      [wording.amounts.theme, title, ...rest, wording.amounts.address],
      ...rows.map((row) => [row.theme, row.title, ...row.cells, row.url]),
    ];
  }

  return { read, fits, sorted, place, sheet, textOf };
})();
