// What scrolls sideways must be reachable by keyboard, in browsers that do not see to it themselves.
(() => {
  for (const box of document.querySelectorAll(".md-typeset :is(.rh-rulle, .rh-bild, pre, pre > code)")) {
    if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) continue;
    box.tabIndex = 0;
    if (box.hasAttribute("aria-label") || box.hasAttribute("aria-labelledby")) continue;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Bredare än skärmen: går att rulla i sidled");
  }
})();
