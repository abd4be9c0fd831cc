// Ticks, progress and role filter of a checklist. Everything stays in this tab: sessionStorage, never localStorage.
(() => {
  const list = document.querySelector("[data-rh-checklista]");
  if (!list) return;
  const boxes = [...list.querySelectorAll(".rh-punkt > input")];
  const radios = [...list.querySelectorAll("input[name=rh-roll]")];
  const status = list.querySelector(".rh-framsteg__text");
  const meter = list.querySelector("progress");
  const key = "rh-checklista:" + location.pathname + ":" + list.dataset.rhChecklista;

  const load = () => {
    try {
      return new Set(JSON.parse(sessionStorage.getItem(key)) || []);
    } catch {
      return new Set(); // storage may be switched off by policy: the ticks then last for this page only
    }
  };
  const save = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(boxes.filter((box) => box.checked).map((box) => box.id)));
    } catch {
      // see load
    }
  };
  const showProgress = () => {
    const shown = boxes.filter((box) => !box.closest("li").hidden);
    const done = shown.filter((box) => box.checked).length;
    const role = radios.find((radio) => radio.checked);
    const whose = role && role.value ? " för " + role.nextElementSibling.textContent.toLowerCase() : "";
    status.textContent = `${done} av ${shown.length} klara${whose}`;
    meter.max = shown.length;
    meter.value = done;
  };
  const filter = (role) => {
    for (const box of boxes) {
      const item = box.closest("li");
      item.hidden = role !== "" && !item.dataset.roller.split(" ").includes(role);
    }
    for (const group of list.querySelectorAll(".rh-grupp")) {
      group.hidden = !group.querySelector("li.rh-punkt:not([hidden])");
    }
    showProgress();
  };

  const ticked = load();
  for (const box of boxes) box.checked = ticked.has(box.id);
  const chosen = radios.find((radio) => radio.checked);
  filter(chosen ? chosen.value : "");
  // A link to an item must show it, whatever role was chosen before.
  const showTarget = () => {
    const target = boxes.find((box) => "#" + box.id === location.hash);
    if (!target || !target.closest("[hidden]")) return;
    radios[0].checked = true;
    filter("");
    target.scrollIntoView();
  };
  showTarget();
  addEventListener("hashchange", showTarget);

  list.addEventListener("change", (event) => {
    if (event.target.name === "rh-roll") filter(event.target.value);
    else {
      save();
      showProgress();
    }
  });
  list.querySelector("[data-rh-skriv-ut]").addEventListener("click", () => print());
  list.querySelector("[data-rh-borja-om]").addEventListener("click", () => {
    if (!confirm("Ta bort alla kryss i listan?")) return;
    for (const box of boxes) box.checked = false;
    save();
    showProgress();
  });
})();
