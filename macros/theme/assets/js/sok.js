// The start page's search field opens the theme's search with the words typed there.
(() => {
  const form = document.querySelector("[data-rh-sok]");
  const field = document.querySelector("[data-md-component=search-query]");
  if (!form || !field) return;
  const open = (words) => {
    const toggle = document.getElementById("__search");
    if (!toggle.checked) toggle.click();
    field.value = words;
    field.focus();
    field.dispatchEvent(new Event("keyup"));
    field.dispatchEvent(new Event("input"));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(form.elements.q.value);
  });
  for (const tip of form.querySelectorAll("[data-rh-sokord]")) {
    tip.addEventListener("click", (event) => {
      event.preventDefault();
      open(tip.dataset.rhSokord);
    });
  }
})();
