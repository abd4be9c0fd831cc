// The status page: counts the states as they are today, sorts the table and shows one role's routines.
// The page of findings: shows one level. Without this script everything is shown, in the order of the build.
(() => {
  // The gravest first; the order is that of macros/render/review_signs.py.
  const RANK = ["forfallen", "aldrig", "misstankt", "andrad", "snart", "aktuell"];
  const collator = new Intl.Collator("sv", { numeric: true });

  const stateOf = (row) => {
    const shown = [...row.querySelectorAll(".rh-lage:not([hidden])")];
    const ranks = shown.map((sign) => RANK.findIndex((slug) => sign.classList.contains("rh-lage--" + slug)));
    return ranks.length ? Math.min(...ranks) : RANK.length;
  };

  const count = (table, numbers) => {
    const states = [...table.tBodies[0].rows].map((row) => RANK[stateOf(row)]);
    for (const number of numbers.querySelectorAll("[data-lagen]")) {
      const counted = number.dataset.lagen.split(" ");
      const total = states.filter((state) => counted.includes(state)).length;
      number.textContent = total;
      number.parentElement.classList.toggle("rh-tal--inga", total === 0);
    }
    numbers.hidden = false;
  };

  const keyOf = (row, column) => {
    const key = row.cells[column].dataset.nyckel;
    return key === "lage" ? String(stateOf(row)) : key;
  };

  const makeSortable = (table, form) => {
    const heads = [...table.tHead.rows[0].cells];
    const menu = form.querySelector("[data-rh-ordning]");
    const status = form.querySelector("[role=status]");

    const sort = (column, direction) => {
      const sign = direction === "ascending" ? 1 : -1;
      const rows = [...table.tBodies[0].rows];
      rows.sort((one, other) => sign * collator.compare(keyOf(one, column), keyOf(other, column)));
      table.tBodies[0].append(...rows);
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[column].setAttribute("aria-sort", direction);
      menu.value = `${column} ${direction}`;
      const how = direction === "ascending" ? "stigande" : "fallande";
      status.textContent = `Ordnad efter ${heads[column].textContent.toLowerCase()}, ${how}.`;
    };

    for (const [column, head] of heads.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "rh-sortera";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        sort(column, head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending");
      });
      head.append(button);
      for (const [direction, word] of [["ascending", "stigande"], ["descending", "fallande"]]) {
        const option = new Option(`${head.textContent}, ${word}`, `${column} ${direction}`);
        option.selected = head.getAttribute("aria-sort") === direction;
        menu.add(option);
      }
    }
    menu.addEventListener("change", () => {
      const [column, direction] = menu.value.split(" ");
      sort(Number(column), direction);
    });
  };

  const makeFilter = (table, form) => {
    const choice = form.querySelector("[data-rh-visa=roll]");
    choice.addEventListener("change", () => {
      const rows = [...table.tBodies[0].rows];
      for (const row of rows) row.hidden = choice.value !== "" && row.dataset.roll !== choice.value;
      const shown = rows.filter((row) => !row.hidden).length;
      form.querySelector("[role=status]").textContent = `${shown} av ${rows.length} rutiner visas.`;
    });
  };

  for (const form of document.querySelectorAll("[data-rh-styr]")) {
    const table = document.getElementById(form.dataset.rhStyr);
    for (const numbers of document.querySelectorAll(`[data-rh-raknas="${table.id}"]`)) count(table, numbers);
    makeSortable(table, form);
    makeFilter(table, form);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  }

  for (const form of document.querySelectorAll("[data-rh-styr-nivaer]")) {
    const levels = [...document.querySelectorAll(".rh-niva")];
    const show = (chosen) => {
      for (const level of levels) level.hidden = chosen !== "" && level.dataset.niva !== chosen;
      const shown = document.querySelectorAll(".rh-fynd:not([hidden]) tbody tr").length;
      form.querySelector("[role=status]").textContent = shown === 1 ? "1 fynd visas." : `${shown} fynd visas.`;
    };
    form.addEventListener("change", (event) => show(event.target.value));
    // A link to a finding's place on the page must show it, whatever was chosen before.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest(".rh-niva[hidden]")) return;
      form.querySelector("input").checked = true;
      show("");
      target.scrollIntoView();
    });
    form.hidden = false;
  }
})();
