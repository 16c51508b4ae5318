/** The clipboard. A browser may refuse it: then the page says what the reader can do, and may mark the text. */
casekatalog.clipboard = (() => {
  "use strict";

  /**
   * Copy a plain text; return whether the browser let us.
   * @param {string} text
   */
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Copy a text as HTML and as plain words, for word processors and mails; return whether the browser let us.
   * @param {{ "text/html": string, "text/plain": string }} kinds
   */
  async function putRich(kinds) {
    try {
      const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return putOld(kinds);
    }
  }

  /**
   * Older browsers, and pages that are not served safely, copy only when the reader seems to.
   * @param {{ "text/html": string, "text/plain": string }} kinds
   */
  function putOld(kinds) {
    let done = false;
    const fill = (/** @type {ClipboardEvent} */ event) => {
      for (const [type, content] of Object.entries(kinds)) event.clipboardData?.setData(type, content);
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", fill, { once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  }

  /**
   * Mark a text, so that the reader can copy it.
   * @param {Element} place
   */
  function mark(place) {
    getSelection()?.selectAllChildren(place);
  }

  return { put, putRich, mark };
})();
