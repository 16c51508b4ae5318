/** The scheme of colours: the reader's choice, or that of the device. It runs before the page is seen, so that none flashes. */
(() => {
  "use strict";
  const KEY = "casekatalog.udseende";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = stored();

  paint();
  dark.addEventListener("change", paint);
  document.addEventListener("DOMContentLoaded", listen);

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
      localStorage.setItem(KEY, chosen);
    } catch {
      /* The choice lasts as long as the page. */
    }
  }

  function paint() {
    document.body.dataset.mdColorScheme = chosen || (dark.matches ? "slate" : "default");
  }

  function listen() {
    const button = document.querySelector("[data-scheme-switch]");
    const faces = Array.from(button.children);
    const show = () => {
      const face = faces.find((other) => other.dataset.scheme === chosen) || faces[0];
      for (const other of faces) other.hidden = other !== face;
      button.title = face.dataset.told;
      button.setAttribute("aria-label", face.dataset.told);
      return faces.indexOf(face);
    };
    button.addEventListener("click", () => {
      chosen = faces[(show() + 1) % faces.length].dataset.scheme;
      keep();
      paint();
      show();
    });
    show();
    button.hidden = false;
  }
})();
