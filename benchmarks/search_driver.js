// What a measurement does in the page: opens the search, types, and notes when the first hit stands there. The three searches
// differ only in what is told of them here. `shown`: how many hits, or null while the answer to this query is not there.
window.matning = (() => {
  const at = (selector) => document.querySelector(selector);
  const all = (selector) => document.querySelectorAll(selector);
  const told = { asked: [], query: null, items: null, started: 0, took: 0 };

  const NativeWorker = window.Worker;
  window.Worker = class extends NativeWorker { // Material's own worker, overheard
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data }) => {
        if (data.type !== 3) return;
        Object.assign(told, { query: told.asked.shift(), items: data.data.items, took: performance.now() - told.started });
      });
    }
    postMessage(message, ...more) {
      if (message.type === 2) {
        told.asked.push(message.data);
        told.started = performance.now();
      }
      super.postMessage(message, ...more);
    }
  };

  const engines = {
    Handboken: {
      open: () => at("[data-rh-sok-oppna]").click(),
      field: ".rh-sokruta__falt",
      event: "input",
      shown: (query) => (at(".rh-sokruta__traffar")?.dataset.fraga === query ? all(".rh-traffar > li").length : null),
      prepare: () => rhSok.hämtaKatalog(),
      look: async (query) => {
        const { hits } = await rhMotor.rank(query);
        await rhSok.hämtaText(hits.slice(0, 10).map((hit) => hit.section));
      },
    },
    Material: {
      open: () => at(".md-search__input").focus(),
      field: ".md-search__input",
      event: "keyup",
      before: () => at(".md-search-result__list").replaceChildren(),
      shown: (query) => {
        if (told.query !== query) return null;
        return told.items.length ? all(".md-search-result__item").length || null : 0;
      },
      prepare: async () => {},
      pages: async (query) => (await ask("Material", query), told.items.map((item) => (item[0] || item).location)),
    },
    Pagefind: {
      open: () => at(".pagefind-ui__search-input").focus(),
      field: ".pagefind-ui__search-input",
      event: "input",
      shown: (query) => {
        if (!at(".pagefind-ui__message")?.textContent.includes(`${query} gav `)) return null;
        return all(".pagefind-ui__result").length ? all(".pagefind-ui__result-link").length || null : 0;
      },
      prepare: async () => (engines.Pagefind.api ??= await import(new URL("pagefind/pagefind.js", location))),
      look: async (query) => {
        const { results } = await engines.Pagefind.api.search(query);
        await Promise.all(results.slice(0, 5).map((found) => found.data()));
      },
      pages: async (query) => {
        const { results } = await engines.Pagefind.api.search(query);
        return (await Promise.all(results.slice(0, 50).map((found) => found.data()))).map((found) => found.raw_url);
      },
    },
  };

  const until = (ready) => new Promise((done) => {
    const look = () => {
      const found = ready();
      if (found === null || found === undefined) return false;
      watcher.disconnect();
      done(found);
      return true;
    };
    const watcher = new MutationObserver(look);
    if (!look()) watcher.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  // Seconds from the key to the hits, laid out; and how many hits.
  const ask = async (name, query) => {
    const engine = engines[name], field = at(engine.field);
    engine.before?.();
    const started = performance.now();
    field.value = query;
    field.dispatchEvent(new Event(engine.event, { bubbles: true }));
    const hits = await until(() => engine.shown(query));
    document.body.getBoundingClientRect();
    return { shown: performance.now() - started, engine: told.took, hits };
  };
  const ready = new Promise((done) => document.addEventListener("DOMContentLoaded", () => setTimeout(done)));
  const opened = async (name) => {
    await ready;
    engines[name].open();
    await until(() => at(engines[name].field));
  };
  return {
    // Milliseconds from the beginning of the visit to the first hit.
    cold: async (name, query) => {
      await opened(name);
      await ask(name, query);
      return performance.now();
    },
    // Milliseconds and hits for each query once the search has answered one: until they stand there, or only in the engine.
    warm: async (name, first, queries, inside) => {
      await opened(name);
      await ask(name, first);
      await engines[name].prepare();
      const found = [];
      for (const query of queries) {
        const started = performance.now();
        if (inside && engines[name].look) {
          await engines[name].look(query);
          found.push([performance.now() - started, null]);
        } else {
          const { shown, engine, hits } = await ask(name, query);
          found.push([inside ? engine : shown, hits]);
        }
      }
      return found;
    },
    // The pages that each query leads to, best first.
    pages: async (name, queries) => {
      await opened(name);
      await engines[name].prepare();
      const found = [];
      for (const query of queries) found.push(await engines[name].pages(query));
      return found;
    },
  };
})();
