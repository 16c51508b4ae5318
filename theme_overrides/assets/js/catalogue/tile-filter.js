/* A tile of the front page's map that has cases filters by its municipality; the others lead to its page. */
(() => {
  "use strict";
  const form = document.querySelector("[data-facets]"),
    drawing = document.querySelector("[data-catalogue] svg[data-tiles]");
  if (!form || !drawing) return;

  drawing.addEventListener("click", (event) => {
    const tile = casekatalog.map.tileOf(event.target);
    const box = tile && form.querySelector(`input[name="municipality"][value="${tile.slug}"]`);
    if (!box || tile.link.classList.contains("step0")) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(box);
  });

  async function choose(box) {
    await casekatalog.settled;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    await casekatalog.settled;
    document.querySelector("#cases").focus();
  }
})();
