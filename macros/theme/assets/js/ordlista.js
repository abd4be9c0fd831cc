// Words that the glossary explains. Pointing at one or reaching it by keyboard shows what it means; so does the first tap.
// Once it is shown, the link leads to the glossary as any link. Without this script it always does.
(() => {
  const isWord = "a[data-rh-ord]";
  const links = document.querySelectorAll(isWord);
  if (!links.length) return;
  for (const abbreviation of document.querySelectorAll(`${isWord} abbr[title]`)) abbreviation.removeAttribute("title");
  let words = null;
  const fetchWords = rhHamta("handboken/ord.js", "rhOrd");
  const load = () => fetchWords().then((all) => (words = all));
  const box = rhSvavruta({
    selector: isWord,
    id: "rh-ord-svavar",
    className: "rh-ordruta",
    load,
    fill: (empty, link) => {
      const text = document.createElement("p");
      text.innerHTML = words[link.dataset.rhOrd]; // our own markup, escaped when the site was built
      empty.append(text);
      return empty;
    },
  });
  document.addEventListener("click", (event) => {
    const link = box.linkOf(event);
    if (!link || box.shows(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      if (!link && !event.target.closest(".rh-ordruta")) box.hide();
      return;
    }
    event.preventDefault();
    load().then(() => box.show(link), () => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.hide();
  });
})();
