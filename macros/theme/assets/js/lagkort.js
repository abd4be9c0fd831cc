// Law cards. Pointing at a citation or moving the focus there shows a preview; clicking, tapping or Enter opens the
// card under the paragraph, where it covers nothing. Without this script a citation is a link to the law page.
(() => {
  const isCitation = "a[data-rh-lagrum]";
  if (!document.querySelector(isCitation)) return;
  let cards = null; // provision id → markup, once loaded
  const fetchCards = rhHamta("lagrum/kort.js", "rhLagkort");
  const load = () => fetchCards().then((all) => (cards = all));
  const name = (link) => link.textContent.trim();
  const fill = (box, id) => {
    box.innerHTML = cards[id]; // our own markup, escaped when the site was built
    for (const anchor of box.querySelectorAll("a")) anchor.href = new URL(anchor.getAttribute("href"), rhRot);
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
  const preview = rhSvavruta({
    selector: isCitation,
    id: "rh-lagkort-svavar",
    className: "rh-lagkort rh-lagkort--svavar",
    load,
    fill: (empty, link) => {
      const box = fill(empty, link.dataset.rhLagrum);
      for (const anchor of box.querySelectorAll("a")) anchor.replaceWith(...anchor.childNodes); // the opened card has them
      box.querySelector(".rh-mer").textContent = "Tryck på hänvisningen för att öppna kortet i texten.";
      return box;
    },
    mayShow: (link) => link.getAttribute("aria-expanded") !== "true",
  });

  const citation = preview.linkOf;
  for (const link of document.querySelectorAll(isCitation)) link.setAttribute("aria-expanded", "false");
  document.addEventListener("click", (event) => {
    const link = citation(event);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    preview.hide();
    const opened = link.getAttribute("aria-expanded") === "true" && document.getElementById(link.getAttribute("aria-controls"));
    if (opened) close(opened);
    else load().then(() => open(link), () => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inside = document.activeElement.closest(".rh-lagkort");
    const link = citation({ target: document.activeElement });
    const card = inside || (link && document.getElementById(link.getAttribute("aria-controls")));
    if (preview.shows()) preview.hide();
    else if (card) close(card);
  });
})();
