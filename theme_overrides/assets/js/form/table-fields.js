/** The fields of a table of numbers, which is pasted from a spreadsheet: the first line names the columns. */
casekatalog.tableFields = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { trim } = casekatalog.scalars;
  const name = casekatalog.words.fieldName;
  const numbers = casekatalog.numbers;
  const { element } = casekatalog.dom;
  const { clean, error, id } = casekatalog.elements;

  /**
   * @param {FieldMaker} maker
   * @param {FormGroup} item
   * @param {SchemaWith<"properties">} group
   * @param {FormPath} path
   */
  function fields(maker, item, group, path) {
    const texts = ["title", "unit", "note"].map((key) => {
      const required = (group.required ?? []).includes(key);
      return maker.field({
        holder: item,
        key,
        schema: group.properties[key],
        path: path.concat(key),
        required,
      });
    });
    return [...texts, table(item, path)];
  }

  /**
   * @param {FormGroup} item
   * @param {FormPath} path
   */
  function table(item, path) {
    const here = path.concat("rows");
    const input = element("textarea", {
      rows: 6,
      id: `${id(path)}-table`,
      "aria-describedby": `${id(path)}-table-help ${id(here)}-error`,
    });
    input.value = written(item);
    input.addEventListener("input", () => {
      Object.assign(item, read(input.value));
    });
    const box = element(
      "div",
      { class: "field field--wide" },
      element("label", { class: "field__label", for: input.id }, wording.form_table.name),
      element("p", { class: "field__help", id: `${input.id}-help` }, wording.form_table.help),
      element("div", { class: "field__control" }, input),
      error(here),
    );
    box.dataset.path = name(here);
    return box;
  }

  /**
   * A table as it is typed.
   * @param {TableDraft} table
   */
  function written({ columns = [], rows = [] }) {
    return [columns, ...rows]
      .map((row) =>
        row.map((cell, column) => (column && cell ? numbers.shown(cell) : (cell ?? ""))).join("; "),
      )
      .join("\n")
      .trim();
  }

  /**
   * What is typed, as a table.
   * @param {string} text
   */
  function read(text) {
    const lines = text
      .split("\n")
      .filter((line) => trim(line))
      .map((line) => line.split(line.includes("\t") ? "\t" : ";").map(clean));
    /** @param {string} cell */
    const number = (cell) => (cell ? numbers.meant(cell) : null);
    const [columns = [], ...rows] = lines;
    return { columns, rows: rows.map((row) => row.map((cell, column) => (column ? number(cell) : cell))) };
  }

  return fields;
})();
