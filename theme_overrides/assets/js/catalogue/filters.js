/**
 * The filters in their form: a box for each value of a facet, with the number of cases that it would give.
 * @typedef {object} FilterBox
 * @property {HTMLInputElement} input
 * @property {string} value
 * @property {HTMLElement} row
 * @property {Text} count
 * @property {string} label
 * @property {number} shown the number that stands there, or -1
 */
casekatalog.filters = (() => {
  "use strict";
  const { el } = casekatalog.dom;

  /**
   * Return what the page does with the filters in a form.
   * @param {HTMLFormElement} form
   */
  function of(form) {
    /** @type {Map<string, FilterBox[]>} */
    const boxes = new Map();
    for (const facet of form.querySelectorAll("[data-facet]"))
      for (const input of within(facet).querySelectorAll('input[type="checkbox"]')) {
        const row = input.closest("li"),
          count = row.querySelector(".count").firstChild,
          label = row.querySelector("span").textContent;
        const own = boxes.get(input.name) ?? [];
        boxes.set(input.name, own);
        own.push({ input, value: input.value, row, count, label, shown: -1 });
      }
    const names = Array.from(boxes.keys());
    form.addEventListener("toggle", unfold, true);
    return { names, nameOf, labelsOf, opened, chosen, choose, show, mark, paint, narrow };

    /** @param {ElementEvent} event */
    function unfold({ target }) {
      target.querySelector("template")?.replaceWith(within(target));
    }

    /** @param {string} facet */
    function boxesOf(facet) {
      return boxes.get(facet) ?? [];
    }

    /**
     * @param {string} facet
     * @returns {string}
     */
    function nameOf(facet) {
      return form.querySelector(`[data-facet="${facet}"] summary span`).textContent;
    }

    /** @param {string} facet */
    function labelsOf(facet) {
      return new Map(boxesOf(facet).map((box) => [box.value, box.label]));
    }

    /** @returns {string[]} */
    function opened() {
      return Array.from(form.querySelectorAll("details[data-facet][open]"), (part) => part.dataset.facet);
    }

    /**
     * Return the values that are chosen in a facet.
     * @param {string} facet
     */
    function chosen(facet) {
      const checked = boxesOf(facet).filter((box) => box.input.checked);
      return checked.map((box) => box.value);
    }

    /**
     * Choose a value in a facet, beside those that are chosen.
     * @param {string} facet
     * @param {string} value
     */
    function choose(facet, value) {
      for (const box of boxesOf(facet)) if (box.value === value) box.input.checked = true;
    }

    /** @param {CatalogueState} state */
    function show(state) {
      for (const [facet, list] of boxes) {
        const values = new Set(state.selection[facet] || []);
        for (const box of list) box.input.checked = values.has(box.value);
      }
      form.querySelector('[name="fra"]').value = state.from;
      form.querySelector('[name="til"]').value = state.to;
    }

    /**
     * Tell beside each facet how many of its values are chosen.
     * @param {CatalogueState} state
     */
    function mark(state) {
      for (const facet of form.querySelectorAll("[data-facet]")) {
        const name = facet.dataset.facet;
        const count =
          name === "year" ? Number(Boolean(state.from || state.to)) : (state.selection[name] || []).length;
        facet
          .querySelector("[data-chosen]")
          .replaceChildren(
            ...(count
              ? [String(count), el("span", "visually-hidden", ` ${casekatalog.wording.filters.ticked}`)]
              : []),
          );
      }
    }

    /**
     * Show what each value of a facet would give.
     * @param {string} facet
     * @param {Uint32Array | undefined} counts
     */
    function paint(facet, counts) {
      if (!counts) return;
      boxesOf(facet).forEach((box, index) => {
        if (box.shown === counts[index]) return;
        box.count.data = String(counts[index]);
        if (!counts[index] !== !box.shown) box.row.classList.toggle("is-none", !counts[index]);
        box.shown = counts[index];
      });
    }

    /**
     * Show those values of a facet alone whose label has what is typed in its field.
     * @param {HTMLInputElement} field
     */
    async function narrow(field) {
      await casekatalog.store.load(["engine"]);
      const { canonical } = casekatalog.language,
        text = canonical(field.value.trim());
      for (const box of boxesOf(field.closest("[data-facet]").dataset.facet))
        box.row.hidden = !canonical(box.label).includes(text);
    }
  }

  /**
   * Return what holds the boxes of a facet: its template, as long as it has not been opened.
   * @param {HTMLElement} facet
   * @returns {DocumentFragment | HTMLElement}
   */
  function within(facet) {
    return facet.querySelector("template")?.content ?? facet;
  }

  return { of };
})();
