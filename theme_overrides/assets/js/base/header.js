/** The header says what the page is called once its heading is out of sight, and leads back up. */
(() => {
  "use strict";
  const { wording } = casekatalog;
  const { el, button, icon } = casekatalog.dom;
  const FAR = 400;
  const UP = "M13 20h-2V8l-5.5 5.5-1.42-1.42L12 4.16l7.92 7.92-1.42 1.42L13 8z";
  const title = document.querySelector("[data-header-title]");
  const heading = document.querySelector("main h1");
  const called = document.querySelector("meta[property='og:title']");
  const top = button("md-top md-icon", icon(UP), ` ${wording.page_top.back}`);
  let before = 0;
  // A frame of one's own may have none.
  if (!title || !heading || !called) return;

  title.firstElementChild.append(el("div", "md-header__topic", el("span", "md-ellipsis", called.content)));
  top.hidden = true;
  document.querySelector("main").append(top);
  new IntersectionObserver(name).observe(heading);
  addEventListener("scroll", offer, { passive: true });
  top.addEventListener("click", () => {
    scrollTo({ top: 0, behavior: "smooth" });
    document.querySelector("#indhold").focus({ preventScroll: true });
  });

  /** @param {IntersectionObserverEntry[]} entries */
  function name(entries) {
    const { isIntersecting, boundingClientRect } = entries[entries.length - 1];
    title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0);
  }

  /* Who turns back far down the page may be on the way up. */
  function offer() {
    top.hidden = scrollY < FAR || scrollY >= before;
    before = scrollY;
  }
})();
