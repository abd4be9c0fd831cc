// A query → hits. Every word of the query becomes a concept: the word itself, its compounds and inflections, words for the same
// thing, and (only if nothing else is found) words a slip of the finger away. A page is ranked by how much its sections say of
// every concept, and by how rare the concept is.
const rhMotor = (() => {
  const { fold, words, stem, root, takeNumbers, slips } = rhSvenska;
  const SAME = 1, SAME_ROOT = 0.52, SHORTER = 0.75, TAIL = 0.75, FIRST = 0.6, BEGINS = 0.75, ONE_SLIP = 0.98, TWO_SLIPS = 0.65;
  const SYNONYM = 0.65, IDIOM = 0.4, PIECE = 0.5, PIECE_BESIDE = 0.2, NUMBER_ALONE = 0.45, MOVED = 0.6, GOOD_ENOUGH = 0.5;
  const SHORTEST_BEGINNING = 3, SHORTEST_SLIP = 4, SHORTEST_TAIL = 5, LONG_WORD = 8, PHRASE = 3, SHORTEST_TWICE = 5;
  const TOGETHER = 0.55, SPREAD = 0.5, COVER = 0.9, EVEN = 0.6, TITLE = 0.57, KIND = 1.1, COMMON = 1.8, LEAST_SHARE = 0.12, MOST_HITS = 50, SCREEN = 5, ALIKE = 3;

  // ---- The query ----
  const analyse = (query, catalogue) => {
    const [rest, numbers] = takeNumbers(query.normalize("NFC"));
    const typed = new Map(words(rest).map((word) => [fold(word), word]));
    let all = words(fold(rest));
    let act = null;
    if (numbers.length) [act, all] = takeAct(all, catalogue);
    const concepts = numbers.map((number) => numberConcept(number, act, catalogue));
    return { concepts: [...concepts, ...wordConcepts(all, catalogue)], numbers, act, typed };
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
  const rowOf = (word, catalogue) => (catalogue.ordTill.has(word) ? new Map([[catalogue.ordTill.get(word), SAME]]) : new Map());

  // Words in order; two or three that the handbook writes as one (CL ANV 3, försörjnings stöd) or that have words for the same
  // thing (ekonomiskt bistånd) make one concept.
  const wordConcepts = (all, catalogue) => {
    const fillers = new Set(catalogue.utfyllnad);
    const found = [];
    for (let at = 0; at < all.length;) {
      const [length, concept] = longest(all, at, fillers, catalogue);
      if (concept) found.push({ ...concept, filler: false });
      else found.push(...wordConceptsOf(all[at], catalogue).map((one) => ({ ...one, filler: fillers.has(all[at]) })));
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
      const apart = { weight: isIdiom(some.map(stem), catalogue) ? IDIOM : SAME, whole: length > 1, terms: some.map((word) => matches(word, catalogue, true)) };
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
  const synonym = (phrase, catalogue, weight = SYNONYM) => ({ weight, whole: true, terms: phrase.split(" ").map((word) => related(word, catalogue)) });
  // One word: itself; two, when it is a compound that the handbook has only as two words; or what it resembles.
  const wordConceptsOf = (word, catalogue) => {
    const whole = { weight: SAME, terms: [matches(word, catalogue, false)] };
    const best = Math.max(0, ...whole.terms[0].values());
    const isKnown = catalogue.ordTill.has(stem(word));
    const pieces = isKnown ? catalogue.skarvar.get(stem(word))?.map((piece) => known(piece, catalogue)) : taken(word, catalogue);
    if (pieces && (isKnown || best < ONE_SLIP)) return pieces.map((piece) => pieceConcept(piece, whole, isKnown ? PIECE_BESIDE : PIECE, catalogue));
    const meant = misspelt(word, whole.terms[0], catalogue);
    const others = meant ? sameAs([meant], catalogue).map((phrase) => synonym(phrase, catalogue, SYNONYM * ONE_SLIP)) : [];
    if (best) return [{ alternatives: [whole, ...others] }];
    // What is found only by a part of the word is told apart: the handbook says nothing of the word itself.
    const half = part(word, catalogue);
    return [{ missing: word, alternatives: half ? [whole, { weight: PIECE, terms: half }] : [whole] }];
  };
  const pieceConcept = (piece, whole, weight, catalogue) => {
    const synonyms = sameAs([piece], catalogue).map((phrase) => synonym(phrase, catalogue, SYNONYM * weight));
    return { alternatives: [whole, { weight, terms: [related(piece, catalogue)] }, ...synonyms] };
  };

  // The handbook's own word when the reader slipped on the keys.
  const misspelt = (word, found, catalogue) => {
    const best = Math.max(0, ...found.values());
    const row = [...found].find(([, weight]) => weight === best)?.[0];
    return best === ONE_SLIP || best === TWO_SLIPS ? catalogue.ord[row] : null;
  };

  // ---- A word → rows of the word list, each with how well it answers ----
  // The word itself and the compounds that it is a part of.
  const related = (wanted, catalogue) => {
    const found = rowOf(wanted, catalogue);
    for (const [row, isTail] of catalogue.delar.get(wanted) || []) better(found, row, isTail ? TAIL : FIRST);
    if (!wanted.endsWith("s")) for (const [row, isTail] of catalogue.delar.get(`${wanted}s`) || []) if (!isTail) better(found, row, FIRST);
    return found;
  };
  const better = (found, row, weight) => {
    if (weight > (found.get(row) || 0)) found.set(row, weight);
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
      else if (wanted.length >= SHORTEST_BEGINNING && word.startsWith(wanted)) better(found, row, BEGINS * Math.sqrt(wanted.length / word.length));
    }
    if (strict || typed.length < SHORTEST_SLIP || Math.max(0, ...found.values()) >= GOOD_ENOUGH) return found;
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
    if (wanted.length >= SHORTEST_TAIL) catalogue.ord.forEach((word, row) => word.endsWith(wanted) && better(found, row, TAIL));
    if (Math.max(0, ...found.values()) >= GOOD_ENOUGH) return found;
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
    for (let at = 4; at <= typed.length - 3; at++) {
      const linked = typed[at] === "s" && pair(typed.slice(0, at), typed.slice(at + 1), catalogue);
      const found = linked || pair(typed.slice(0, at), typed.slice(at), catalogue);
      if (found) return found;
    }
    return null;
  };
  // A part as a word of its own: without the s that links it to the next.
  const known = (piece, catalogue) => [piece, stem(piece), piece.slice(0, -1), stem(piece.slice(0, -1))].find((word) => catalogue.ordTill.has(word)) || piece;
  const pair = (...parts) => {
    const catalogue = parts.pop();
    const stems = parts.map(stem);
    return stems.every((word) => word.length >= 3 && catalogue.ordTill.has(word)) ? stems : null;
  };

  // Of a word that nobody has written, the longest part that somebody has: barnperspektiv → barn.
  const part = (typed, catalogue) => {
    for (let length = typed.length - 3; length >= 4; length--) {
      const pieces = [typed.slice(-length), typed.slice(0, length)];
      const found = pieces.map(stem).find((word) => word.length >= 3 && catalogue.ordTill.has(word));
      if (found) return [related(found, catalogue)];
    }
    return null;
  };

  // ---- Ranking ----
  const rank = async (query) => {
    const catalogue = await rhSok.hämtaKatalog();
    const { concepts, numbers, act, typed } = analyse(query, catalogue);
    const rows = new Set(concepts.flatMap((c) => c.alternatives.flatMap((a) => a.terms.flatMap((term) => [...term.keys()]))));
    const postings = await rhSok.hämtaOrd([...rows]);
    const scored = concepts.map((concept) => conceptScores(concept, postings, concepts.length > 1 ? EVEN : 1));
    return { hits: pageScores(scored, concepts, catalogue), shortcuts: shortcuts(numbers, act, catalogue), rows, concepts, missing: concepts.filter((concept) => concept.missing).map(({ missing }) => typed.get(missing) || missing) };
  };
  // Section → how much it says of the concept: the best of the alternatives.
  const conceptScores = (concept, postings, evenness) => {
    const best = new Map();
    for (const { weight, whole, terms } of concept.alternatives) {
      const sums = new Map(), counts = new Map();
      for (const term of terms) {
        for (const [section, score] of termScores(term, postings)) {
          sums.set(section, (sums.get(section) || 0) + score);
          counts.set(section, (counts.get(section) || 0) + 1);
        }
      }
      for (const [section, sum] of sums) if (!whole || counts.get(section) === terms.length) better(best, section, ((weight * sum * counts.get(section)) / (terms.length * terms.length)) ** evenness);
    }
    return best;
  };
  const termScores = (term, postings) => {
    const best = new Map();
    for (const [row, weight] of term) {
      const flat = postings.get(row);
      for (let at = 0, section = 0; at < flat.length; at += 2) {
        section += flat[at];
        better(best, section, weight * flat[at + 1]);
      }
    }
    return best;
  };
  const pageScores = (scored, concepts, catalogue) => {
    const total = catalogue.sidor.length;
    const pages = new Map(); // page → per concept: [best section's score, sum of the others']
    const sections = new Map(); // section → sum over concepts
    const rarity = scored.map((found) => {
      const holding = new Set([...found.keys()].map((section) => catalogue.sidaFör[section])).size;
      return holding ? Math.log(1 + (total - holding + 0.5) / (holding + 0.5)) + COMMON : 1;
    });
    scored.forEach((found, number) => {
      for (const [section, score] of found) {
        const page = catalogue.sidaFör[section];
        if (!pages.has(page)) pages.set(page, scored.map(() => [0, 0]));
        const sum = pages.get(page)[number];
        sum[1] += Math.min(score, sum[0]);
        sum[0] = Math.max(score, sum[0]);
        sections.set(section, (sections.get(section) || 0) + score * rarity[number]);
      }
    });
    const wanted = rarity.reduce((sum, one) => sum + one, 0);
    const needed = concepts.map((concept, number) => concept.needed && scored[number].size > 0);
    const matched = new Set(concepts.flatMap((c) => c.alternatives.flatMap((a) => a.terms.flatMap((term) => [...term].filter(([, weight]) => weight * a.weight >= GOOD_ENOUGH).map(([row]) => catalogue.ord[row])))));
    const kinds = new Set(concepts.flatMap((c) => c.alternatives.filter((a) => a.terms.length === 1).flatMap((a) => [...a.terms[0]].filter(([, weight]) => weight === SAME).map(([row]) => catalogue.ord[row]))));
    const hits = [];
    for (const [page, sums] of pages) {
      if (needed.some((must, number) => must && !sums[number][0])) continue;
      hits.push(hit(page, sums, sections, rarity, wanted, matched, kinds, catalogue));
    }
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    return mixed(hits.filter((found) => found.score >= LEAST_SHARE * hits[0].score).slice(0, MOST_HITS), catalogue);
  };
  // Pages of one kind must not fill the first screen: after ALIKE of them the best of another kind comes first.
  const mixed = (hits, catalogue) => {
    const kindOf = (hit) => catalogue.sidor[hit.page][2];
    const first = [], rest = [...hits];
    while (rest.length && first.length < SCREEN) {
      const full = (kind) => first.filter((hit) => kindOf(hit) === kind).length >= ALIKE;
      const at = rest.findIndex((hit) => !full(kindOf(hit)));
      first.push(...rest.splice(Math.max(at, 0), 1));
    }
    return [...first, ...rest];
  };
  // The share of the title's telling words that the query asks for.
  const titled = (page, matched, catalogue) => {
    const telling = words(fold(catalogue.sidor[page][1])).filter((word) => !catalogue.utfyllnad.includes(word)).map(stem);
    return telling.length ? telling.filter((word) => matched.has(word)).length / telling.length : 0;
  };
  const hit = (page, sums, sections, rarity, wanted, matched, kinds, catalogue) => {
    let said = 0, covered = 0;
    sums.forEach(([most, others], number) => {
      said += rarity[number] * (most + SPREAD * Math.min(most, Math.sqrt(others)));
      covered += most ? rarity[number] : 0;
    });
    const [, , kind, , weight, count] = catalogue.sidor[page];
    let section = catalogue.sidor[page].första;
    for (let at = section; at < catalogue.sidor[page].första + count; at++) {
      if ((sections.get(at) || 0) > (sections.get(section) || 0)) section = at;
    }
    const score = (said + TOGETHER * (sections.get(section) || 0)) * (covered / wanted) ** COVER * weight * (kinds.has(catalogue.slagord[kind]) ? KIND : 1) * (1 + TITLE * titled(page, matched, catalogue) ** 2);
    return { page, section, score };
  };
  // An act's name is also that of the act before it: 4 kap. 4 § SoL.
  const shortcuts = (numbers, act, catalogue) => {
    const found = catalogue.genvägar.filter(([number, owner]) => numbers.includes(number) && (!act || owner.startsWith(act)));
    return found.slice(0, 4);
  };
  return { rank };
})();
