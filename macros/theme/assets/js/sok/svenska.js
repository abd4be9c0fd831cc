// Swedish words as the search compares them. The index is made by macros/search/swedish.py and numbers.py in the same way;
// a browser test holds the two alike.
const rhSvenska = (() => {
  const MARKS = /[\u0300-\u036f]/g;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(MARKS, "").replaceAll("æ", "a").replaceAll("ø", "o");
  const words = (text) => text.match(/[\p{L}\p{N}]+/gu) || [];

  // The Snowball stemmer for Swedish on words without diacritics, with the changes that swedish.py tells.
  const ENDINGS = ("heterna hetens arens arnas ernas heten heter ornas ades aren arna arne aste enas erna erns orna ade are ast ena " +
    "ens ern ets het ad ar as at en er es et or a e").split(" ");
  const DOUBLED = /(?:dd|gd|nn|dt|gt|kt|tt)$/;
  const DERIVED = [["lig", ""], ["els", ""], ["ig", ""], ["lost", "los"], ["fullt", "full"]];

  const withoutEnding = (word, start) => {
    for (const ending of ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= start) return word.slice(0, -ending.length);
    }
    return word.length > start && /[bcdfghjklmnprv]s$/.test(word) ? word.slice(0, -1) : word;
  };
  const withoutDouble = (word, start) => (word.length - 2 >= start && DOUBLED.test(word) ? word.slice(0, -1) : word);
  const withoutDerivation = (word, start) => {
    for (const [ending, kept] of DERIVED) {
      if (word.endsWith(ending) && word.length - ending.length >= start) return word.slice(0, -ending.length) + kept;
    }
    return word;
  };
  const stem = (word) => {
    const found = word.search(/[aeiouy][^aeiouy]/);
    if (found < 0 || !/^[\p{L}]+$/u.test(word)) return word;
    const start = Math.max(found + 2, 3);
    return withoutDerivation(withoutDouble(withoutEnding(word, start), start), start);
  };

  // Nouns made of verbs, and verbs: anmälan, anmälning and anmäla have the same root. Too coarse for the index.
  const root = (found) => (found.length > 6 ? found.replace(/(?:ning|else|and|are|ation|an|ing)$/, "") : found);

  // Numbers as one word each: 4 kap. 4 § and 4:4 → p4x4, 32 § → p32, 2025:400 → sfs2025x400.
  const SFS = /(?<!\d)((?:1[6-9]|20)\d\d):(\d{1,4})(?!\d)/gu;
  const PARAGRAPH = /(?<![\p{L}\d:])(\d{1,3})\s*(?:kap\.?\s*|:\s*)(\d{1,3})(?!\d)(?:\s?([a-z])(?!\p{L}))?(?:\s*§+)?/giu;
  const REVERSED = /(?<!\p{L})kap\.?\s*(\d{1,3}),?\s*§\s*(\d{1,3})(?:\s?([a-z])(?!\p{L}))?/giu;
  const BARE = /(?<![\p{L}\d:–-])(?:(\d{1,3})(?:\s?([a-z]))?\s*§+|§+\s*(\d{1,3})(?:\s?([a-z])(?!\p{L}))?)/giu;
  const takeNumbers = (text) => {
    const found = [];
    const take = (make) => (...match) => {
      found.push(make(...match).toLowerCase());
      return " ";
    };
    const rest = text
      .replace(/\bkapitel\b\.?/giu, "kap.")
      .replace(/(?<!\p{L})(?:paragraf(?:en|erna|er)?|par\.)(?!\p{L})/giu, "§")
      .replace(SFS, take((_, year, number) => `sfs${year}x${number}`))
      .replace(REVERSED, take((_, chapter, number, letter = "") => `p${chapter}x${number}${letter}`))
      .replace(PARAGRAPH, take((_, chapter, number, letter = "") => `p${chapter}x${number}${letter}`))
      .replace(BARE, take((_, number, letter = "", after = "", last = "") => `p${number || after}${letter || last}`));
    return [rest, found];
  };

  // The number of slips of the finger (a letter too many, too few, wrong, or two swapped) between two words, or more than
  // `most` when there are more.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      before = last; last = row; row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
    }
    return row[other.length];
  };
  return { fold, words, stem, root, takeNumbers, slips };
})();
