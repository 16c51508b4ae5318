/** The reader's own list of cases, and how many are on it, at the top of every page. */
casekatalog.shortlist = (() => {
  "use strict";
  const { wording } = casekatalog;
  const { el } = casekatalog.dom;
  const shortlist = casekatalog.kept.list("casekatalog.shortlist", "casekatalog.udvalg");
  const way = document.querySelector("[data-shortlist]");
  const place = el("span", "shortlist-link__count");
  const MOST = 50,
    LONGEST = 2000; /* letters of a link that mail programs leave whole */

  /**
   * Put a case on the list, or take it off. Return in words why it could not be put there, if so.
   * @param {string} slug
   */
  function toggle(slug) {
    const slugs = shortlist.read();
    if (!slugs.includes(slug) && !hasRoom([...slugs, slug]))
      return casekatalog.text.fill(wording.kept_list.full, { count: slugs.length });
    shortlist.toggle(slug);
    return "";
  }

  /** @param {string[]} slugs */
  function hasRoom(slugs) {
    return slugs.length <= MOST && casekatalog.kept.link(way.href, slugs).length <= LONGEST;
  }

  function count() {
    const slugs = shortlist.read();
    const word = ` ${casekatalog.text.counted(wording.counts.case, slugs.length)}`;
    place.hidden = !slugs.length;
    place.replaceChildren(String(slugs.length), el("span", "visually-hidden", word));
    if (shortlist.travels()) way.href = casekatalog.kept.link(way.href, slugs);
  }

  if (way) {
    way.append(" ", place);
    shortlist.follow(count);
    count();
  }
  return { ...shortlist, toggle, MOST };
})();
