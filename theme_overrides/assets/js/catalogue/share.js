/** The menu of ways to share the list, and the link to it; it and that of columns close as menus do. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const menu = document.querySelector("[data-menu]");
  if (!menu) return;

  document.addEventListener("keydown", leave);

  /** @param {ElementEvent<KeyboardEvent>} event */
  function leave({ key, target }) {
    const open = key === "Escape" && target.closest(".menu[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  }

  document.addEventListener("click", ({ target }) => {
    for (const open of document.querySelectorAll(".menu[open]"))
      if (!open.contains(target)) open.open = false;
  });

  const copy = menu.querySelector("[data-copy]"),
    label = copy.textContent;
  copy.addEventListener("click", async () => {
    const isCopied = await casekatalog.clipboard.put(location.href);
    copy.textContent = isCopied ? wording.share.copied : wording.share.refused;
    setTimeout(() => {
      copy.textContent = label;
    }, 3000);
  });
})();
