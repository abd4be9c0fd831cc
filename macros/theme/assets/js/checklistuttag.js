// What the reader takes along from a checklist: text for the journal, a calendar file and a printed sheet. All of it is
// made here in the browser from what stands on the page; nothing is sent.
(() => {
  const list = document.querySelector("[data-rh-checklista]");
  if (!list) return;
  const id = list.dataset.rhChecklista;
  const tools = list.querySelector(".rh-uttag");
  const answer = tools.querySelector("[role=status]");
  const copy = tools.querySelector(".rh-kopia");
  const area = copy.querySelector("textarea");
  const today = () => rhFrister.today(new Date());
  const words = (element) => element.textContent.trim();
  const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
  const shown = (element) => [...element.querySelectorAll(".rh-punkt[data-punkt]:not([hidden])")];
  const box = (item) => item.querySelector("input");

  // `senast mån 14 dec 2026, 15 arbetsdagar efter signalen`, `före beslutet mån 28 dec 2026`, or only the words.
  const when = (item) => {
    const rule = lower(words(item.querySelector(".rh-punkt__senast")));
    if (!item.dataset.dag) return rule;
    const day = rhFrister.withYear(item.dataset.dag);
    return item.dataset.antal === undefined ? `${rule} ${day}` : `senast ${day}, ${rule}`;
  };
  const itemLine = (item) =>
    `${box(item).checked ? "Klar" : "Inte klar"}: ${item.dataset.punkt} ${words(item.querySelector("label"))} (${when(item)})`;
  const text = () => {
    const lines = [`Checklista ${id} ${list.dataset.titel}`, `Ur ${list.dataset.utgava}`, `${today()}: ${words(list.querySelector(".rh-framsteg__text"))}`];
    for (const given of list.querySelectorAll("[data-rh-papper]")) {
      if (words(given.querySelector("span"))) lines.push(words(given));
    }
    for (const group of list.querySelectorAll(".rh-grupp:not([hidden])")) {
      const items = shown(group);
      if (items.length) lines.push("", `${group.dataset.nummer}. ${group.dataset.steg}`, ...items.map(itemLine));
    }
    return lines.join("\n") + "\n";
  };
  const hideCopy = () => {
    copy.hidden = true;
    area.value = "";
    answer.textContent = "";
  };

  tools.querySelector("[data-rh-kopiera]").addEventListener("click", async () => {
    hideCopy();
    try {
      await navigator.clipboard.writeText(text());
      answer.textContent = "Kopierat. Klistra in texten i journalen.";
    } catch {
      // Refused, or not there at all: over plain http, as on many intranets, browsers have no clipboard.
      copy.hidden = false;
      area.value = text();
      area.focus();
      area.select();
      area.scrollTop = 0;
      answer.textContent = "Webbläsaren kopierar inte åt dig här. Texten är markerad: tryck Ctrl+C.";
    }
  });

  const entry = (item) => {
    const label = words(item.querySelector("label"));
    const before = item.dataset.antal === undefined;
    const start = list.querySelector(`[data-rh-dag="${item.dataset.handelse}"]`).value;
    const rule = words(item.querySelector(".rh-punkt__senast"));
    return {
      // The same item counted from the same day is the same event, however often the file is made.
      uid: `${item.dataset.punkt.toLowerCase()}-${item.dataset.handelse}-${start.replaceAll("-", "")}@rutinhandboken`,
      day: item.dataset.dag,
      title: `${before ? `${rule}: ` : ""}${label} (${item.dataset.punkt})`,
      about: `${rule}. Checklista ${id} ur ${list.dataset.utgava}.`,
    };
  };
  const download = (name, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "text/calendar;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  tools.querySelector("[data-rh-kalender]").addEventListener("click", () => {
    hideCopy();
    const dated = shown(list).filter((item) => item.dataset.dag && !box(item).checked);
    if (!dated.length) {
      answer.textContent = "Ingen punkt som är kvar har fått ett datum. Skriv först den dag som listan räknas från.";
      return;
    }
    download(`${id.toLowerCase()}.ics`, rhKalenderfil(`Checklista ${id}`, dated.map(entry), new Date()));
    answer.textContent = `${dated.length} datum i filen ${id.toLowerCase()}.ics. Klara punkter är inte med.`;
  });

  const stamp = () => {
    const progress = words(list.querySelector(".rh-framsteg__text"));
    list.querySelector("[data-rh-utskriven]").textContent = ` Utskriven ${rhFrister.withYear(today())}: ${progress}.`;
  };
  stamp();
  addEventListener("beforeprint", stamp);
  tools.querySelector("[data-rh-skriv-ut]").addEventListener("click", () => print());
  list.addEventListener("rh-borja-om", () => {
    hideCopy();
    answer.textContent = "Listan är tom igen.";
  });
  tools.hidden = false;
})();
