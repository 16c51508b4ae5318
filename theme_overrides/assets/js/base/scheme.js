/** The scheme of colours: the reader's choice, or that of the device. It runs before the page is seen, so that none flashes. */
(() => {
  "use strict";
  const KEY = "casekatalog.udseende";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.body;

  dataset.scheme = stored();
  paint();
  dark.addEventListener("change", paint);
  // base/scheme-switch.js chooses.
  document.body.addEventListener("scheme", () => {
    keep();
    paint();
  });

  /* What is kept is the name of a scheme, or nothing where the device chooses. */
  function stored() {
    try {
      return localStorage.getItem(KEY) || "";
    } catch {
      return "";
    }
  }

  function keep() {
    try {
      localStorage.setItem(KEY, dataset.scheme || "");
    } catch {
      /* The choice lasts as long as the page. */
    }
  }

  function paint() {
    dataset.mdColorScheme = dataset.scheme || (dark.matches ? "slate" : "default");
  }
})();
