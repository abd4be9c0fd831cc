// Copies a template's empty headings as text, for pasting into the case system. Nothing is filled in or stored here.
(() => {
  const tools = document.querySelector("[data-rh-mall]");
  if (!tools) return;
  const copyButton = document.querySelector("[data-rh-kopiera-mall]");
  const printButton = document.querySelector("[data-rh-skriv-ut-mall]");
  const answer = document.querySelector(".rh-atgarder__svar");

  // Without what only screen readers hear, and without the link sign in headings.
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(".rh-dold, .rh-falt__sort, .headerlink")) extra.remove();
    return copy.textContent.trim();
  };
  const field = (box) => {
    const label = words(box.querySelector(".rh-falt__etikett"));
    const choices = [...box.querySelectorAll("li")].map(words);
    const heads = [...box.querySelectorAll("th")].map(words);
    if (choices.length) return [label + ":", ...choices.map((choice) => (box.dataset.typ === "val" ? "( ) " : "[ ] ") + choice), ""];
    if (heads.length) return [label + ":", heads.join(" | "), ...Array(Number(box.dataset.rader)).fill(heads.map(() => "").join(" | ")), ""];
    return [label + ":", ""];
  };
  const text = () => {
    const title = words(document.querySelector("article h1"));
    const lines = [`${title} (${tools.dataset.rhMall})`];
    for (const part of document.querySelectorAll(".rh-blad__del")) {
      lines.push("", words(part.previousElementSibling).toUpperCase());
      for (const box of part.querySelectorAll(".rh-falt")) lines.push(...field(box));
    }
    return lines.join("\n") + "\n";
  };
  // Over plain http, as on many intranets, the newer clipboard is switched off.
  const copyOldWay = (content) => {
    const area = document.createElement("textarea");
    area.value = content;
    area.className = "rh-dold";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    copyButton.focus();
    return done;
  };
  const copy = async (content) => {
    try {
      await navigator.clipboard.writeText(content);
      return true;
    } catch {
      return copyOldWay(content);
    }
  };
  copyButton.addEventListener("click", async () => {
    answer.textContent = "";
    const done = await copy(text());
    answer.textContent = done ? "Kopierat. Klistra in texten i handlingen." : "Det gick inte att kopiera. Markera texten och kopiera den själv.";
  });
  printButton.addEventListener("click", () => print());
})();
