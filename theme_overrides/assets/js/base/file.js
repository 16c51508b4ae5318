/** A file that the reader fetches, made on the page. */
casekatalog.file = (() => {
  "use strict";
  const KEPT = 1000;

  /**
   * Offer a text to the reader as a file.
   * @param {string} name
   * @param {string} text
   * @param {string} type
   */
  function offer(name, text, type) {
    const link = casekatalog.dom.element("a", { download: name });
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, KEPT);
  }

  return { offer };
})();
