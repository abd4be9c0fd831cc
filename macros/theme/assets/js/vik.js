// What is folded opens when it is asked for: by a tap (the browser's own), by the address, or by the printer.
(() => {
  // The address may name the folded part itself, something in it, or the heading just above it.
  const openAddressed = () => {
    let name;
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // an address that somebody has mistyped
    }
    const target = name && document.getElementById(name);
    if (!target) return;
    const after = target.nextElementSibling?.matches(".rh-forum, .rh-skillnader") ? target.nextElementSibling : null;
    for (let part = after || target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target.tagName === "DETAILS") target.scrollIntoView();
  };
  openAddressed();
  addEventListener("hashchange", openAddressed);

  // Browsers that know ::details-content print what is folded by style alone (7-utskrift.css); this is for the others. The
  // long lists of where a paragraf is used stay a number on paper.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("article details:not([open], .rh-fler)")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();
