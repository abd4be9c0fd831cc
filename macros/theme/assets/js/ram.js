// Makes the theme's frame work by keyboard and screen reader: menu, colours, and no single-letter shortcuts.
(() => {
  const drawer = document.getElementById("__drawer");
  const menu = document.getElementById("rh-meny");

  // The theme opens and closes by hidden boxes. A button takes their place: it has a name, a state and the keyboard.
  const steer = (button, toggle) => {
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)));
  };

  const menuButton = document.querySelector(".rh-knapp-ram--drawer");
  if (menu && drawer && menuButton) {
    const closeButton = menu.querySelector(".rh-meny__stang");
    const close = (returnFocus) => {
      if (!drawer.checked) return;
      drawer.click();
      if (returnFocus) menuButton.focus();
    };
    steer(menuButton, drawer);
    drawer.addEventListener("change", () => {
      if (drawer.checked) setTimeout(() => closeButton.focus(), 50); // after it became visible
    });
    closeButton.addEventListener("click", () => close(true));
    document.querySelector(".md-overlay").addEventListener("click", () => setTimeout(() => menuButton.focus(), 0));
    document.addEventListener("keydown", (event) => event.key === "Escape" && close(true));
    // What has the focus must not lie under the menu.
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
    });
  }

  // The colours: one button that says whether the dark ones are on.
  const dark = document.querySelector(".rh-knapp-ram--lage");
  const schemes = [...document.querySelectorAll("[data-md-component=palette] input")];
  if (dark && schemes.length === 2) {
    const isDark = () => document.body.getAttribute("data-md-color-scheme") === "slate";
    const say = () => dark.setAttribute("aria-pressed", String(isDark()));
    dark.addEventListener("click", () => {
      const wanted = isDark() ? "default" : "slate";
      const option = schemes.find((scheme) => scheme.getAttribute("data-md-color-scheme") === wanted);
      option.checked = false; // the theme does not mark the one it starts with: a click must always be a change
      option.click();
    });
    new MutationObserver(say).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    say();
  }

  // WCAG 2.1.4: the theme turns single characters into commands and offers no way to switch that off. Here none does.
  const commands = new Set(["f", "s", "p", "n", ",", ".", "/"]);
  const writes = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !commands.has(event.key)) return;
      if (!(event.target instanceof Element && event.target.closest(writes))) event.stopPropagation();
    },
    true,
  );
})();
