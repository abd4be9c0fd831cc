// Sets the colours before the first paint: the reader's stored choice, otherwise what the computer prefers.
(() => {
  const stored = __md_get("__palette");
  let colours = stored && stored.color;
  if (!colours) {
    const options = [...document.querySelectorAll("[data-md-component=palette] input")];
    const wanted = options.find((option) => matchMedia(option.dataset.mdColorMedia).matches);
    if (!wanted) return;
    colours = {
      media: wanted.dataset.mdColorMedia,
      scheme: wanted.dataset.mdColorScheme,
      primary: wanted.dataset.mdColorPrimary,
      accent: wanted.dataset.mdColorAccent,
    };
  }
  for (const [key, value] of Object.entries(colours)) document.body.setAttribute("data-md-color-" + key, value);
})();
