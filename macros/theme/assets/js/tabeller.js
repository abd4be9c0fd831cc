// Tables that were written in Markdown: readable on a narrow screen, reachable by keyboard.
(() => {
  // A table written in Markdown gets what our own tables have: labels for narrow screens, roles that survive them.
  for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
    const labels = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
    table.classList.add("rh-tabell");
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      for (const cell of row.cells) {
        const isHead = cell.tagName === "TH";
        cell.setAttribute("role", isHead ? "columnheader" : "cell");
        if (isHead) cell.scope = "col";
        else cell.dataset.label = labels[cell.cellIndex] || "";
      }
    }
  }

  // A table that scrolls sideways must be reachable by keyboard.
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    const caption = box.querySelector("caption");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", caption ? caption.textContent : "Tabell");
  }
})();
