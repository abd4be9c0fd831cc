// The archive's own search, and "Gällde då": the tables are right as they stand, this narrows them. Nothing is stored.
(() => {
  const show = (row, wanted) => { row.hidden = !wanted; };
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  for (const box of document.querySelectorAll("[data-rh-arkiv]")) {
    const form = box.querySelector("form");
    const rows = [...box.querySelectorAll("tbody tr")];
    // Å, ä and ö count as a and o, as in the main search: not every keyboard has them.
    const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    const narrow = () => {
      const words = plain(form.querySelector("input").value).split(/\s+/).filter(Boolean);
      for (const row of rows) show(row, words.every((word) => plain(row.textContent).includes(word)));
      const left = rows.filter((row) => !row.hidden).length;
      form.querySelector("[role=status]").textContent = words.length ? `${counted(left, "utgåva", "utgåvor")} av ${rows.length}` : "";
    };
    form.hidden = false;
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow();
  }

  for (const box of document.querySelectorAll("[data-rh-da]")) {
    const form = box.querySelector("form");
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const rows = [...box.querySelectorAll("tbody tr")];
    const written = new Map(rows.filter((row) => "annars" in row.dataset).map((row) => [row, row.cells[2].textContent]));
    // Days as ÅÅÅÅ-MM-DD sort as text, so no clock and no time zone can shift them.
    const holds = (row, day) => !(row.dataset.fran > day) && !(row.dataset.till < day);
    const narrow = () => {
      const day = input.value;
      for (const row of rows) if (!("annars" in row.dataset)) show(row, !day || holds(row, day));
      const found = new Set(rows.filter((row) => row.dataset.rutin && !("annars" in row.dataset) && !row.hidden).map((row) => row.dataset.rutin));
      const without = rows.filter((row) => "annars" in row.dataset);
      for (const row of without) {
        show(row, !day || !found.has(row.dataset.rutin));
        row.cells[2].textContent = day ? "Den dagen" : written.get(row);
      }
      const laws = rows.filter((row) => "lag" in row.dataset && !row.hidden).length;
      const all = new Set(rows.map((row) => row.dataset.rutin).filter(Boolean)).size;
      status.textContent = day ? `${day}: ${found.size} av ${counted(all, "rutin", "rutiner")} har en utgåva i arkivet. ${counted(laws, "författning", "författningar")} gällde.` : "";
    };
    form.hidden = false;
    input.addEventListener("input", narrow);
    form.addEventListener("reset", () => setTimeout(narrow));
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow();
  }
})();
