/** The address that the browser shows. Some browsers let no script change that of a page from a folder. */
casekatalog.address = (() => {
  "use strict";

  /**
   * Show another address in place of this one, if the browser lets us; `beside` is what it remembers with it.
   * @param {string | URL} address
   * @param {unknown} [beside]
   */
  function replace(address, beside = history.state) {
    return write("replaceState", address, beside);
  }

  /**
   * Show another address, from which "back" leads to this one, if the browser lets us.
   * @param {string | URL} address
   * @param {unknown} [beside]
   */
  function push(address, beside = null) {
    return write("pushState", address, beside);
  }

  /**
   * Where nothing but the address tells what a page shows, that page is loaded, as links do.
   * @param {string} address
   * @param {(address: string) => boolean} way
   */
  function go(address, way) {
    if (!way(address)) location.assign(address);
  }

  /**
   * @param {"pushState" | "replaceState"} method
   * @param {string | URL} address
   * @param {unknown} beside
   */
  function write(method, address, beside) {
    try {
      history[method](beside, "", address);
      return true;
    } catch {
      return false;
    }
  }

  return { replace, push, go };
})();
