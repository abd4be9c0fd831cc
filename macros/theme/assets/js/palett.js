// The colours: the reader's choice in this tab, otherwise what the computer prefers. Set before the first paint.
(() => {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const scheme = () => rhMinne.get("farger") || (prefersDark.matches ? "slate" : "default");
  const show = () => document.body.setAttribute("data-md-color-scheme", scheme());
  show();
  prefersDark.addEventListener("change", show);

  // One button that says whether the dark ones are on. It stands before this script in the page.
  const dark = document.querySelector(".rh-knapp-ram--lage");
  if (!dark) return;
  const say = () => dark.setAttribute("aria-pressed", String(scheme() === "slate"));
  dark.addEventListener("click", () => {
    rhMinne.set("farger", scheme() === "slate" ? "default" : "slate");
    show();
    say();
  });
  prefersDark.addEventListener("change", say);
  say();
})();
