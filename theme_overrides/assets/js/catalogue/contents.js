/**
 * The contents of cases, taken from their pages. Where pages are opened from a folder, nothing can be fetched: there
 * each comes as a script, which generator/site/handout.py writes.
 */
casekatalog.contents = (() => {
  "use strict";
  const REFERRING = ["aria-labelledby", "for"];
  /** @type {Map<string, CaseContent>} */
  const arrived = new Map();

  /**
   * Return what a case's page shows, as HTML.
   * @param {HTMLElement} root
   * @param {string} slug
   */
  async function html({ dataset }, slug) {
    if (dataset.folder) {
      await casekatalog.store.script(`${dataset.folder}${slug}.js`);
      return casekatalog.data.get(`handout/${slug}`);
    }
    const answer = await fetch(address(dataset, slug));
    return answer.ok ? answer.text() : "";
  }

  /**
   * @param {DOMStringMap} dataset
   * @param {string} slug
   */
  const address = ({ address }, slug) => (address ?? "").replace("*", slug);

  /**
   * @param {HTMLElement} root
   * @param {string} slug
   */
  async function load(root, slug) {
    if (arrived.has(slug)) return;
    try {
      const found = read(await html(root, slug), slug, address(root.dataset, slug));
      if (found) arrived.set(slug, found);
    } catch {
      /* who asked sees that it is missing */
    }
  }

  /**
   * Return a case's content as a part of a page one folder above its own; undefined where there is none.
   * @param {string} html
   * @param {string} slug
   * @param {string} address
   * @returns {CaseContent | undefined}
   */
  function read(html, slug, address) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const content = page.querySelector("article") ?? page.body;
    const title = content.querySelector(".case-head h1")?.textContent;
    if (!title) return undefined;
    const told = Array.from(content.querySelectorAll("[data-told-of-case]"), (part) => part.textContent);
    leaveOthers(content);
    lead(content);
    name(content, slug);
    for (const heading of content.querySelectorAll("h1, h2, h3, h4, h5")) lower(heading);
    return { slug, title, told: told.join(" · "), address, html: content.innerHTML };
  }

  /**
   * Take away what belongs to other cases, to the end of the page.
   * @param {Element} content
   */
  function leaveOthers(content) {
    const first = content.querySelector("#beslaegtede");
    while (first?.nextSibling) first.nextSibling.remove();
    first?.remove();
  }

  /**
   * Let links lead from a folder above.
   * @param {Element} content
   */
  function lead(content) {
    for (const attribute of ["href", "src"])
      for (const element of content.querySelectorAll(`[${attribute}^="../"]`))
        element.setAttribute(attribute, element.getAttribute(attribute).slice(3));
  }

  /**
   * Give elements names of their own, and let what refers to them follow.
   * @param {Element} content
   * @param {string} slug
   */
  function name(content, slug) {
    const own = /** @param {string} id */ (id) => `${slug}--${id}`;
    for (const element of content.querySelectorAll("[id]")) element.id = own(element.id);
    for (const attribute of REFERRING)
      for (const element of content.querySelectorAll(`[${attribute}]`))
        element.setAttribute(attribute, own(element.getAttribute(attribute)));
    for (const link of content.querySelectorAll('[href^="#"]:not([href="#"])'))
      link.setAttribute("href", `#${own(link.getAttribute("href").slice(1))}`);
  }

  /**
   * Put a heading one level down.
   * @param {Element} heading
   */
  function lower(heading) {
    const lowered = heading.ownerDocument.createElement(`h${Number(heading.localName.slice(1)) + 1}`);
    for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
    lowered.append(...heading.childNodes);
    heading.replaceWith(lowered);
  }

  /**
   * Return the contents of those cases that there are, in the order of their slugs.
   * @param {HTMLElement} root the page's element that says where they are
   * @param {string[]} slugs
   */
  async function of(root, slugs) {
    await Promise.all(slugs.map((slug) => load(root, slug)));
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
