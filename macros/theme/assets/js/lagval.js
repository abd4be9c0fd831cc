// Vilken lag gäller i ärendet? Picks the row of the table for a kind of matter and a day. The tables are the answer;
// this only finds the row. What the reader picks stays in the form: nothing is stored, nothing is sent.
(() => {
  const form = document.querySelector("[data-rh-lagval]");
  if (!form) return;
  const matter = form.querySelector("select");
  const day = form.querySelector("input[type=date]");
  const label = form.querySelector(`label[for="${day.id}"]`);
  const answer = form.querySelector(".rh-lagval__svar");
  const asked = label.textContent;

  const paragraph = (text, className) => {
    const made = document.createElement("p");
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const copyOf = (cell, className) => {
    const made = document.createElement("div");
    made.className = className;
    made.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    return made;
  };
  const rowFor = (table, chosen) =>
    [...table.querySelectorAll("tbody tr")].find(
      (row) => (!row.dataset.fran || row.dataset.fran <= chosen) && (!row.dataset.till || chosen <= row.dataset.till),
    );

  const show = () => {
    const option = matter.selectedOptions[0];
    label.textContent = option.dataset.dagen || asked;
    for (const row of document.querySelectorAll(".rh-lagvalstabell tr[aria-current]")) row.removeAttribute("aria-current");
    answer.replaceChildren();
    if (!matter.value || !day.value) return;
    const table = document.querySelector(`[data-rh-arende="${matter.value}"]`);
    const row = rowFor(table, day.value);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    const [when, law, advice] = row.cells;
    answer.append(
      paragraph(option.textContent, "rh-lagval__vad"),
      copyOf(when, "rh-lagval__nar"),
      copyOf(law, "rh-lagval__lag"),
      copyOf(advice, "rh-lagval__gor"),
    );
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show(); // the browser may have kept the fields when the reader came back
})();
