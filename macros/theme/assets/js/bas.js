// What the other scripts lean on. It is loaded first and blocks on purpose: the page must know that scripts run, and the
// colours must be right, before anything is painted.
document.documentElement.classList.replace("no-js", "js");
// The root of the website: this file lies two folders below it, alone or as part of a bundle.
window.rhRot = new URL("../..", document.currentScript.src);
// What the page remembers while the tab is open, and no longer.
window.rhMinne = {
  get: (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(`${rhRot.pathname}.${key}`));
    } catch {
      return null; // storage may be switched off by policy
    }
  },
  // A page's own set of facts, empty when nothing or something else is kept.
  facts: (key) => {
    const kept = rhMinne.get(key);
    return kept && typeof kept === "object" ? kept : {};
  },
  set: (key, value) => {
    try {
      sessionStorage.setItem(`${rhRot.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // storage may be switched off by policy: it then lasts for this page only
    }
  },
};
