/** What a reader has folded away of a comparison: whole groups of rows, and the ends of long texts. */
casekatalog.comparisonFolds = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { button } = casekatalog.dom;
  const TEXT = "comparison__text",
    CUT = "comparison__text--cut",
    SLACK = 1.2;
  /** @type {Set<string>} */
  const toggled = new Set();
  /** @type {Set<string | undefined>} */
  const whole = new Set();
  let isAll = false;

  /**
   * Return whether a group's rows are shown: long groups when asked for, the others unless told not to be.
   * @param {RowGroup} group
   */
  function isOpen(group) {
    return isAll || group.isLong === toggled.has(group.title);
  }

  /**
   * Return the button that shows and hides the rows of a group, `rows`.
   * @param {RowGroup} group
   * @param {HTMLElement[]} rows
   */
  function heading(group, rows) {
    const made = button("comparison__fold", group.title);
    const paint = () => {
      const open = isOpen(group);
      made.setAttribute("aria-expanded", String(open));
      for (const row of rows) row.hidden = !open;
    };
    made.addEventListener("click", () => {
      if (isAll) return;
      toggled[toggled.has(group.title) ? "delete" : "add"](group.title);
      paint();
      cut(made.closest("table"));
    });
    paint();
    return made;
  }

  /**
   * Cut the texts that are long, each with a button that shows the rest. It takes a table that stands in the page.
   * @param {HTMLTableElement} table
   */
  function cut(table) {
    const texts = [...table.querySelectorAll(`.${TEXT}:not(.${CUT})`)];
    const fresh = texts.filter(
      ({ dataset, clientHeight }) => !isAll && clientHeight && !dataset.measured && !whole.has(dataset.name),
    );
    const heights = fresh.map((text) => text.scrollHeight);
    for (const text of fresh) text.classList.add(CUT);
    const long = fresh.filter((text, place) => heights[place] > text.clientHeight * SLACK);
    for (const text of fresh) {
      text.dataset.measured = "";
      if (long.includes(text)) offer(text);
      else text.classList.remove(CUT);
    }
  }

  /** @param {HTMLElement} text */
  function offer(text) {
    const more = button("comparison__rest", wording.cut_text.more);
    more.setAttribute(
      "aria-label",
      casekatalog.text.fill(wording.cut_text.more_of, { name: text.dataset.name }),
    );
    more.addEventListener("click", () => {
      show();
      text.tabIndex = -1;
      text.focus();
    });
    text.addEventListener("focusin", ({ target }) => target !== text && show(), { once: true });
    text.after(more);

    function show() {
      whole.add(text.dataset.name);
      text.classList.remove(CUT);
      more.remove();
    }
  }

  /** @param {boolean} wanted */
  function all(wanted) {
    isAll = wanted;
  }

  return { heading, cut, all, isOpen, TEXT };
})();
