// The days that a checklist is counted from, and each item's own day. An item takes its day from its own event only:
// without that day it keeps its words.
(() => {
  const list = document.querySelector("[data-rh-checklista]");
  if (!list) return;
  const fields = [...list.querySelectorAll("[data-rh-dag]")];
  const items = [...list.querySelectorAll(".rh-punkt[data-handelse]")];
  const more = list.querySelector(".rh-dagar");
  const known = rhFrister.calendar(list.dataset.rodaDagar);
  const KEY = "checklistdagar:" + list.dataset.rhChecklista;
  const days = new Map(); // event → day

  const made = (tag, className, ...words) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...words);
    return element;
  };
  const dated = (item, day, today) => {
    const time = made("time", "", rhFrister.words(day, today));
    time.dateTime = day;
    const shown = made("span", "rh-punkt__dag", item.dataset.antal === undefined ? "före " : "", time, " ");
    if (day < today) {
      const sign = made("span", "rh-lage__tecken", "■");
      sign.ariaHidden = "true";
      shown.append(made("span", "rh-punkt__sen", sign, "Har passerat"), " ");
    }
    return shown;
  };
  const unknown = () => {
    const [first, last] = [known.first, known.last].map((day) => day.slice(0, 4));
    return made("span", "rh-punkt__okand", `Datumet räknas inte ut: handboken har röda dagar för ${first}–${last}.`);
  };
  const showItem = (item, today) => {
    const place = item.querySelector(".rh-punkt__nar");
    for (const old of place.querySelectorAll(".rh-punkt__dag, .rh-punkt__okand")) old.remove();
    const { handelse, antal, enhet } = item.dataset;
    const start = days.get(handelse);
    const day = start && (antal === undefined ? start : rhFrister.add(known, start, Number(antal), enhet));
    delete item.dataset.dag;
    if (day) item.dataset.dag = day;
    if (day) place.prepend(dated(item, day, today));
    else if (start) place.append(unknown());
  };
  const showPaper = () => {
    for (const line of list.querySelectorAll("[data-rh-papper]")) {
      const day = days.get(line.dataset.rhPapper);
      line.hidden = !day && line.dataset.rhPapper !== fields[0].dataset.rhDag;
      line.querySelector("span").textContent = day || "";
    }
  };
  const showAll = () => {
    const today = rhFrister.today(new Date());
    for (const item of items) showItem(item, today);
    showPaper();
    if (more) {
      const filled = fields.slice(1).filter((field) => days.has(field.dataset.rhDag)).length;
      more.querySelector(".rh-dagar__antal").textContent = `: ${filled} av ${fields.length - 1} ifyllda`;
    }
    list.dispatchEvent(new Event("rh-dagar"));
  };

  const errorOf = (field) => document.getElementById(`${field.id}-fel`);
  const report = (field, error) => {
    errorOf(field).textContent = error;
    if (error) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  // While somebody writes, a half-written day is no mistake; when they leave the field it is.
  const read = (field, finished) => {
    const { day, error } = rhFrister.read(field.value, rhFrister.today(new Date()));
    if (day) days.set(field.dataset.rhDag, day);
    else days.delete(field.dataset.rhDag);
    if (finished && day) field.value = day;
    if (finished || !error) report(field, error || "");
    rhMinne.set(KEY, Object.fromEntries(days));
    showAll();
  };
  list.addEventListener("input", (event) => fields.includes(event.target) && read(event.target, false));
  list.addEventListener("change", (event) => fields.includes(event.target) && read(event.target, true));
  list.addEventListener("rh-borja-om", () => {
    days.clear();
    rhMinne.set(KEY, {});
    for (const field of fields) {
      field.value = "";
      report(field, "");
    }
    if (more) more.open = false;
    showAll();
  });

  const kept = rhMinne.facts(KEY);
  for (const field of fields) {
    const { day } = rhFrister.read(String(kept[field.dataset.rhDag] || ""), "");
    field.value = day || "";
    if (day) days.set(field.dataset.rhDag, day);
  }
  if (more) more.open = fields.slice(1).some((field) => field.value);
  showAll();
})();
