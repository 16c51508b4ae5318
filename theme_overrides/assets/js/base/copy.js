/** A button beside each text that readers may copy. Without scripts the text is there to be marked. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const LASTS = 3000;

  for (const text of document.querySelectorAll("[data-copied]")) {
    const named = text.getAttribute("aria-label");
    const button = casekatalog.dom.button("button copy", wording.copying.copy);
    if (named)
      button.setAttribute("aria-label", casekatalog.text.fill(wording.copying.copy_named, { named }));
    const told = casekatalog.dom.element("span", { class: "copy__told", role: "status" });
    button.addEventListener("click", () => copy(text, told));
    text.after(casekatalog.dom.el("p", "copy__row", button, " ", told));
  }

  /**
   * Copy a text, or mark it where the browser does not let a page copy, and say which.
   * @param {Element} text
   * @param {Element} told
   */
  async function copy(text, told) {
    const isCopied = await casekatalog.clipboard.put((text.textContent || "").trim());
    if (!isCopied) casekatalog.clipboard.mark(text);
    told.textContent = isCopied ? wording.copying.copied : wording.copying.marked;
    setTimeout(() => {
      told.textContent = "";
    }, LASTS);
  }
})();
