// Material's own helpers (partials/javascripts/base.html), moved to a file for the content security policy.
// The scope is the root of the website: this file lies two folders below it, alone or as part of a bundle.
__md_scope = new URL("../..", document.currentScript.src);
__md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
__md_get = (key, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(scope.pathname + "." + key));
  } catch {
    return null; // storage may be switched off by policy
  }
};
__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    // storage may be switched off by policy: the choice then lasts for this page only
  }
};
