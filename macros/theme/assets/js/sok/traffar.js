// Shows the hits of a search: what each is, where it leads, and the words in their place.
const rhTräffar = (() => {
  const { fold, stem } = rhSvenska;
  const PAUSE = 15, FIRST_SHOWN = 10, MORE = 10, BEFORE = 60, LENGTH = 190;
  const NO_HITS = "Prova ett annat ord eller färre ord.";

  const make = (name, attributes, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
    element.append(...content.filter((found) => found !== null));
    return element;
  };
  const address = (root, page, anchor) => {
    const [path, mark] = page.split("#");
    return new URL(`${path}${anchor || mark ? `#${anchor || mark}` : ""}`, root).href; // from disk, fil.js leads it to the file
  };

  // The part of the text with most of the words, and the words marked.
  const excerpt = (text, wanted) => {
    const places = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.has(stem(fold(word))));
    let start = 0, most = 0;
    for (const { index } of places) {
      const inside = new Set(places.filter((p) => p.index >= index && p.index < index + LENGTH - BEFORE).map(([word]) => stem(fold(word)))).size;
      if (inside > most) [most, start] = [inside, Math.max(0, index - BEFORE)];
    }
    if (start) start = text.indexOf(" ", start) + 1;
    let end = text.length <= start + LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
    if (end <= start) end = Math.min(text.length, start + LENGTH);
    const pieces = [start ? "… " : ""];
    let at = start;
    for (const place of places) {
      if (place.index < start || place.index + place[0].length > end) continue;
      pieces.push(text.slice(at, place.index), make("mark", {}, place[0]));
      at = place.index + place[0].length;
    }
    return [...pieces, text.slice(at, end), end < text.length ? " …" : ""];
  };

  const shortcutEntry = (found, root) => {
    const [, , , label, title, note, caution, page] = found;
    return make("li", { class: "rh-traff rh-traff--genvag" },
      make("p", { class: "rh-traff__slag" }, label),
      make("a", { class: "rh-traff__lank", href: address(root, page) }, title),
      make("p", { class: "rh-traff__text" }, note, caution ? make("strong", { class: "rh-traff__upp" }, ` ${caution}`) : null));
  };
  // The hit, and the place for its text.
  const hitEntry = (hit, catalogue, root) => {
    const [page, title, kind, note] = catalogue.sidor[hit.page];
    const [anchor, heading, label] = catalogue.avsnitt[hit.section];
    const place = [heading && title !== catalogue.slag[kind] ? title : "", note].filter(Boolean).join(" · ");
    const text = make("p", { class: "rh-traff__text" });
    const entry = make("li", { class: "rh-traff" },
      make("p", { class: "rh-traff__slag" }, [catalogue.slag[kind], label].filter(Boolean).join(" · ")),
      make("a", { class: "rh-traff__lank", href: address(root, page, anchor) }, heading || title),
      text, place ? make("p", { class: "rh-traff__plats" }, place) : null);
    return [entry, text];
  };

  const summary = (query, found) => {
    const count = found.hits.length;
    if (!count && !found.shortcuts.length) return `Inga träffar på ”${query}”. ${NO_HITS}`;
    const said = count === 1 ? "1 träff" : `${count} träffar`;
    if (!found.missing.length) return `${said} på ”${query}”.`;
    return `Handboken har inget om ${found.missing.map((word) => `”${word}”`).join(" eller ")}. Närmast ligger ${said}.`;
  };

  return (view, root) => {
    let turn = 0, timer, last = null;
    const show = async (query) => {
      const mine = ++turn;
      const catalogue = await rhSok.hämtaKatalog();
      const found = await rhMotor.rank(query);
      if (mine !== turn) return; // somebody has typed on
      const wanted = new Set([...found.rows].map((row) => catalogue.ord[row]));
      const list = make("ol", { class: "rh-traffar" }, ...found.shortcuts.map((shortcut) => shortcutEntry(shortcut, root)));
      let shown = 0;
      const more = make("button", { type: "button", class: "rh-knapp" }, "Visa fler träffar");
      // The hits at once, their texts as they come: each lies in a file of its own.
      const fill = (count) => {
        const next = found.hits.slice(shown, shown + count);
        shown += next.length;
        more.hidden = shown >= found.hits.length;
        const entries = next.map((hit) => hitEntry(hit, catalogue, root));
        list.append(...entries.map(([entry]) => entry));
        next.forEach(({ section }, at) => rhSok.hämtaText([section]).then(
          (texts) => (texts.get(section) ? entries[at][1].replaceChildren(...excerpt(texts.get(section), wanted)) : entries[at][1].remove()),
          () => entries[at][1].remove(), // the hit leads to its page without its text too
        ));
        return entries[0]?.[0];
      };
      more.addEventListener("click", () => fill(MORE)?.querySelector("a").focus());
      fill(view.whole ? found.hits.length : FIRST_SHOWN);
      view.list.replaceChildren(list, more);
      view.list.scrollTop = 0;
      view.list.dataset.fraga = query;
      view.status.textContent = summary(query, found);
      last = query;
    };
    const search = () => {
      const query = view.field.value.trim();
      if (query === last) return;
      if (query) {
        show(query).catch(() => (view.status.textContent = "Sökningen gick inte att hämta. Kontrollera nätet och försök igen."));
        return;
      }
      turn++;
      last = null;
      view.list.replaceChildren();
      view.list.dataset.fraga = "";
      view.status.textContent = "Skriv vad du söker. Delar av ord, förkortningar och gamla paragrafer går bra.";
    };
    view.field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE);
    });
    // Arrows move between the field and the hits, Enter in the field opens the first hit.
    const step = (event) => {
      if (event.key === "Enter" && event.target === view.field) {
        event.preventDefault();
        if (last === view.field.value.trim()) view.list.querySelector("a")?.click();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const places = [view.field, ...view.list.querySelectorAll("a")];
      const next = places[places.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    view.field.addEventListener("keydown", step);
    view.list.addEventListener("keydown", step);
    search();
  };
})();
