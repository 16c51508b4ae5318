// The menu of small screens for the keyboard: Material opens it with a label, which no keyboard reaches.
(function () {
  "use strict";

  const toggle = document.getElementById("__drawer");
  const label = document.querySelector('.md-header [for="__drawer"]');
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !label || !menu) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} menu-button`;
  button.setAttribute("aria-label", "Menu");
  button.append(...label.childNodes);
  label.replaceWith(button);
  show();

  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => {
    show();
    if (toggle.checked) menu.querySelector(".md-nav__list a").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });

  function show() {
    button.setAttribute("aria-expanded", String(toggle.checked));
  }
})();
