/** The list of headings beside the text shows which of them the reader is at. */
(() => {
  "use strict";
  const BELOW_HEADER = 100;
  const list = document.querySelector("[data-outline]");
  if (!list) return;
  const links = Array.from(list.querySelectorAll("a"));
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  let isWaiting = false;

  addEventListener(
    "scroll",
    () => {
      if (!isWaiting) requestAnimationFrame(follow);
      isWaiting = true;
    },
    { passive: true },
  );

  function follow() {
    isWaiting = false;
    if (!list.offsetHeight) return;
    const at = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top < BELOW_HEADER,
    );
    links.forEach((link, index) => {
      link.classList.toggle("md-nav__link--active", index === at);
    });
    if (at >= 0) list.scrollTop = links[at].offsetTop - list.offsetTop - list.clientHeight / 2;
  }
})();
