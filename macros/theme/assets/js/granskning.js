// The build says which day the next review is due; this says whether that day has passed when you read.
(() => {
  const startOfDay = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate());
  const dayOf = (text) => {
    const [year, month, day] = text.split("-").map(Number);
    return new Date(year, month - 1, day);
  };
  const today = startOfDay(new Date());
  const state = (due, warningDays) => {
    if (today > due) return ["forfallen", "■", "Förfallen"];
    const warnFrom = new Date(due.getFullYear(), due.getMonth(), due.getDate() - warningDays);
    return today >= warnFrom ? ["snart", "◐", "Granskas snart"] : ["aktuell", "●", "Aktuell"];
  };
  for (const line of document.querySelectorAll("[data-granskas-senast]")) {
    const [slug, glyph, word] = state(dayOf(line.dataset.granskasSenast), Number(line.dataset.varnaDagar));
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

  // How far away a due day is, in days: rounded, because a day is 23 or 25 hours when the clocks change.
  for (const line of document.querySelectorAll("[data-rh-dagar-till]")) {
    const left = Math.round((dayOf(line.dataset.rhDagarTill) - today) / 86_400_000);
    const days = Math.abs(left) === 1 ? "dag" : "dagar";
    if (left < 0) line.classList.add("rh-tabell__om--sen");
    line.textContent = left === 0 ? "i dag" : left > 0 ? `om ${left} ${days}` : `${-left} ${days} sen`;
    line.hidden = false;
  }
})();
