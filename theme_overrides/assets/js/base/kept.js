/**
 * Lists of cases that readers keep: in their own browser alone, and where it keeps nothing, as long as the page. The
 * other tabs of the browser follow.
 */
casekatalog.kept = (() => {
  "use strict";
  const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/,
    LONGEST = 80;

  /**
   * Return the list that lies under a key, or under the one that it had before.
   * @param {string} key
   * @param {string} [former]
   */
  function list(key, former) {
    /** @type {string[] | null} */
    let memory = null;
    /** @type {(() => void)[]} */
    const followers = [];

    function read() {
      if (memory) return memory;
      try {
        const text = localStorage.getItem(key) ?? (former ? localStorage.getItem(former) : null);
        return sound(JSON.parse(text || "[]"));
      } catch {
        return [];
      }
    }

    /** @param {string[]} slugs */
    function write(slugs) {
      try {
        localStorage.setItem(key, JSON.stringify(slugs));
      } catch {
        memory = slugs;
      }
      tell();
    }

    /** @param {string} slug */
    function toggle(slug) {
      const slugs = read();
      write(slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]);
    }

    /** @param {() => void} follower */
    function follow(follower) {
      followers.push(follower);
    }

    function tell() {
      for (const follower of followers) follower();
    }

    addEventListener("storage", tell);
    addEventListener("pageshow", tell);
    return {
      read,
      write,
      toggle,
      follow,
      /** @param {string} slug */
      has: (slug) => read().includes(slug),
      /** Whether the list must travel in addresses, since the browser keeps nothing. */
      travels: () => memory !== null,
    };
  }

  /**
   * Return what may be slugs, each once.
   * @param {unknown} value
   * @returns {string[]}
   */
  function sound(value) {
    const isSlug = (/** @type {unknown} */ slug) =>
      typeof slug === "string" && slug.length <= LONGEST && SLUG.test(slug);
    return Array.isArray(value) ? [...new Set(value.filter(isSlug))] : [];
  }

  /** Return the cases that the address of the page names, or null when it names none. */
  function given() {
    const named = new URLSearchParams(location.search).get("cases");
    return named === null ? null : sound(named.split(","));
  }

  /**
   * Return the address of a page with cases in it.
   * @param {string} address
   * @param {string[]} slugs
   */
  function link(address, slugs) {
    const url = new URL(address, location.href);
    url.search = `?cases=${slugs.join(",")}`;
    return url.href;
  }

  return { list, given, link };
})();
