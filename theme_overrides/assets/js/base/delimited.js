/** Rows as a file that Danish spreadsheets open. */
casekatalog.delimited = (() => {
  "use strict";

  /**
   * Offer rows to the reader as a file.
   * @param {string[][]} rows
   * @param {string} name
   */
  function save(rows, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
    link.download = `${name}-${today()}.csv`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 1000);
  }

  /** Return the reader's day as 2026-05-03, by which several files of the same list are told apart. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  }

  /**
   * Return rows as CSV: semicolons, quotes, a byte order mark, and no cell that a spreadsheet takes for a formula.
   * @param {string[][]} rows
   */
  function csv(rows) {
    return `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
  }

  /** @param {string} value */
  function cell(value) {
    const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
    return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  return { csv, save };
})();
