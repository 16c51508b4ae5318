/** What the form says above its fields: of drafts, and of a case that is not there. */
casekatalog.notice = (() => {
  "use strict";
  const { element } = casekatalog.dom;
  const NEAR = 3;

  /** @param {string} which */
  function show(which) {
    const box = document.querySelector(`[data-form-notice="${which}"]`);
    box.hidden = false;
    return box;
  }

  /**
   * Something did not come over the network: the case that is to be corrected, or what reads its texts.
   * @param {string} which
   */
  function unloaded(which) {
    show(which)
      .querySelector("[data-form-retry]")
      .addEventListener("click", () => {
        location.reload();
      });
  }

  /**
   * Some of a draft has no place in the form; `text` is all of it.
   * @param {string} text
   */
  function lost(text) {
    show("lost").querySelector("pre").textContent = text;
  }

  /**
   * The other new cases that the browser keeps, and the way to begin one more, by its number.
   * @param {{ number: number, title: string }[]} drafts
   * @param {number} another
   */
  function others(drafts, another) {
    const list = document.querySelector("[data-form-drafts]");
    drafts.forEach((draft) => {
      list.append(
        element(
          "li",
          {},
          element(
            "a",
            { href: `?kladde=${draft.number}` },
            draft.title || casekatalog.wording.form_drafts.untitled,
          ),
        ),
      );
    });
    if (drafts.length) show("others");
    document.querySelectorAll("[data-form-another]").forEach((link) => {
      link.href = `?kladde=${another}`;
    });
  }

  /**
   * A new case does the same as another: what is asked is what was done otherwise.
   * @param {string} slug
   * @param {FormSetup} setup
   */
  function inspired(slug, setup) {
    const box = show("inspired");
    const link = box.querySelector("a");
    link.textContent = setup.cases[slug];
    link.href = box.dataset.page.replace("SLUG", slug);
    const { organisation } = setup.schema.properties;
    organisation.description = casekatalog.text.fill(setup.reading.otherwise, {
      title: setup.cases[slug],
      help: organisation.description,
    });
  }

  /**
   * There is no case with the slug `wanted`; those that are called nearly the same are named.
   * @param {string} wanted
   * @param {FormSetup} setup
   */
  function unknown(wanted, setup) {
    const box = show("unknown");
    const left = Object.keys(setup.cases);
    box.querySelector("strong").textContent = wanted;
    for (let found = 0; found < NEAR; found += 1) {
      const near = casekatalog.near.nearest(wanted, left, setup);
      if (!near) break;
      left.splice(left.indexOf(near), 1);
      box
        .querySelector("ul")
        .append(element("li", {}, element("a", { href: `?case=${near}` }, setup.cases[near])));
    }
  }

  return { show, lost, others, inspired, unknown, unloaded };
})();
