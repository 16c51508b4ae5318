/** Text that scripts read and write alike: what an element says, texts filled in, counts, and the reader's day. */
casekatalog.text = (() => {
  "use strict";
  const LANGUAGE = casekatalog.wording.ways.tag;

  /**
   * Return what an element says, on one line.
   * @param {Element | null | undefined} element
   */
  function of(element) {
    return (element?.textContent || "").replace(/\s+/g, " ").trim();
  }

  /**
   * Fill in a text of the language as Python's format does: {{ stands for {.
   * @param {string} text
   * @param {Record<string, string | number | undefined>} values what stands in it, by name
   */
  function fill(text, values) {
    return text.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => String(name ? values[name] : whole[0]));
  }

  /**
   * Return the text of two, for one and for several, that tells of so many, with the count in place of `{count}`.
   * @param {[one: string, several: string]} texts
   * @param {number} count
   * @param {Record<string, string | number>} [values] what else stands in it, by name
   */
  function counted(texts, count, values) {
    return fill(texts[count === 1 ? 0 : 1], { count, ...values });
  }

  /**
   * Return what lists words as the language does: a, b og c, or as a choice among them.
   * @param {"conjunction" | "disjunction"} type
   */
  function lister(type) {
    return new Intl.ListFormat(LANGUAGE, { type });
  }

  /**
   * Return a day in words, as generator/text.py does: 3. maj 2026. A day without an hour is one in UTC.
   * @param {Date} day
   * @param {string} [timeZone]
   */
  function date(day, timeZone = "UTC") {
    return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone }).format(day);
  }

  /** Return the reader's day in words. */
  function today() {
    return date(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** Return the reader's day as it sorts: 2026-05-03. */
  function isoToday() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  }

  return { LANGUAGE, of, fill, counted, lister, date, today, isoToday };
})();
