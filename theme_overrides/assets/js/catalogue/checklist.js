/** A list to tick off and print for those who want to do what a case did, made of what its page tells. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button } = casekatalog.dom;
  const opener = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-checklist]"));
  if (!opener) return;
  const ADDRESS = "#huskeliste";
  const content = document.querySelector(".md-content");
  const { of: told, fill, today } = casekatalog.text;
  /**
   * @param {string} selector
   * @returns {Element[]}
   */
  const all = (selector) => Array.from(content.querySelectorAll(selector));

  /**
   * A point to tick off: its name, and what the page says of it.
   * @param {Element} place
   */
  function point(place) {
    const head = place.querySelector(".point__head");
    const rest = Array.from(place.querySelectorAll(".point__told > :not(.point__head), .remedy"));
    return item(told(head), copies(rest));
  }

  /**
   * @param {string} name
   * @param {Element[]} rest
   */
  function item(name, rest) {
    const box = el("input");
    box.type = "checkbox";
    return el("li", "checklist__item", el("label", "", box, el("span", "", name)), rest);
  }

  /**
   * Copies have no addresses of their own.
   * @param {Element[]} places
   */
  function copies(places) {
    return places.map((place) => {
      const copy = place.cloneNode(true);
      for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
      return copy;
    });
  }

  /**
   * @param {string} title
   * @param {Element[]} items
   */
  function section(title, items) {
    return items.length ? [el("h2", "", title), el("ul", "bare checklist__list", items)] : [];
  }

  function make() {
    const { doubts, sources } = casekatalog.agenda.read(content, "");
    const checklist = /** @type {HTMLDialogElement} */ (el("dialog", "checklist md-typeset"));
    const close = button("md-button", wording.checklist.close);
    const print = button("md-button md-button--primary", wording.checklist.print);
    close.addEventListener("click", () => checklist.close());
    print.addEventListener("click", () => window.print());
    const title = el("h1", "", fill(wording.checklist.title, { title: told(content.querySelector("h1")) }));
    title.id = "huskeliste-titel";
    checklist.setAttribute("aria-labelledby", title.id);
    checklist.append(
      el("p", "checklist__ways", print, close),
      title,
      ...section(wording.checklist.drivers, all(".points--drivers > .point").map(point)),
      ...section(wording.checklist.barriers, all(".points--barriers > .point").map(point)),
      ...section(
        wording.checklist.advice,
        all("ol.advice > li").map((place) => item(told(place), [])),
      ),
      ...section(
        wording.checklist.doubts,
        doubts.map((doubt) => el("li", "", doubt)),
      ),
      el("h2", "", wording.checklist.changes),
      el("div", "checklist__lines"),
      el("p", "checklist__origin", origin(sources)),
    );
    document.body.append(checklist);
    return checklist;
  }

  /** @param {string[]} sources */
  function origin(sources) {
    const text = location.protocol === "file:" ? wording.checklist.origin : wording.checklist.origin_at;
    return fill(text, { sources: sources.join("; "), address: location.href.split("#")[0], day: today() });
  }

  /** @type {HTMLDialogElement | null} */
  let checklist = null;
  function open() {
    checklist ??= make();
    checklist.showModal();
  }

  /**
   * What lies above the page prints on one sheet of paper only, so the list comes down to the page meanwhile.
   * @param {boolean} isPrinting
   */
  function settle(isPrinting) {
    if (!checklist?.open) return;
    document.documentElement.classList.toggle("has-checklist", isPrinting);
    checklist.close();
    if (isPrinting) checklist.show();
    else checklist.showModal();
  }

  opener.hidden = false;
  document.querySelector("[data-checklist-told]").hidden = false;
  opener.addEventListener("click", open);
  window.addEventListener("beforeprint", () => settle(true));
  window.addEventListener("afterprint", () => settle(false));
  if (location.hash === ADDRESS) open();
})();
