/**
 * Cases for an agenda or a mail: title, summary, figures with all that stands behind them, doubts, source, address, date.
 */
/**
 * What an agenda tells of a case.
 * @typedef {object} AgendaItem
 * @property {string} title
 * @property {string[]} lines
 * @property {AgendaFigure[]} figures
 * @property {string[]} doubts
 * @property {string[]} sources
 * @property {string} address "" where there is none on the web
 */
/** @typedef {{ value: string, text: string, behind: string }} AgendaFigure */
casekatalog.agenda = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;
  const { of: told, fill, today } = casekatalog.text;

  /**
   * @param {ParentNode} root
   * @param {string} selector
   */
  const all = (root, selector) =>
    Array.from(root.querySelectorAll(selector), (place) => told(place)).filter(Boolean);

  /**
   * Return what an agenda tells of a case whose page, or a copy of it, `root` holds.
   * @param {ParentNode} root
   * @param {string} address
   * @returns {AgendaItem}
   */
  function read(root, address) {
    const places = Array.from(
      root.querySelectorAll(".glance__claim, .glance__number:not(.glance__number--doubts)"),
    );
    return {
      title: told(root.querySelector(".case-head :is(h1, h2, h3)")),
      lines: all(root, ".case-head :is(.lead, .case-head__kicker)"),
      figures: places.map((place) => {
        const [basis, what, value] = ["basis", "what", "value"].map((name) =>
          told(place.querySelector(`.glance__${name}`)),
        );
        const behind = [basis, told(place.querySelector(".badge")).toLowerCase()].filter(Boolean).join(" · ");
        const text = value
          ? what.slice(0, 1).toLowerCase() + what.slice(1)
          : told(place.querySelector(".glance__text"));
        return { value: value || `${what}:`, text, behind };
      }),
      doubts: all(root, ".caveats li"),
      sources: Array.from(root.querySelectorAll(".sources > div"), (row) =>
        Array.from(row.children, (part) => told(part))
          .filter(Boolean)
          .join(", "),
      ),
      address,
    };
  }

  function origin() {
    const site = document.querySelector("a.md-logo")?.getAttribute("aria-label") || location.host;
    return fill(wording.agenda.origin, { site, day: today() });
  }

  /** @param {string[]} sources */
  const source = (sources) => fill(wording.agenda.source, { sources: sources.join("; ") });

  /** @param {Pick<AgendaFigure, "text" | "behind">} each */
  const figure = ({ text, behind }) => ` ${text}${behind ? ` (${behind})` : ""}`;

  /** @param {AgendaItem[]} items */
  function html(items) {
    const box = el("div");
    for (const { title, lines, figures, doubts, sources, address } of items) {
      const link = el("a", "", address);
      link.href = address;
      box.append(
        el("h2", "", title),
        ...lines.map((line) => el("p", "", line)),
        list(figures.map((each) => [el("strong", "", each.value), figure(each)])),
        ...(doubts.length ? [el("p", "", el("strong", "", wording.agenda.doubts)), list(doubts)] : []),
        el("p", "", source(sources)),
        ...(address ? [el("p", "", link)] : []),
      );
    }
    box.append(el("p", "", origin()));
    return box;
  }

  /** @param {(string | Node | (string | Node)[])[]} items */
  function list(items) {
    return el("ul", "", ...items.map((item) => el("li", "", item)));
  }

  /** @param {AgendaItem[]} items */
  function text(items) {
    /** @param {string[]} lines */
    const bullets = (lines) => lines.map((line) => `- ${line}`);
    const cases = items.map(({ title, lines, figures, doubts, sources, address }) =>
      [
        title,
        ...lines,
        ...bullets(figures.map((each) => each.value + figure(each))),
        ...(doubts.length ? [`${wording.agenda.doubts}:`, ...bullets(doubts)] : []),
        source(sources),
        address,
      ]
        .filter(Boolean)
        .join("\n"),
    );
    return [...cases, origin()].join("\n\n");
  }

  /**
   * Let a button copy what `items` gives, and tell below it how it went; where nothing can be copied, the text is shown
   * and marked.
   * @param {HTMLElement} button
   * @param {() => AgendaItem[] | Promise<AgendaItem[]>} items
   */
  function enable(button, items) {
    const status = el("div", "agenda");
    status.setAttribute("role", "status");
    button.parentElement?.after(status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const given = await items();
      if (
        await casekatalog.clipboard.putRich({ "text/html": html(given).innerHTML, "text/plain": text(given) })
      )
        return status.replaceChildren(el("p", "", wording.agenda.copied));
      const shown = html(given);
      shown.className = "agenda__text";
      shown.tabIndex = 0;
      status.replaceChildren(el("p", "", wording.agenda.marked), shown);
      casekatalog.clipboard.mark(shown);
    });
  }

  const own = /** @type {HTMLElement | null} */ (document.querySelector("[data-agenda]"));
  if (own) {
    const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
    const address = location.protocol === "file:" ? canonical?.href || "" : location.href.split("#")[0];
    enable(own, () => [read(document, address)]);
  }

  return { read, enable };
})();
