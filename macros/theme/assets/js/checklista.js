// Ticks, role filter, progress, links to an item and starting over. The days are in checklistdagar.js, what the reader
// takes along in checklistuttag.js; all three meet in the page: a counted day stands on its item as data-dag.
(() => {
  const list = document.querySelector("[data-rh-checklista]");
  if (!list) return;
  const boxes = [...list.querySelectorAll(".rh-punkt > input")];
  const radios = [...list.querySelectorAll("input[name=rh-roll]")];
  const status = list.querySelector(".rh-framsteg__text");
  const nextStatus = list.querySelector(".rh-framsteg__nasta");
  const meter = list.querySelector("progress");
  const KEY = "checklista:" + list.dataset.rhChecklista;

  const save = () =>
    rhMinne.set(KEY, {
      ticked: boxes.filter((box) => box.checked).map((box) => box.id),
      role: radios.find((radio) => radio.checked).value,
    });
  const shownBoxes = () => boxes.filter((box) => !box.closest("li").hidden);
  // A status is read aloud when it changes, so it is only written when it says something new.
  const say = (element, ...words) => {
    const held = document.createElement("p");
    held.append(...words);
    if (held.innerHTML !== element.innerHTML) element.replaceChildren(...held.childNodes);
  };

  const linkTo = (item) => {
    const link = document.createElement("a");
    link.href = "#" + item.querySelector("input").id;
    link.textContent = item.closest(".rh-grupp").dataset.steg;
    return link;
  };
  // What must be ready before a day comes ahead of what must be ready on it.
  const order = (item) => item.dataset.dag + (item.dataset.antal === undefined ? "a" : "b");
  const showNext = (left) => {
    const dated = left.map((box) => box.closest("li")).filter((item) => item.dataset.dag);
    const next = dated.sort((one, other) => order(one).localeCompare(order(other)))[0];
    const today = rhFrister.today(new Date());
    if (!left.length) say(nextStatus, "Allt är klart.");
    else if (next) {
      const what = next.dataset.dag < today ? "Passerad frist" : "Nästa frist";
      const before = next.dataset.antal === undefined ? "före " : "";
      say(nextStatus, `${what}: ${before}${rhFrister.words(next.dataset.dag, today)}, `, linkTo(next));
    } else if (list.querySelector("[data-dag]")) say(nextStatus, "Ingen punkt som är kvar har fått ett datum.");
    else say(nextStatus, "Skriv en dag, så räknas fristerna ut.");
  };
  const showProgress = () => {
    const shown = shownBoxes();
    const left = shown.filter((box) => !box.checked);
    const role = radios.find((radio) => radio.checked);
    const whose = role.value ? " för " + role.nextElementSibling.textContent.toLowerCase() : "";
    say(status, `${shown.length - left.length} av ${shown.length} klara${whose}`);
    meter.max = shown.length;
    meter.value = shown.length - left.length;
    showNext(left);
  };
  const choose = (role) => {
    radios.find((radio) => radio.value === role).checked = true;
    for (const item of list.querySelectorAll(".rh-punkt")) {
      item.hidden = role !== "" && !item.dataset.roller.split(" ").includes(role);
    }
    for (const group of list.querySelectorAll(".rh-grupp")) {
      group.hidden = !group.querySelector(".rh-punkt:not([hidden])");
    }
    showProgress();
  };

  // A link to an item shows it and gives it the focus, whatever role was chosen before.
  const showTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const item = target && list.contains(target) && target.closest(".rh-punkt");
    if (!item) return;
    if (item.hidden) {
      choose("");
      save();
    }
    target.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  };

  const kept = rhMinne.facts(KEY);
  for (const box of boxes) box.checked = Array.isArray(kept.ticked) && kept.ticked.includes(box.id);
  list.querySelector(".rh-styr").hidden = false;
  choose(radios.some((radio) => radio.value === kept.role) ? kept.role : "");
  showTarget();
  addEventListener("hashchange", showTarget);
  list.addEventListener("rh-dagar", showProgress);
  list.addEventListener("change", (event) => {
    if (event.target.name === "rh-roll") choose(event.target.value);
    else if (boxes.includes(event.target)) showProgress();
    else return;
    save();
  });

  const dialog = list.querySelector(".rh-fraga");
  list.querySelector("[data-rh-borja-om]").addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "ja") return;
    dialog.returnValue = "";
    for (const box of boxes) box.checked = false;
    list.dispatchEvent(new Event("rh-borja-om"));
    choose("");
    save();
  });
})();
