/** What is wrong with a table of numbers; as in generator/series.py. Free of the DOM. */
casekatalog.tables = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { counted } = casekatalog.text;
  const { trim } = casekatalog.scalars;
  const { fault, isUnwritten, orUnstated } = casekatalog.texts;
  const numbers = casekatalog.numbers;

  /**
   * Returns whether the rows of a table are sound.
   * @param {(string | null)[][]} found
   * @param {FormPath} path
   * @param {FieldPlace} place
   * @param {CheckContext} context
   */
  function check(found, path, place, context) {
    const { columns } = /** @type {TableDraft} */ (place.holder);
    const width = place.sound.columns && columns ? columns.length : 0;
    if (!found.length) return fault(context, path, "empty_list", { unstated: orUnstated(place, context) });
    let isFine = true;
    let count = 0;
    found.forEach((row, index) => {
      const here = path.concat(index);
      if (width && row.length !== width) isFine = rowWidth(row.length, width, here, context);
      if (row.length && !label(row[0], here.concat(0), context)) isFine = false;
      row.slice(1).forEach((cell, column) => {
        if (cell === null || isUnwritten(cell, here.concat(column + 1), context)) return;
        if (numbers.parse(trim(cell)) === null)
          isFine = numbers.refuse(trim(cell), here.concat(column + 1), context);
        else count += 1;
      });
    });
    if (isFine && width && !count) return fault(context, path, "no_numbers");
    return isFine;
  }

  /**
   * @param {number} length
   * @param {number} width
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function rowWidth(length, width, path, context) {
    return fault(context, path, "row_width", {
      found: counted(wording.found_values.fields, length),
      expected: counted(wording.found_values.columns, width),
      hint: length > width ? context.setup.words.decimal_comma : "",
    });
  }

  /**
   * Whether the name of a row is sound.
   * @param {string | null} text
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function label(text, path, context) {
    if (isUnwritten(text, path, context)) return false;
    if (text === null) return fault(context, path, "row_label", { suggestion: '"..."' });
    context.texts.push({ path, text });
    return true;
  }

  return { check };
})();
