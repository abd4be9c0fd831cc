// A query → concepts. Each is a thing that the reader asks for, with the alternatives that answer it: the word itself, words for
// the same thing, the parts of a compound. An alternative has a weight and one or more terms (row of the word list → weight).
const rhFråga = (() => {
  const { fold, words, stem, takeNumbers } = rhSvenska;
  const { SAME, ONE_SLIP, best, rowOf, related, matches, taken, known, part, misspelt } = rhOrd;
  const SYNONYM = 0.65, IDIOM = 0.4, PIECE = 0.5, PIECE_BESIDE = 0.14, NUMBER_ALONE = 0.45, MOVED = 0.6;
  const PHRASE = 3, SHORTEST_TWICE = 5, MOST_SHORTCUTS = 4;

  const analyse = (query, catalogue) => {
    const [rest, numbers] = takeNumbers(query.normalize("NFC"));
    const typed = new Map(words(rest).map((word) => [fold(word), word]));
    let all = words(fold(rest));
    let act = null;
    if (numbers.length) [act, all] = takeAct(all, catalogue);
    const concepts = numbers.map((number) => numberConcept(number, act, catalogue));
    concepts.push(...wordConcepts(all, catalogue));
    const missing = concepts.filter((concept) => concept.missing).map((concept) => typed.get(concept.missing));
    return { concepts, missing, numbers, act };
  };
  const takeAct = (all, catalogue) => {
    for (let length = PHRASE; length > 0; length--) {
      for (let at = 0; at + length <= all.length; at++) {
        const act = catalogue.lagar[all.slice(at, at + length).map(stem).join(" ")];
        if (act) return [act, [...all.slice(0, at), ...all.slice(at + length)]];
      }
    }
    return [null, all];
  };
  const numberConcept = (number, act, catalogue) => {
    const exact = act && catalogue.ordTill.has(act + number) ? [{ weight: SAME, terms: [rowOf(act + number, catalogue)] }] : [];
    const alone = { weight: exact.length ? NUMBER_ALONE : SAME, terms: [rowOf(number, catalogue)] };
    const today = shortcuts([number], act, catalogue).filter((found) => found[2]);
    const moved = today.map((found) => ({ weight: MOVED, terms: [rowOf(found[2], catalogue)] }));
    return { needed: true, alternatives: [...exact, alone, ...moved] };
  };

  // Words in order; two or three that the handbook writes as one (CL ANV 3, försörjnings stöd) or that have words for the same
  // thing (ekonomiskt bistånd) make one concept.
  const wordConcepts = (all, catalogue) => {
    const fillers = new Set(catalogue.utfyllnad);
    const found = [];
    for (let at = 0; at < all.length;) {
      const [length, concept] = longest(all, at, fillers, catalogue);
      if (concept) found.push({ ...concept, filler: false });
      else found.push(...conceptsOf(all[at], catalogue).map((one) => ({ ...one, filler: fillers.has(all[at]) })));
      at += length;
    }
    const telling = found.filter((concept) => !concept.filler);
    return telling.length ? telling : found;
  };
  const longest = (all, at, fillers, catalogue) => {
    for (let length = Math.min(PHRASE, all.length - at); length > 0; length--) {
      const some = all.slice(at, at + length);
      const loose = some.some((word) => fillers.has(word));
      const joined = length > 1 && !fillers.has(some[0]) ? asOne(some, catalogue) : null;
      const synonyms = length === 1 && loose ? [] : sameAs(some.map(stem), catalogue);
      if (!joined && !synonyms.length) continue;
      const terms = some.map((word) => matches(word, catalogue, true));
      const apart = { weight: isIdiom(some.map(stem), catalogue) ? IDIOM : SAME, whole: length > 1, terms };
      const saysNothing = synonyms.length && some.every((word) => fillers.has(word)); // kommer inte
      const others = synonyms.map((phrase) => synonym(phrase, catalogue, saysNothing ? SAME : SYNONYM));
      return [length, { alternatives: [...(joined ? [joined] : []), ...(saysNothing ? [] : [apart]), ...others] }];
    }
    return [1, null];
  };
  const asOne = (some, catalogue) => {
    const whole = some.map((word) => (/^\d+$/.test(word) ? String(Number(word)) : word)).join("");
    const row = catalogue.ordTill.get(whole) ?? catalogue.ordTill.get(stem(whole));
    return row === undefined ? null : { weight: SAME, terms: [new Map([[row, SAME]])] };
  };
  const twice = (found) => (stem(found).length >= SHORTEST_TWICE ? stem(found) : found); // revisor and revisorer are one
  const sameAs = (stems, catalogue) => {
    const key = stems.map(twice).join(" ");
    return [...(catalogue.likord[key] || []), ...(catalogue.vardagsord[key] || [])];
  };
  // Idioms seldom mean what their words say.
  const isIdiom = (stems, catalogue) => stems.length > 1 && stems.map(twice).join(" ") in catalogue.vardagsord;
  const synonym = (phrase, catalogue, weight = SYNONYM) => {
    const terms = phrase.split(" ").map((word) => related(word, catalogue));
    return { weight, whole: true, terms }; // all of its words, in one section
  };
  // One word: itself; two, when it is a compound that the handbook has only as two words; or what it resembles.
  const conceptsOf = (word, catalogue) => {
    const whole = { weight: SAME, terms: [matches(word, catalogue, false)] };
    const answered = best(whole.terms[0]);
    const isKnown = catalogue.ordTill.has(stem(word));
    const pieces = isKnown ? known(stem(word), catalogue) : taken(word, catalogue);
    if (pieces && (isKnown || answered < ONE_SLIP)) {
      return pieces.map((piece) => pieceConcept(piece, whole, isKnown ? PIECE_BESIDE : PIECE, catalogue));
    }
    const meant = misspelt(whole.terms[0], catalogue);
    const others = meant ? sameAs([meant], catalogue).map((phrase) => synonym(phrase, catalogue, SYNONYM * ONE_SLIP)) : [];
    if (answered) return [{ alternatives: [whole, ...others] }];
    // What is found only by a part of the word is told apart: the handbook says nothing of the word itself.
    const half = part(word, catalogue);
    return [{ missing: word, alternatives: half ? [whole, { weight: PIECE, terms: half }] : [whole] }];
  };
  const pieceConcept = (piece, whole, weight, catalogue) => {
    const synonyms = sameAs([piece], catalogue).map((phrase) => synonym(phrase, catalogue, SYNONYM * weight));
    return { alternatives: [whole, { weight, terms: [related(piece, catalogue)] }, ...synonyms] };
  };

  // An act's name is also that of the act before it: 4 kap. 4 § SoL.
  const shortcuts = (numbers, act, catalogue) => {
    const found = catalogue.genvägar.filter(([number, owner]) => numbers.includes(number) && (!act || owner.startsWith(act)));
    return found.slice(0, MOST_SHORTCUTS);
  };
  return { analyse, shortcuts };
})();
