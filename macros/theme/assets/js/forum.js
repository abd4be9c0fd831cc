// Forums are folded up until asked for: by a tap (the browser's own), by the address, or by the printer.
(() => {
  const forums = [...document.querySelectorAll(".rh-forum")];

  const openAddressed = () => {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const forum = heading && heading.nextElementSibling;
    if (forums.includes(forum)) forum.open = true;
  };
  openAddressed();
  window.addEventListener("hashchange", openAddressed);

  // Browsers that know ::details-content print them all by style alone (7-utskrift.css); this is for the others.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = forums.filter((forum) => !forum.open);
    for (const forum of closed) forum.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const forum of closed) forum.open = false;
  });
})();
