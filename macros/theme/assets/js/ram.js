// The menu of a narrow screen: opened by a button with a name and a state, closed by Escape, a click beside it or a choice.
(() => {
  const drawer = document.getElementById("__drawer");
  const menu = document.getElementById("rh-meny");

  // The theme opens and closes by a hidden box. A button takes its place: it has a name, a state and the keyboard.
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
    menu.addEventListener("click", (event) => event.target.closest("a") && close(false));
    // What has the focus must not lie under the menu.
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
    });
  }
})();
