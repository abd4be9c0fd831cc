// Filters over the tables of the law: the register by certainty, state and statute; the key by what is typed.
// Without script the forms stay hidden and the tables are whole. Nothing is stored, nothing leaves the page.
(() => {
  const counted = (shown, all, what) => `${shown} av ${all} ${what} visas.`;

  for (const form of document.querySelectorAll("[data-rh-filtrera]")) {
    const table = document.getElementById(form.dataset.rhFiltrera);
    if (!table) continue;
    const rows = [...table.querySelectorAll("tbody tr")];
    const choices = [...form.querySelectorAll("[data-rh-filter]")];
    const status = form.querySelector("[role=status]");
    const filter = () => {
      for (const row of rows) {
        row.hidden = choices.some((choice) => choice.value && row.dataset[choice.dataset.rhFilter] !== choice.value);
      }
      status.textContent = counted(rows.filter((row) => !row.hidden).length, rows.length, form.dataset.rhVad);
    };
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  // "4 kap. 4 §", "4 kap 4" and "SoL 4:4" are the same number, "16 kap. 6 f §" is "16:6f".
  const NUMBER = /(\d+)\s*(?:kap\.?|:)\s*(\d*)\s*([a-z]?)(?![a-zåäö])/;
  const understood = (text) => {
    const typed = text.toLowerCase().replace(/[\s\u00a0]+/g, " ").replace(/\([^)]*\)|§/g, " ").trim();
    const number = NUMBER.exec(typed);
    if (number) return { number: `${number[1]}:${number[2]}${number[2] && number[3]}` };
    return /^\d+$/.test(typed) ? { number: `${typed}:`, whole: typed } : { word: typed };
  };
  const fits = (group, wanted) => {
    const numbers = group.dataset.nr.split(" ");
    if (wanted.number) return numbers.some((number) => number.startsWith(wanted.number) || number === wanted.whole);
    return !wanted.word || group.dataset.ord.includes(wanted.word);
  };

  const key = document.querySelector("[data-rh-nyckel]");
  if (!key) return;
  const field = key.querySelector("input");
  const status = key.querySelector("[role=status]");
  const tables = [...document.querySelectorAll(".rh-nyckel")];
  const filter = () => {
    const wanted = understood(field.value);
    const [old, fresh] = tables.map((table) => {
      const groups = [...table.querySelectorAll("tbody")];
      for (const group of groups) group.hidden = !fits(group, wanted);
      return [groups.filter((group) => !group.hidden).length, groups.length];
    });
    status.textContent = field.value
      ? `${counted(old[0], old[1], "gamla")} ${counted(fresh[0], fresh[1], "nya")}`
      : `${old[1]} gamla och ${fresh[1]} nya nummer.`;
  };
  field.addEventListener("input", filter);
  key.addEventListener("submit", (event) => event.preventDefault());
  key.hidden = false;
  filter();
})();
