/** Single values as readers meet them, as in generator/view.py. Free of the DOM. */
casekatalog.plain = (() => {
  "use strict";

  /**
   * A text as it is, a number as people write it, and a day in words.
   * @param {string} text
   * @param {FormSchema} kind
   */
  function plain(text, { type, format }) {
    if (format === "date" && casekatalog.scalars.isDate(text)) return casekatalog.text.date(new Date(text));
    return type === "number" ? casekatalog.figure.written(text) : text;
  }

  /**
   * A web address as Markdown that shows where it leads.
   * @param {string} url
   */
  function linked(url) {
    const [host] = url.slice(url.indexOf("//") + 2).split(/[/?#]/);
    return `[${host}](<${url.replaceAll("&", "&amp;").replaceAll("\\", "%5C")}>)`;
  }

  return { plain, linked };
})();
