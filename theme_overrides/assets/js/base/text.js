/** Text that scripts read and write alike: what an element says, texts filled in, counts, and the reader's day. */
casekatalog.text = (() => {
  "use strict";

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
   * Return a count with its noun.
   * @param {number} count
   * @param {string} one
   * @param {string} many
   */
  function counted(count, one, many) {
    return `${count} ${count === 1 ? one : many}`;
  }

  /**
   * Return a day in words, as generator/text.py does: 3. maj 2026. A day without an hour is one in UTC.
   * @param {Date} day
   * @param {string} [timeZone]
   */
  function date(day, timeZone = "UTC") {
    return new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone }).format(day);
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

  return { of, fill, counted, date, today, isoToday };
})();
