// Concepts → hits. A page is ranked by how much its sections say of every concept, by how rare the concept is, by what the page
// is called and what kind of page it is.
const rhMotor = (() => {
  const { fold, words, stem } = rhSvenska;
  const { SAME, GOOD_ENOUGH, better } = rhOrd;
  const TOGETHER = 0.59; // for what one section says of all the concepts
  const SPREAD = 0.58; // for the other sections that speak of a concept
  const COVER = 0.64; // how much it costs to be silent of a concept
  const EVEN = 0.6; // among several concepts, much of one does not make up for little of the others
  const COMMON = 1.93; // what a concept counts that every page speaks of
  const TITLE = 0.66, KIND = 1.3, LEAST_SHARE = 0.12, MOST_HITS = 50, SCREEN = 5, ALIKE = 3, FAIR = 0.5;

  const rank = async (query) => {
    const catalogue = await rhSok.hämtaKatalog();
    const { concepts, missing, numbers, act } = rhFråga.analyse(query, catalogue);
    const rows = new Set(termsOf(concepts).map(({ row }) => row));
    const postings = await rhSok.hämtaOrd([...rows]);
    const scored = concepts.map((concept) => conceptScores(concept, postings, concepts.length > 1 ? EVEN : 1));
    return { hits: pageScores(scored, concepts, catalogue), shortcuts: rhFråga.shortcuts(numbers, act, catalogue), rows, missing, concepts };
  };
  // Every row that some concept asks for, with how well it answers and within what alternative.
  const termsOf = (concepts) => concepts.flatMap(({ alternatives }) =>
    alternatives.flatMap((alternative) =>
      alternative.terms.flatMap((term) => [...term].map(([row, weight]) => ({ row, weight, alternative })))));
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
      for (const [section, sum] of sums) {
        const share = counts.get(section) / terms.length;
        if (!whole || share === 1) better(best, section, ((weight * sum * share) / terms.length) ** evenness);
      }
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
    const asked = { matched: new Set(), kinds: new Set() };
    for (const { row, weight, alternative } of termsOf(concepts)) {
      if (weight * alternative.weight >= GOOD_ENOUGH) asked.matched.add(catalogue.ord[row]);
      if (weight === SAME && alternative.terms.length === 1) asked.kinds.add(catalogue.ord[row]);
    }
    const hits = [];
    for (const [page, sums] of pages) {
      if (needed.some((must, number) => must && !sums[number][0])) continue;
      hits.push(hit(page, sums, sections, rarity, wanted, asked, catalogue));
    }
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    return mixed(hits.filter((found) => found.score >= LEAST_SHARE * hits[0].score).slice(0, MOST_HITS), catalogue);
  };
  // Pages of one kind must not fill the first screen: after ALIKE of them the best of another kind comes first, if it is
  // nearly as good.
  const mixed = (hits, catalogue) => {
    const kindOf = (hit) => catalogue.sidor[hit.page][2];
    const first = [], rest = [...hits];
    while (rest.length && first.length < SCREEN) {
      const full = (kind) => first.filter((hit) => kindOf(hit) === kind).length >= ALIKE;
      const at = rest.findIndex((hit) => !full(kindOf(hit)) && hit.score >= FAIR * rest[0].score);
      first.push(...rest.splice(Math.max(at, 0), 1));
    }
    return [...first, ...rest];
  };
  // The share of the title's telling words that the query asks for.
  const titled = (page, matched, catalogue) => {
    const telling = words(fold(catalogue.sidor[page][1])).filter((word) => !catalogue.utfyllnad.includes(word)).map(stem);
    return telling.length ? telling.filter((word) => matched.has(word)).length / telling.length : 0;
  };
  const hit = (page, sums, sections, rarity, wanted, asked, catalogue) => {
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
    const ofKind = asked.kinds.has(catalogue.slagord[kind]) ? KIND : 1;
    const byTitle = 1 + TITLE * titled(page, asked.matched, catalogue) ** 2;
    const inText = said + TOGETHER * (sections.get(section) || 0);
    return { page, section, score: inText * (covered / wanted) ** COVER * weight * ofKind * byTitle };
  };
  return { rank };
})();
