/** The header says what the page is called once its heading is out of sight, and leads back up. */
(() => {
  "use strict";
  const FAR = 400;
  const title = document.querySelector("[data-header-title]");
  const heading = document.querySelector("main h1");
  const top = document.querySelector(".md-top");
  let before = 0;
  // A frame of one's own may have neither.
  if (!title || !top) return;

  if (heading) new IntersectionObserver(name).observe(heading);
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
