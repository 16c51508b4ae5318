/**
 * The map of municipalities: one stop for Tab, arrow keys between tiles, and the name of the tile in question.
 * @typedef {object} Tile
 * @property {SVGAElement} link
 * @property {string} slug
 * @property {string} name
 * @property {number} all how many cases it has
 * @property {number} x
 * @property {number} y
 */
casekatalog.map = (() => {
  "use strict";
  const { wording } = casekatalog,
    { counted, fill } = casekatalog.text;
  const SVG = "http://www.w3.org/2000/svg";
  const drawing = document.querySelector("svg[data-tiles]");
  if (!drawing) return { tiles: /** @type {Tile[]} */ ([]), tileOf: () => undefined, recount: () => {} };

  /** @type {number[]} */
  const starts = (drawing.dataset.starts || "1").split(" ").map(Number);
  /** @type {Tile[]} */
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
  const follow = (/** @type {Event} */ { target }) => stand(tileOf(target));
  const say = (/** @type {Event} */ { target }) => tell(target);
  around.addEventListener("focusin", follow);
  for (const type of ["mouseover", "focusin"]) around.addEventListener(type, say);
  for (const type of ["mouseleave", "focusout"]) around.addEventListener(type, () => tell(null));
  return { tiles, tileOf, recount };

  /**
   * @param {EventTarget | null} target
   * @returns {Tile | undefined}
   */
  function tileOf(target) {
    const link = target instanceof Element && target.closest("a");
    return tiles.find((tile) => tile.link === link);
  }

  /**
   * Show how many each municipality has of the cases that `counts` knows by slug, or with null of all.
   * @param {Map<string, number> | null} counts
   */
  function recount(counts) {
    for (const tile of tiles.filter((each) => each.all)) {
      const count = counts ? counts.get(tile.slug) || 0 : tile.all,
        number = tile.link.querySelector("text");
      if (number.textContent === String(count)) continue;
      number.textContent = String(count);
      tile.link.querySelector("title").textContent = count
        ? counted(wording.tile.cases, count, { name: tile.name })
        : fill(wording.tile.none, { name: tile.name });
      const step = starts.filter((start) => count >= start).length;
      tile.link.setAttribute("class", tile.link.classList.value.replace(/step\d/, `step${step}`));
    }
  }

  /** @param {Tile | undefined} tile */
  function stand(tile) {
    if (!tile) return;
    current.link.setAttribute("tabindex", "-1");
    current = tile;
    current.link.setAttribute("tabindex", "0");
  }

  /** @param {EventTarget | null} target */
  function tell(target) {
    named.textContent = tileOf(target)?.link.querySelector("title").textContent || "";
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = tileOf(event.target) && step(event.key);
    if (!next) return;
    event.preventDefault();
    next.link.focus();
  }

  /** @param {string} key */
  function step(key) {
    if (key === "Home") return tiles[0];
    if (key === "End") return tiles.at(-1);
    if (key === "ArrowRight") return nearest((tile) => tile.x - current.x, "y");
    if (key === "ArrowLeft") return nearest((tile) => current.x - tile.x, "y");
    if (key === "ArrowDown") return nearest((tile) => tile.y - current.y, "x");
    if (key === "ArrowUp") return nearest((tile) => current.y - tile.y, "x");
    return null;
  }

  /**
   * Return the closest tile that lies ahead; a detour to the side costs more than a gap.
   * @param {(tile: Tile) => number} ahead
   * @param {"x" | "y"} side
   */
  function nearest(ahead, side) {
    /** @type {Tile | null} */
    let found = null;
    let least = Infinity;
    for (const tile of tiles) {
      const distance = ahead(tile),
        cost = distance + 3 * Math.abs(tile[side] - current[side]);
      if (distance > 0 && cost < least) [found, least] = [tile, cost];
    }
    return found;
  }
})();
