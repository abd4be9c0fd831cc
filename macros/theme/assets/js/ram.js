// Makes the theme's frame work by keyboard: real buttons for menu and search, no single-letter shortcuts.
(() => {
  const drawer = document.getElementById("__drawer");
  const search = document.getElementById("__search");
  const menu = document.querySelector(".md-sidebar--primary");

  // A label cannot be reached by keyboard. The label stays (the theme's script needs it); a button takes its place.
  const replaceByButton = (toggle, name, controls, field) => {
    const label = document.querySelector(`.md-header__button[for="${toggle.id}"]`);
    if (!label) return null;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-header__button md-icon rh-knapp-ram rh-knapp-ram" + toggle.id.replace("__", "--");
    button.setAttribute("aria-label", name);
    button.setAttribute("aria-expanded", "false");
    if (controls) button.setAttribute("aria-controls", controls);
    button.append(...label.childNodes);
    button.addEventListener("click", () => {
      label.click();
      if (field) field.focus(); // the theme focuses it too early, before it is shown
    });
    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
      // Closed by keyboard, the focus would otherwise fall to the top of the page.
      if (!toggle.checked) setTimeout(() => document.activeElement === document.body && button.focus(), 0);
    });
    label.after(button);
    label.hidden = true;
    return button;
  };

  if (search) replaceByButton(search, "Sök", null, document.querySelector("[data-md-component=search-query]"));
  if (menu && drawer) {
    menu.id = "rh-meny";
    const button = replaceByButton(drawer, "Meny", menu.id, null);
    const close = () => {
      drawer.checked = false;
      drawer.dispatchEvent(new Event("change"));
    };
    drawer.addEventListener("change", () => {
      if (drawer.checked) setTimeout(() => menu.querySelector("a[href]").focus(), 50); // after it became visible
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      close();
      button.focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (drawer.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) close();
    });
  }

  // WCAG 2.1.4: the theme turns single letters into commands and offers no way to switch that off. "/" stays.
  const commands = new Set(["f", "s", "p", "n", ",", "."]);
  const field = document.querySelector("[data-md-component=search-query]");
  document.addEventListener(
    "keydown",
    (event) => {
      const typing = event.target.closest && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
      if (!typing && commands.has(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
      if (!typing && event.key === "/" && !event.ctrlKey && !event.metaKey && search && field) {
        if (!search.checked) search.click(); // a closed search is hidden and cannot take the focus
        field.focus();
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
})();
