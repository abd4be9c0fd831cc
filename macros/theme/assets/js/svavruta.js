// A small box beside a link, for law cards and explained words. It shows when the link is pointed at or reached by
// keyboard, stays while the pointer is on the link or the box, and goes with Escape (WCAG 1.4.13).
window.rhSvavruta = ({ selector, id, className, load, fill, mayShow = () => true }) => {
  let shown = null; // { box, link }
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.link.removeAttribute("aria-describedby");
    shown.box.remove();
    shown = null;
  };
  let wanted = null;
  const hideSoon = () => {
    clearTimeout(timer);
    wanted = null;
    timer = setTimeout(hide, 200); // time to move the pointer into the box
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
    if (!link.isConnected || !mayShow(link)) return;
    const box = fill(document.createElement("div"), link);
    box.className = className;
    box.id = id;
    box.setAttribute("role", "tooltip");
    box.addEventListener("mouseenter", () => clearTimeout(timer));
    box.addEventListener("mouseleave", hideSoon);
    document.querySelector("article").append(box);
    position(box, link);
    link.setAttribute("aria-describedby", box.id);
    shown = { box, link };
  };
  const showSoon = (link, delay) => {
    clearTimeout(timer);
    if (shown && shown.link === link) return;
    wanted = link;
    // What the box shows may come when the reader has long since moved on.
    timer = setTimeout(() => load().then(() => wanted === link && show(link), () => {}), delay);
  };

  const linkOf = (event) => (event.target.closest ? event.target.closest(selector) : null);
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "mouse" && linkOf(event);
    if (link) showSoon(link, 350);
  });
  document.addEventListener("pointerout", (event) => {
    if (linkOf(event)) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    // A box where the focus was must not cover where it is (WCAG 2.4.11).
    if (shown && shown.link !== link) hide();
    if (link && link.matches(":focus-visible")) showSoon(link, 0);
    else hideSoon();
  });
  return { hide, show, linkOf, shows: (link) => Boolean(shown) && (!link || shown.link === link) };
};

// Loads a script that calls `window[name](content)`, once and only when it is asked for. A script and not a fetch: a page
// that is opened from a folder may load scripts.
window.rhHamta = (path, name) => {
  let loading = null;
  return () => {
    loading ||= new Promise((resolve, reject) => {
      window[name] = resolve;
      const script = document.createElement("script");
      script.src = new URL(path, rhRot);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  };
};
