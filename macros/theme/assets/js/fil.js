// Opened from a folder instead of a server, a link to a folder lists its files. Lead it to the folder's page.
(() => {
  if (location.protocol !== "file:") return;
  const lead = (link) => {
    const url = new URL(link.getAttribute("href"), location);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return;
    url.pathname += "index.html";
    link.setAttribute("href", url.href); // as text, because a link in a picture has no other way
  };
  const leadAll = (root) => root.querySelectorAll("a[href]").forEach(lead);
  leadAll(document);
  // Law cards and search hits come later.
  const later = new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches("a[href]")) lead(node);
        leadAll(node);
      }
    }
  });
  later.observe(document.body, { childList: true, subtree: true });
})();
