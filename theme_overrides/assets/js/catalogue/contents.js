/** The content of cases' pages, as generator/site/handout.py writes it: each a script, which a folder can load too. */
casekatalog.contents = (() => {
  "use strict";
  /** @type {Map<string, CaseContent>} */
  const arrived = new Map();

  /**
   * @param {string} folder
   * @param {string} slug
   */
  async function load(folder, slug) {
    try {
      if (!arrived.has(slug)) await casekatalog.store.script(`${folder}${slug}.js`);
    } catch {
      return; /* who asked sees that it is missing */
    }
    arrived.set(slug, casekatalog.data.get(`handout/${slug}`));
  }

  /**
   * Return the contents of those cases that there are, in the order of their slugs.
   * @param {string} folder
   * @param {string[]} slugs
   */
  async function of(folder, slugs) {
    await Promise.all(slugs.map((slug) => load(folder, slug)));
    return slugs.map((slug) => arrived.get(slug)).filter((each) => each !== undefined);
  }

  /**
   * Return what an agenda tells of cases.
   * @param {CaseContent[]} contents
   */
  function agenda(contents) {
    return contents.map(({ html, address }) => {
      const page = document.createElement("template");
      page.innerHTML = html;
      const link = location.protocol === "file:" ? "" : new URL(address, location.href).href;
      return casekatalog.agenda.read(page.content, link);
    });
  }

  return { of, agenda };
})();
