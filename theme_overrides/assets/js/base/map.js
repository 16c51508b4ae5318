/* The map of municipalities: one stop for Tab, arrow keys between tiles, and the name of the tile in question. */
casekatalog.map = (() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const drawing = document.querySelector("svg[data-tiles]");
  if (!drawing) return { tiles: [], tileOf: () => undefined, recount: () => {} };

  const starts = (drawing.dataset.starts || "1").split(" ").map(Number);
  const tiles = Array.from(drawing.querySelectorAll("a"), (link) => {
    const place = link.transform.baseVal.getItem(0).matrix;
    const name = link.querySelector("title").textContent.split(":")[0];
    return {
      link,
      name,
      all: Number(link.querySelector("text")?.textContent),
      x: place.e,
      y: place.f,
      slug: link.getAttribute("href").match(/([^/]+?)(\/|\.html)$/)[1],
    };
  });
  const named = drawing.appendChild(document.createElementNS(SVG, "text"));
  named.setAttribute("class", "map__now");
  named.setAttribute("x", String(drawing.viewBox.baseVal.width));
  named.setAttribute("y", "14");
  named.setAttribute("aria-hidden", "true");

  let current = tiles.find(({ link }) => !link.classList.contains("step0")) || tiles[0];
  for (const { link } of tiles) link.setAttribute("tabindex", "-1");
  current.link.setAttribute("tabindex", "0");
  const around = drawing.parentElement; /* a drawing that listens for focus would be a stop for Tab itself */
  around.addEventListener("keydown", walk);
  around.addEventListener("focusin", ({ target }) => stand(tileOf(target)));
  for (const type of ["mouseover", "focusin"]) around.addEventListener(type, ({ target }) => tell(target));
  for (const type of ["mouseleave", "focusout"]) around.addEventListener(type, () => tell(null));
  return { tiles, tileOf, recount };

  function tileOf(target) {
    const link = target?.closest("a");
    return tiles.find((tile) => tile.link === link);
  }

  /* Show how many each municipality has of the cases that `counts` knows by slug, or with null of all. */
  function recount(counts) {
    for (const tile of tiles.filter((each) => each.all)) {
      const count = counts ? counts.get(tile.slug) || 0 : tile.all,
        number = tile.link.querySelector("text");
      if (number.textContent === String(count)) continue;
      number.textContent = String(count);
      tile.link.querySelector("title").textContent =
        `${tile.name}: ${count ? casekatalog.text.counted(count, "case", "cases") : "ingen af de fundne cases"}`;
      const step = starts.filter((start) => count >= start).length;
      tile.link.setAttribute("class", tile.link.classList.value.replace(/step\d/, `step${step}`));
    }
  }

  function stand(tile) {
    if (!tile) return;
    current.link.setAttribute("tabindex", "-1");
    current = tile;
    current.link.setAttribute("tabindex", "0");
  }

  function tell(target) {
    named.textContent = tileOf(target)?.link.querySelector("title").textContent || "";
  }

  function walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = tileOf(event.target) && step(event.key);
    if (!next) return;
    event.preventDefault();
    next.link.focus();
  }

  function step(key) {
    if (key === "Home") return tiles[0];
    if (key === "End") return tiles.at(-1);
    if (key === "ArrowRight") return nearest((tile) => tile.x - current.x, "y");
    if (key === "ArrowLeft") return nearest((tile) => current.x - tile.x, "y");
    if (key === "ArrowDown") return nearest((tile) => tile.y - current.y, "x");
    if (key === "ArrowUp") return nearest((tile) => current.y - tile.y, "x");
    return null;
  }

  /* Return the closest tile that lies ahead; a detour to the side costs more than a gap. */
  function nearest(ahead, side) {
    let found = null,
      least = Infinity;
    for (const tile of tiles) {
      const distance = ahead(tile),
        cost = distance + 3 * Math.abs(tile[side] - current[side]);
      if (distance > 0 && cost < least) [found, least] = [tile, cost];
    }
    return found;
  }
})();
