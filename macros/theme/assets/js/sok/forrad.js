// What the search has fetched. The files are scripts that call rhSok.katalog, .ord and .text: a page opened from disk may load
// scripts but not fetch data. Every file is fetched once, and only when a search needs it.
const rhSok = (() => {
  const folder = new URL(".", document.currentScript.src);
  const fetched = new Map(); // file name → promise of its content
  const waiting = new Map(); // what a script hands over → who waits for it
  const hand = (name) => (...content) => waiting.get(content.length > 1 ? name + content[0] : name)?.(content.at(-1));

  const script = (address) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = () => done();
    element.onerror = () => failed(new Error(address));
    document.head.append(element);
  });
  const load = (name, file) => {
    if (!fetched.has(name)) {
      const arrives = new Promise((done) => waiting.set(name, done));
      const whole = script(new URL(file, folder)).then(() => arrives);
      whole.catch(() => fetched.delete(name)); // the next search tries again
      fetched.set(name, whole);
    }
    return fetched.get(name);
  };
  let catalogue;
  const katalog = async () => (catalogue ??= prepared(await load("katalog", "katalog.js")));
  const part = (kind, number) => load(`${kind}${number}`, `${catalogue.mapp}/${kind}${number}.js`);

  // The part that holds a row, by the first row of each part.
  const partOf = (starts, row) => {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= row) low = middle; else high = middle - 1;
    }
    return low;
  };
  const rows = async (kind, starts, wanted) => {
    const parts = [...new Set(wanted.map((row) => partOf(starts, row)))];
    const content = new Map(await Promise.all(parts.map(async (number) => [number, await part(kind, number)])));
    return new Map(wanted.map((row) => {
      const number = partOf(starts, row);
      return [row, content.get(number)[row - starts[number]]];
    }));
  };

  // Look-ups made once: words with the place of each, words by the parts of compounds, sections with their page.
  const prepared = (found) => {
    found.ordTill = new Map();
    found.delar = new Map();
    found.skarvar = new Map();
    found.ord = found.ord.map((marked, row) => {
      const pieces = marked.split("|");
      const word = pieces.join("");
      found.ordTill.set(word, row);
      if (pieces.length > 1) found.skarvar.set(word, [pieces[0], pieces.slice(1).join("")]);
      for (let at = 1; at < pieces.length; at++) add(found.delar, pieces.slice(at).join(""), [row, true]);
      for (let at = 1; at < pieces.length; at++) add(found.delar, pieces.slice(0, at).join(""), [row, false]);
      return word;
    });
    found.slagord = found.slag.map((kind) => rhSvenska.stem(rhSvenska.fold(kind)));
    found.sidaFör = [];
    found.sidor.forEach((page, number) => {
      page.första = found.sidaFör.length;
      for (let count = page[5]; count > 0; count--) found.sidaFör.push(number);
    });
    return found;
  };
  const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

  return {
    katalog: hand("katalog"), ord: hand("ord"), text: hand("text"),
    hämtaKatalog: katalog,
    hämtaOrd: (wanted) => rows("ord", catalogue.ordDelar, wanted),
    hämtaText: (wanted) => rows("text", catalogue.textDelar, wanted),
    rot: new URL("../", folder),
  };
})();
