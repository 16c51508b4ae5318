/** Cases side by side as rows of a sheet: those of the table, or a row for each case. */
casekatalog.comparisonSheet = (() => {
  "use strict";
  const { wording } = casekatalog;
  const rows = casekatalog.comparisonRows;

  /**
   * @param {Column[]} columns
   * @param {RowGroup[]} groups
   */
  function table(columns, groups) {
    const told = groups.flatMap((group) =>
      group.rows.map((row) => [group.title, row.title, ...row.cells.map(rows.text)]),
    );
    return [
      ["", wording.comparison_sheet.case, ...columns.map((column) => column.title)],
      ["", wording.comparison_sheet.told, ...columns.map((column) => column.told)],
      ...told,
      ["", wording.comparison_sheet.address, ...columns.map(address)],
    ];
  }

  /**
   * Return a row for each case; what several tell of stands with the rest of its kind.
   * @param {Column[]} columns
   * @param {ReturnType<typeof casekatalog.comparisonRows.wanted>} rows
   */
  function list(columns, { words, wanted }) {
    const whole = wanted.map((group) => ({ ...group, rows: group.rows.filter((row) => !row.isShared) }));
    const told = rows.groups(columns, whole, words).flatMap((group) => group.rows);
    return [
      [
        wording.comparison_sheet.case,
        wording.comparison_sheet.told,
        ...told.map((row) => row.title),
        wording.comparison_sheet.address,
      ],
      ...columns.map((column, place) => [
        column.title,
        column.told,
        ...told.map((row) => rows.text(row.cells[place])),
        address(column),
      ]),
    ];
  }

  /** @param {Column} column */
  function address(column) {
    return new URL(column.address, location.href).href;
  }

  return { table, list };
})();
