/* The reader's own list of cases, and how many are on it, at the top of every page. */
casekatalog.shortlist = (() => {
  "use strict";
  const shortlist = casekatalog.kept.list("casekatalog.shortlist", "casekatalog.udvalg");
  const way = document.querySelector("[data-shortlist]");

  function count() {
    const slugs = shortlist.read();
    const place = way.querySelector("[data-shortlist-count]");
    place.hidden = !slugs.length;
    place.firstElementChild.textContent = String(slugs.length);
    place.lastElementChild.textContent = slugs.length === 1 ? " case" : " cases";
    if (shortlist.travels()) way.href = casekatalog.kept.link(way.href, slugs);
  }

  if (way) {
    shortlist.follow(count);
    count();
  }
  return shortlist;
})();
