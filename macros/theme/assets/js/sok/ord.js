// A word → rows of the word list, each with how well it answers: the word itself, its inflections and compounds, and (only if
// nothing else is found) words a slip of the finger away.
const rhOrd = (() => {
  const { stem, root, slips } = rhSvenska;
  const SAME = 1, SAME_ROOT = 0.51, SHORTER = 0.75, TAIL = 0.75, FIRST = 0.6, BEGINS = 0.75, ONE_SLIP = 0.98, TWO_SLIPS = 0.65;
  const GOOD_ENOUGH = 0.5; // what answers at least so well makes guesses needless
  const SHORTEST_BEGINNING = 3, SHORTEST_SLIP = 4, SHORTEST_TAIL = 5, SHORTEST_PART = 4, LONG_WORD = 8;

  const better = (found, key, weight) => {
    if (weight > (found.get(key) || 0)) found.set(key, weight);
  };
  const best = (found) => Math.max(0, ...found.values());
  const rowOf = (word, catalogue) => {
    const row = catalogue.ordTill.get(word);
    return new Map(row === undefined ? [] : [[row, SAME]]);
  };
  // The word itself and the compounds that it is a part of.
  const related = (wanted, catalogue) => {
    const found = rowOf(wanted, catalogue);
    for (const [row, isTail] of catalogue.delar.get(wanted) || []) better(found, row, isTail ? TAIL : FIRST);
    const linked = wanted.endsWith("s") ? [] : catalogue.delar.get(`${wanted}s`) || [];
    for (const [row, isTail] of linked) if (!isTail) better(found, row, FIRST);
    return found;
  };
  const matches = (typed, catalogue, strict) => {
    const wanted = stem(typed);
    const found = related(wanted, catalogue);
    for (let cut = 1; cut <= 3 && wanted.length - cut >= 5; cut++) {
      const row = catalogue.ordTill.get(wanted.slice(0, -cut));
      if (row !== undefined) better(found, row, SHORTER);
    }
    const base = root(wanted);
    for (const row of beginningWith(base.length >= 4 ? base : wanted, catalogue)) {
      const word = catalogue.ord[row];
      if (root(word) === base) better(found, row, SAME_ROOT);
      else if (wanted.length >= SHORTEST_BEGINNING && word.startsWith(wanted)) {
        better(found, row, BEGINS * Math.sqrt(wanted.length / word.length));
      }
    }
    if (strict || typed.length < SHORTEST_SLIP || best(found) >= GOOD_ENOUGH) return found;
    return withSlips(typed, wanted, found, catalogue);
  };
  const beginningWith = (start, catalogue) => {
    let low = 0, high = catalogue.ord.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (catalogue.ord[middle] < start) low = middle + 1; else high = middle;
    }
    const found = [];
    for (let row = low; row < catalogue.ord.length && catalogue.ord[row].startsWith(start); row++) found.push(row);
    return found;
  };
  const withSlips = (typed, wanted, found, catalogue) => {
    if (wanted.length >= SHORTEST_TAIL) {
      catalogue.ord.forEach((word, row) => word.endsWith(wanted) && better(found, row, TAIL));
    }
    if (best(found) >= GOOD_ENOUGH) return found;
    const most = wanted.length >= LONG_WORD ? 2 : 1;
    const spelled = [wanted, stem(typed.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("aa", "a"))];
    catalogue.ord.forEach((word, row) => {
      if (word.length < SHORTEST_SLIP - 1 || Math.abs(word.length - wanted.length) > most + 1) return;
      for (const [at, spelling] of spelled.entries()) {
        if (at && spelling === wanted) continue;
        const count = slips(spelling, word, most);
        if (count <= most) better(found, row, [at ? SAME : ONE_SLIP, ONE_SLIP, TWO_SLIPS][count]);
      }
    });
    return found;
  };
  // A compound as two words that the handbook has: praktikavtal → praktik, avtal.
  const taken = (typed, catalogue) => {
    for (let at = SHORTEST_PART; at <= typed.length - 3; at++) {
      const linked = typed[at] === "s" && pair(typed.slice(0, at), typed.slice(at + 1), catalogue);
      const found = linked || pair(typed.slice(0, at), typed.slice(at), catalogue);
      if (found) return found;
    }
    return null;
  };
  // The two parts of a compound that the handbook has, each as a word of its own: without the s that links it to the next.
  const known = (word, catalogue) => catalogue.skarvar.get(word)?.map((piece) => {
    const forms = [piece, stem(piece), piece.slice(0, -1), stem(piece.slice(0, -1))];
    return forms.find((form) => catalogue.ordTill.has(form)) || piece;
  });
  const pair = (first, last, catalogue) => {
    const stems = [stem(first), stem(last)];
    return stems.every((word) => word.length >= 3 && catalogue.ordTill.has(word)) ? stems : null;
  };

  // Of a word that nobody has written, the longest part that somebody has: barnperspektiv → barn.
  const part = (typed, catalogue) => {
    for (let length = typed.length - 3; length >= SHORTEST_PART; length--) {
      const pieces = [typed.slice(-length), typed.slice(0, length)];
      const found = pieces.map(stem).find((word) => word.length >= 3 && catalogue.ordTill.has(word));
      if (found) return [related(found, catalogue)];
    }
    return null;
  };


  // The handbook's own word when the reader slipped on the keys.
  const misspelt = (found, catalogue) => {
    const most = best(found);
    const row = [...found].find(([, weight]) => weight === most)?.[0];
    return most === ONE_SLIP || most === TWO_SLIPS ? catalogue.ord[row] : null;
  };
  return { SAME, ONE_SLIP, GOOD_ENOUGH, better, best, rowOf, related, matches, taken, known, part, misspelt };
})();
