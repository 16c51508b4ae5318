/** A button in the header that goes round the schemes of colours; without JavaScript the device chooses. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { button, icon } = casekatalog.dom;
  const FACES = [
    {
      scheme: "",
      told: wording.schemes.device,
      drawn:
        "M12 2A10 10 0 0 0 2 12a10 10 0 0 0 10 10 10 10 0 0 0 10-10A10 10 0 0 0 12 2m0 2a8 8 0 0 1 8 8 8 8 0 0 1-8 8z",
    },
    {
      scheme: "default",
      told: wording.schemes.light,
      drawn:
        "m3.55 19.09 1.41 1.41 1.8-1.79-1.42-1.42M12 6c-3.31 0-6 2.69-6 6s2.69 6 6 6 6-2.69 6-6c0-3.32-2.69-6-6-6m8 7h3v-2h-3m-2.76 7.71 1.8 1.79 1.41-1.41-1.79-1.8M20.45 5l-1.41-1.4-1.8 1.79 1.42 1.42M13 1h-2v3h2M6.76 5.39 4.96 3.6 3.55 5l1.79 1.81zM1 13h3v-2H1m12 9h-2v3h2",
    },
    {
      scheme: "slate",
      told: wording.schemes.dark,
      drawn: "M2 12a10 10 0 0 0 13 9.54 10 10 0 0 1 0-19.08A10 10 0 0 0 2 12",
    },
  ];
  const { body } = document;
  const turn = button("md-header__button md-icon");
  // On the page for lost addresses base/scheme.js may be lost too.
  if (body.dataset.scheme === undefined) return;

  show();
  turn.addEventListener("click", () => {
    body.dataset.scheme = FACES[(chosen() + 1) % FACES.length].scheme;
    body.dispatchEvent(new Event("scheme"));
    show();
  });
  turn.dataset.schemeSwitch = "";
  document.querySelector("[data-header]")?.append(turn);

  /* What is kept from another version may be the name of no scheme. */
  function chosen() {
    return Math.max(
      0,
      FACES.findIndex(({ scheme }) => scheme === body.dataset.scheme),
    );
  }

  function show() {
    const { told, drawn } = FACES[chosen()];
    turn.title = told;
    turn.setAttribute("aria-label", told);
    turn.replaceChildren(icon(drawn));
  }
})();
