// Search in the language of the page. Material's own worker searches; this one, in its place, loads it and the index of one
// language when somebody begins to type, compares words as guidebook/search/words.py says (the rules come with the
// index), and asks again more freely when nothing was found.
(() => {
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const EXACT = 8; // how much more a word counts that is typed whole than one that only begins like it
  const [language, theme] = self.location.hash.slice(1).split("/");
  const answer = self.postMessage.bind(self);

  // ---------- Material's worker, as a function

  const loadTheme = () => {
    let listener;
    let resolve;
    let last = Promise.resolve();
    self.addEventListener = (_, theirs) => (listener = theirs);
    self.importScripts(`javascripts/workers/${theme}`);
    delete self.addEventListener;
    self.postMessage = (message) => resolve(message);
    return (type, data) =>
      (last = last.then(
        () =>
          new Promise((done, failed) => {
            resolve = done;
            Promise.resolve(listener({ data: { type, data } })).catch(failed);
          }),
      ));
  };

  // ---------- words

  const makeWords = ({ stop, endings, ligatures, shortest, letters }, separator) => {
    const silent = new Set(stop);
    const between = new RegExp(separator);
    const id = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:([${letters}]) ?(\\d{1,3})(?: ?[.\\-\\u2013 ] ?([a-z]?\\d{1,2}))?|(\\d{1,2})[.\\-](\\d{1,2}))(?![\\p{L}\\p{N}])`,
      "gu",
    );
    const fold = (text) =>
      text
        .toLowerCase()
        .replace(/[œæ]/g, (letter) => ligatures[letter])
        .normalize("NFD")
        .replace(/\p{M}/gu, "");
    const compared = (typed) => {
      let word = fold(typed).replace(/[^\p{L}\p{N}.]/gu, "");
      if (silent.has(word)) return "";
      if (/\d/.test(word)) return word;
      for (const group of endings) {
        const found = group.find(([ending]) => word.endsWith(ending) && word.length - ending.length >= shortest);
        if (found) word = word.slice(0, word.length - found[0].length) + found[1];
      }
      return word;
    };
    // What was typed -> words to seek. An id in any form is sought whole: C4.3, c4-3, C 4.3, c43.
    const wanted = (text) => {
      const found = [];
      const rest = fold(text).replace(id, (_, letter, first, second, chapter, part) => {
        const word = letter ? letter + first + (/^\d/.test(second) ? "." : "") + (second ?? "") : `${chapter}.${part}`;
        found.push({ word, typed: word, whole: true });
        return " ";
      });
      for (const typed of rest.split(between)) {
        const word = typed && compared(typed);
        if (word) found.push({ word, typed, whole: /^\p{L}\d+$/u.test(word) });
      }
      return found;
    };
    return { compared, wanted };
  };

  // ---------- queries, in the words of lunr

  const strict = ({ word, whole }, must) => (whole ? `+${word}` : `${must}${word}* ${word}^${EXACT}`);
  const misspelt = ({ word, whole }, must) => {
    if (whole || word.length < 5) return strict({ word, whole }, must);
    return `${must}${word}~${word.length < 8 ? 1 : 2}`;
  };
  const queries = (wanted) => {
    const forms = [];
    for (const must of wanted.length > 1 ? ["+", ""] : ["+"]) {
      for (const form of [strict, misspelt]) forms.push(wanted.map((one) => form(one, must)).join(" "));
    }
    return forms;
  };

  // Where no word of the text was sought, its beginning says enough; what is missing is said as it was typed.
  const shown = (items, wanted) => {
    const typed = new Map(wanted.map((one) => [one.word, one.typed]));
    for (const group of items) {
      for (const item of group) {
        if (!item.text.includes("<mark>")) item.text = item.text.slice(0, item.text.indexOf("</p>") + 4 || undefined);
        item.terms = Object.fromEntries(Object.entries(item.terms).map(([word, is]) => [typed.get(word) ?? word, is]));
      }
    }
    return items;
  };

  // ---------- search

  const load = async () => {
    const response = await fetch(new URL(`../search/${language}.json`, self.location));
    if (!response.ok) throw new Error(`${response.status}`);
    const index = await response.json();
    const { compared, wanted } = makeWords(index.words, index.config.separator);
    const ask = loadTheme();
    // Of the index, each word goes through lunr's stemmer; what is sought was compared before.
    lunr.stemmer = (token) => (token.metadata.position === undefined ? token : token.update(compared));
    lunr.Pipeline.registerFunction(lunr.stemmer, "guidebook");
    await ask(SETUP, { config: index.config, docs: index.docs, options: { suggest: false } });
    return async (text) => {
      const words = wanted(text);
      if (!words.length) return [];
      for (const query of queries(words)) {
        const { items } = (await ask(QUERY, query)).data;
        if (items.length) return shown(items, words);
      }
      return [];
    };
  };

  let search;
  let latest = "";
  self.addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) return answer({ type: READY });
    if (type !== QUERY) return;
    latest = data;
    if (!data.trim()) return answer({ type: RESULT, data: { items: [] } });
    // A network that fails is not "nothing found": it is tried again while this is what is sought.
    for (let pause = 500; data === latest; pause *= 2) {
      const loading = (search ??= load());
      try {
        const items = await (await loading)(data);
        if (data === latest) answer({ type: RESULT, data: { items } });
        return;
      } catch {
        if (search === loading) search = undefined;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  });
})();
