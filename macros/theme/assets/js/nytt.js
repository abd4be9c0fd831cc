// Marks what began to apply in the last thirty days, by the reader's clock. Nothing is stored: the day stands beside it.
(() => {
  const DAYS = 30;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  for (const change of document.querySelectorAll("[data-rh-galler-fran]")) {
    const [year, month, day] = change.dataset.rhGallerFran.split("-").map(Number);
    const age = (today - Date.UTC(year, month - 1, day)) / 86_400_000; // in UTC every day has 24 hours
    const when = change.querySelector(".rh-andring__nar");
    if (age < 0 || age > DAYS || !when) continue;
    const mark = document.createElement("strong");
    mark.className = "rh-andring__nytt";
    mark.textContent = "Nytt";
    when.prepend(mark, " ");
  }
})();
