// Remembers a page's own small facts in this tab: sessionStorage only, gone when the tab is closed.
window.rhFlikminne = (name) => {
  const key = `rh:${name}:${location.pathname}`;
  return {
    load() {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key));
        return kept && typeof kept === "object" ? kept : {};
      } catch {
        return {}; // storage may be switched off by policy: what is ticked then lasts for this page only
      }
    },
    save(facts) {
      try {
        sessionStorage.setItem(key, JSON.stringify(facts));
      } catch {
        // see load
      }
    },
  };
};
