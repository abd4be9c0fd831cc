// Law cards. Pointing at a citation or moving the focus there shows a preview; clicking, tapping or Enter opens the
// card under the paragraph, where it covers nothing. Without this script a citation is a link to the law page.
(() => {
  const isCitation = "a[data-rh-lagrum]";
  if (!document.querySelector(isCitation)) return;
  let cards = null; // provision id → markup, once loaded
  let loading = null;
  let preview = null; // the one preview, and the link it belongs to
  let timer = 0;

  const load = () => {
    loading ||= new Promise((resolve, reject) => {
      window.rhLagkort = (all) => {
        cards = all;
        resolve();
      };
      const script = document.createElement("script");
      script.src = new URL("lagrum/kort.js", __md_scope);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  };
  const name = (link) => link.textContent.trim();
  const fill = (box, id) => {
    box.innerHTML = cards[id]; // our own markup, escaped when the site was built
    for (const anchor of box.querySelectorAll("a")) anchor.href = new URL(anchor.getAttribute("href"), __md_scope);
    return box;
  };

  // The card in the text -------------------------------------------------------------------------------------------
  const place = (link, card) => {
    const host = link.closest("dl, table, p, h2, h3, h4, li") || link;
    const box = host.matches("table") ? host.closest(".md-typeset__scrollwrap") || host : host;
    if (box.matches("li")) box.append(card);
    else box.after(card);
  };
  const close = (card) => {
    for (const link of document.querySelectorAll(`${isCitation}[aria-controls="${card.id}"]`)) {
      link.removeAttribute("aria-controls");
      link.setAttribute("aria-expanded", "false");
      if (card.contains(document.activeElement)) link.focus();
    }
    card.remove();
  };
  const open = (link) => {
    const id = link.dataset.rhLagrum;
    const before = document.getElementById("kort-" + id);
    if (before) close(before);
    const card = fill(document.createElement("aside"), id);
    card.className = "rh-lagkort";
    card.id = "kort-" + id;
    card.setAttribute("aria-label", "Om " + name(link));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rh-stang";
    button.textContent = "Stäng";
    button.setAttribute("aria-label", "Stäng kortet om " + name(link));
    button.addEventListener("click", () => close(card));
    card.prepend(button);
    place(link, card);
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", card.id);
  };

  // The preview ----------------------------------------------------------------------------------------------------
  const hide = () => {
    clearTimeout(timer);
    if (!preview) return;
    preview.link.removeAttribute("aria-describedby");
    preview.box.remove();
    preview = null;
  };
  const position = (box, link) => {
    const at = link.getClientRects()[0];
    const edge = 8;
    const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - edge);
    const fitsBelow = at.bottom + box.offsetHeight + edge < innerHeight || at.top < box.offsetHeight + edge;
    box.style.left = `${Math.max(edge, left) + scrollX}px`;
    box.style.top = `${(fitsBelow ? at.bottom : at.top - box.offsetHeight) + scrollY}px`;
  };
  const show = (link) => {
    hide();
    if (!link.isConnected || link.getAttribute("aria-expanded") === "true") return;
    const box = fill(document.createElement("div"), link.dataset.rhLagrum);
    box.className = "rh-lagkort rh-lagkort--svavar";
    box.id = "rh-lagkort-svavar";
    box.setAttribute("role", "tooltip");
    for (const anchor of box.querySelectorAll("a")) anchor.replaceWith(...anchor.childNodes); // the opened card has them
    box.querySelector(".rh-mer").textContent = "Tryck på hänvisningen för att öppna kortet i texten.";
    box.addEventListener("mouseenter", () => clearTimeout(timer));
    box.addEventListener("mouseleave", () => hideSoon());
    document.querySelector("article").append(box);
    position(box, link);
    link.setAttribute("aria-describedby", box.id);
    preview = { box, link };
  };
  let wanted = null;
  const hideSoon = () => {
    clearTimeout(timer);
    wanted = null;
    timer = setTimeout(hide, 200); // time to move the pointer into the preview
  };
  const showSoon = (link, delay) => {
    clearTimeout(timer);
    if (preview && preview.link === link) return;
    wanted = link;
    // The cards may come when the reader has long since moved on.
    timer = setTimeout(() => load().then(() => wanted === link && show(link), () => {}), delay);
  };

  const citation = (event) => (event.target.closest ? event.target.closest(isCitation) : null);
  for (const link of document.querySelectorAll(isCitation)) link.setAttribute("aria-expanded", "false");
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "mouse" && citation(event);
    if (link) showSoon(link, 350);
  });
  document.addEventListener("pointerout", (event) => {
    if (citation(event)) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = citation(event);
    // A preview of where the focus was must not cover where it is (WCAG 2.4.11).
    if (preview && preview.link !== link) hide();
    if (link && link.matches(":focus-visible")) showSoon(link, 0);
    else hideSoon();
  });
  document.addEventListener("click", (event) => {
    const link = citation(event);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    hide();
    const opened = link.getAttribute("aria-expanded") === "true" && document.getElementById(link.getAttribute("aria-controls"));
    if (opened) close(opened);
    else load().then(() => open(link), () => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inside = document.activeElement.closest(".rh-lagkort");
    const link = citation({ target: document.activeElement });
    const card = inside || (link && document.getElementById(link.getAttribute("aria-controls")));
    if (preview) hide();
    else if (card) close(card);
  });
})();
