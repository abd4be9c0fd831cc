// The build says which day the next review is due; this says whether that day has passed when you read.
(() => {
  const startOfDay = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate());
  const state = (due, warningDays, today) => {
    if (today > due) return ["forfallen", "■", "Förfallen"];
    const warnFrom = new Date(due.getFullYear(), due.getMonth(), due.getDate() - warningDays);
    return today >= warnFrom ? ["snart", "◐", "Granskas snart"] : ["aktuell", "●", "Aktuell"];
  };
  for (const line of document.querySelectorAll("[data-granskas-senast]")) {
    const [year, month, day] = line.dataset.granskasSenast.split("-").map(Number);
    const due = new Date(year, month - 1, day);
    const [slug, glyph, word] = state(due, Number(line.dataset.varnaDagar), startOfDay(new Date()));
    // Changed since the review: the page says so, and only being late as well is worse.
    if ("baraForfallen" in line.dataset && slug !== "forfallen") continue;
    const sign = document.createElement("span");
    sign.className = "rh-lage__tecken";
    sign.ariaHidden = "true";
    sign.textContent = glyph;
    line.classList.add("rh-lage--" + slug);
    line.replaceChildren(sign, word);
    line.hidden = false;
  }
})();
