// "På sidan": marks the heading that is being read, and keeps it in view in the list.
(() => {
  const list = document.querySelector(".md-nav--secondary");
  if (!list) return;
  const entries = [...list.querySelectorAll("a[href^='#']")]
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter((entry) => entry.heading);
  const LINE = 120; // px below the top of the window: what is above it has been reached
  let marked = null;
  const mark = () => {
    const reached = entries.filter((entry) => entry.heading.getBoundingClientRect().top < LINE);
    const link = reached.length ? reached.at(-1).link : null;
    if (link === marked) return;
    marked?.classList.remove("md-nav__link--active");
    marked?.removeAttribute("aria-current");
    marked = link;
    if (!link) return;
    link.classList.add("md-nav__link--active");
    link.setAttribute("aria-current", "location");
    const box = link.closest(".md-sidebar__scrollwrap");
    const [at, frame] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (at.top < frame.top || at.bottom > frame.bottom) box.scrollTop += at.top - frame.top - frame.height / 2;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }, { passive: true });
  mark();
})();
