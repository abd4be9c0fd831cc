// The pages lately visited in this tab, shown on the start page. Kept in sessionStorage: gone when the tab is closed.
(() => {
  const KEY = "nyligen";
  const MOST = 6;
  const box = document.querySelector("[data-rh-nyligen]");
  const visited = [rhMinne.get(KEY)].flat().filter((one) => Array.isArray(one) && one.length === 2);
  if (box) {
    const list = box.querySelector("ul");
    for (const [path, title] of visited) {
      const link = document.createElement("a");
      link.href = new URL(path, rhRot);
      link.textContent = title;
      list.appendChild(document.createElement("li")).append(link);
    }
    box.hidden = !visited.length;
    return;
  }
  const heading = document.querySelector("article h1[id]");
  const path = location.href.split(/[?#]/)[0].slice(rhRot.href.length);
  const isOwn = location.href.startsWith(rhRot.href) && path && !path.startsWith("arkiv/");
  if (!heading || !isOwn || document.querySelector("[data-rh-saknas]")) return;
  const title = heading.cloneNode(true);
  for (const mark of title.querySelectorAll(".headerlink")) mark.remove();
  const others = visited.filter(([known]) => known !== path);
  rhMinne.set(KEY, [[path, title.textContent.trim()], ...others].slice(0, MOST));
})();
