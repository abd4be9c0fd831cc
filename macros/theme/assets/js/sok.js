// Paragraph numbers as one word of their own, as in the search index (render/search_index.py): "4 kap. 4 §" and "4:4" are
// both p4x4. The search itself takes them apart and finds every page with a 4.
(() => {
  const NUMBER = /(?<![\p{L}\d])(\d{1,3})\s*(?:kap\.?|:)\s*(\d{1,3})(?:\s?([a-z])(?!\p{L}))?(?!\d)/giu;
  const QUERY = 2; // the theme's message to its search worker
  const rewritten = (query) => {
    if (!query.match(NUMBER)) return query;
    const words = query.replace(NUMBER, (_, chapter, paragraph, letter = "") => {
      const word = `p${chapter}x${paragraph}${letter.toLowerCase()}`;
      return ` +${word}* ${word}^9 `; // it must be there, also as the beginning of 6 f; the very number comes first
    });
    return words.replace(/§+/g, " ").replace(/\s+/g, " ").trim();
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const asks = message && message.type === QUERY && typeof message.data === "string";
    return post.call(this, asks ? { ...message, data: rewritten(message.data) } : message, ...rest);
  };
})();

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
