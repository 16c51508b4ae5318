/* The menu of ways to share the list, and the link to it. */
(() => {
  "use strict";
  const menu = document.querySelector("[data-menu]");
  if (!menu) return;

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  const copy = menu.querySelector("[data-copy]"),
    label = copy.textContent;
  copy.addEventListener("click", async () => {
    const isCopied = await casekatalog.clipboard.put(location.href);
    copy.textContent = isCopied ? "Linket er kopieret" : "Kopiér adressen øverst i browseren";
    setTimeout(() => {
      copy.textContent = label;
    }, 3000);
  });
})();
