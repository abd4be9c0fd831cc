// The # after a heading copies the whole address of that section, and says so. Where the browser lets nothing be copied
// (an intranet without https), it is the link it looks like.
(() => {
  const marks = document.querySelectorAll("article .headerlink");
  if (!marks.length || !navigator.clipboard) return;
  const words = "Kopiera länken till det här avsnittet";
  const notice = document.createElement("p");
  notice.className = "rh-kvittens";
  notice.setAttribute("role", "status"); // stands there empty, so that what it says later is read aloud
  document.body.append(notice);
  let timer = 0;
  for (const mark of marks) {
    mark.title = words;
    mark.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      navigator.clipboard.writeText(mark.href).then(
        () => {
          notice.textContent = "Länken är kopierad";
          clearTimeout(timer);
          timer = setTimeout(() => (notice.textContent = ""), 4000);
        },
        () => {},
      );
    });
  }
})();
