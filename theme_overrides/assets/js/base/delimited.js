/** Rows as a file that spreadsheets of the language open. */
casekatalog.delimited = (() => {
  "use strict";

  const DELIMITER = casekatalog.wording.ways.delimiter;
  const QUOTED = new RegExp(`[${DELIMITER}"\\n\\r]`);

  /**
   * Offer rows to the reader as a file, whose name tells the day.
   * @param {string[][]} rows
   * @param {string} name
   */
  function save(rows, name) {
    casekatalog.file.offer(`${name}-${casekatalog.text.isoToday()}.csv`, csv(rows), "text/csv;charset=utf-8");
  }

  /**
   * Return rows as CSV: semicolons or commas, quotes, a byte order mark, and no cell that a spreadsheet takes for a formula.
   * @param {string[][]} rows
   */
  function csv(rows) {
    return `\ufeff${rows.map((row) => row.map(cell).join(DELIMITER)).join("\r\n")}\r\n`;
  }

  /** @param {string} value */
  function cell(value) {
    const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  return { csv, save };
})();
