// The search over the page: opened by the link in the header, by a search field on a page, or by Ctrl+K. Engine and index are
// fetched when it is opened. What is typed stays in the page.
(() => {
  const opener = document.querySelector("[data-rh-sok-oppna]");
  if (!opener || typeof HTMLDialogElement === "undefined") return;
  const root = new URL("..", opener.href);

  const make = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  };
  const script = (address) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = done;
    element.onerror = () => failed(new Error(address));
    document.head.append(element);
  });
  let engine;
  const load = () => {
    if (engine) return engine;
    document.head.append(make("link", { rel: "preload", as: "script", href: new URL("sok/katalog.js", root) })); // beside the engine
    engine = script(new URL("sok/motor.js", root)).then(() => rhSok.hämtaKatalog());
    engine.catch(() => (engine = undefined)); // the next attempt tries again
    return engine;
  };
  const attach = async (view) => {
    try {
      await load();
      rhTräffar(view, root);
    } catch {
      view.status.textContent = "Sökningen gick inte att hämta. Kontrollera nätet och försök igen.";
    }
  };

  let dialog, view;
  const build = () => {
    const field = make("input", { type: "search", class: "rh-sokruta__falt", "aria-label": "Sök i handboken", placeholder: "Sök i handboken",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go" });
    const close = make("button", { type: "button", class: "rh-sokruta__stang" }, "Stäng");
    const status = make("p", { class: "rh-sokruta__status", role: "status" }, "Skriv vad du söker. Delar av ord, förkortningar och gamla paragrafer går bra.");
    const list = make("div", { class: "rh-sokruta__traffar" });
    view = { field, status, list, all: new URL("sok/", root) };
    dialog = make("dialog", { class: "rh-sokruta md-typeset", "aria-label": "Sök i handboken" },
      make("div", { class: "rh-sokruta__rad" }, field, close), status, list);
    close.addEventListener("click", () => dialog.close());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // the browser would only empty the field
      dialog.close();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    document.body.append(dialog);
    attach(view);
  };
  const open = (words) => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    if (words !== undefined) view.field.value = words;
    view.field.focus();
    view.field.select();
    view.field.dispatchEvent(new Event("input"));
  };

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.setAttribute("aria-keyshortcuts", "Control+K");
  opener.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), open()));
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("pointerenter", () => load().catch(() => {}), { once: true }); // a head start
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });

  // A search field on a page opens the search with the words typed there; on the search's own page the hits stand below it.
  for (const form of document.querySelectorAll("form[data-rh-sok]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.elements.q.value);
    });
    for (const tip of form.querySelectorAll("[data-rh-sokord]")) {
      tip.addEventListener("click", (event) => {
        event.preventDefault();
        open(tip.dataset.rhSokord);
      });
    }
  }
  const page = document.querySelector("[data-rh-soksida]");
  if (page) {
    const field = page.querySelector("input");
    field.value = new URLSearchParams(location.search).get("q") || "";
    page.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", () => {
      const address = new URL(location);
      if (field.value) address.searchParams.set("q", field.value); else address.searchParams.delete("q");
      history.replaceState(null, "", address);
    });
    attach({ field, status: page.querySelector("[role=status]"), list: page.querySelector("[data-rh-traffar]"), whole: true });
  }
})();
