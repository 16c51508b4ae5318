/** The files of the index, as generator/search/index.py writes them, and any other script that a page fetches late. */
casekatalog.store = (() => {
  "use strict";
  const { data } = casekatalog;
  /** @type {Map<string, Promise<void>>} */
  const waiting = new Map();
  /** @type {[kind: keyof CaseParts, most: number][]} */
  const MOST_KEPT = [
    ["cards", 800],
    ["texts", 60],
  ];
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", src).href;
  let pending = 0;

  class NotLoaded extends Error {}

  /**
   * Load a script. Script elements work from a folder too.
   * @param {string} address
   * @returns {Promise<void>}
   */
  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => {
        element.remove();
        done();
      };
      element.onerror = () => {
        element.remove();
        failed(new NotLoaded(address));
      };
      document.head.append(element);
    });
  }

  /**
   * Return what is there under a name.
   * @template {keyof HandedOver} Name
   * @param {Name} name
   */
  function get(name) {
    return data.get(name);
  }

  /** @param {string[]} names */
  async function load(names) {
    pending++;
    try {
      await fetchAll(names);
    } finally {
      if (!--pending) release(new Set(names));
    }
  }

  /** @param {string[]} names */
  function fetchAll(names) {
    return Promise.all(
      names.map((name) => {
        if (data.has(name)) return null;
        if (!waiting.has(name)) {
          const loading = script(`${root}assets/search/${name}.js`);
          waiting.set(name, loading);
          const forget = () => waiting.delete(name);
          loading.then(forget, forget);
        }
        return waiting.get(name);
      }),
    );
  }

  /**
   * Forget the oldest cards and texts: they can be loaded again, and all of them together are many megabytes.
   * @param {Set<string>} wanted
   */
  function release(wanted) {
    for (const [kind, most] of MOST_KEPT) {
      const old = Array.from(data.keys()).filter((name) => name.startsWith(`${kind}/`) && !wanted.has(name));
      for (const name of old.slice(0, Math.max(0, old.length - most))) data.delete(name);
    }
  }

  /**
   * Return a part of a case, several of which lie in a file.
   * @template {keyof CaseParts} Kind
   * @param {Kind} name
   * @param {number} id
   * @returns {CaseParts[Kind]}
   */
  function part(name, id) {
    const size = data.get("facets").sizes[name],
      found = /** @type {CaseParts[Kind][]} */ (data.get(`${name}/${Math.floor(id / size)}`));
    return found?.[id % size];
  }

  /**
   * @param {keyof CaseParts} name
   * @param {number[]} ids
   */
  function filesOf(name, ids) {
    const size = data.get("facets").sizes[name];
    return Array.from(new Set(ids.map((id) => `${name}/${Math.floor(id / size)}`)));
  }

  /**
   * Return what a list shows of a case whose file of cards is there.
   * @param {number} id
   */
  function card(id) {
    const { slug, ...shown } = part("cards", id);
    return { url: link(`case/${slug}/`), ...shown };
  }

  /**
   * Return the link to a page of the site, which names the file itself where no server would.
   * @param {string} url
   */
  function link(url) {
    const mark = url.indexOf("#"),
      path = mark < 0 ? url : url.slice(0, mark),
      anchor = mark < 0 ? "" : url.slice(mark);
    if (!data.get("facets").directories)
      return `${root + (path.replace(/\/$/, "") || "index")}.html${anchor}`;
    return root + path + (location.protocol === "file:" ? "index.html" : "") + anchor;
  }

  /**
   * Return the whole address of what lies at an address of the site.
   * @param {string} url
   */
  function at(url) {
    return new URL(url, root).href;
  }

  return { NotLoaded, script, get, load, part, filesOf, card, link, at };
})();
