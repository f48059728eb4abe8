/* The search: a dialog over an index in script files, which load from a web server and from a disk alike.

   Put on a page by
     <link rel="stylesheet" href="…/assets/search.css">
     <script src="…/assets/search.js" defer></script>
     <button type="button" data-search>…</button>
   The index is in ../search/ beside this file's folder. It is loaded when the dialog first opens. The interface is
   briefingSearch.open(query), .find(query), .split(text); files of the index call briefingSearch.add. */
(function () {
  "use strict";
  if (window.briefingSearch) return;

  const ROOT = new URL("../", document.currentScript.src);
  const WORDS = {
    title: "Search this briefing",
    close: "Close",
    hint: "Words of a text, a name, a topic or a source. In quotation marks: words that stand together.",
    loading: "Searching…",
    none: "Nothing found for “{query}”.",
    instead: "Nothing found for “{query}”. For “{found}”: {counted}.",
    one: "1 result",
    many: "{n} results",
    more: "Show more",
    failed: "The search index could not be loaded: {file}. Reload the page to try again.",
    stale: "The search index has just changed. Search again.",
    article: "Article",
    person: "Person",
    place: "Place",
    organisation: "Organisation",
    topic: "Topic",
    story: "Story",
    source: "Source",
    articles_one: "1 article",
    articles_many: "{n} articles",
  };
  // The words of the site's language come with the index; those that are said before that stand on the button.
  const WAITING = (document.querySelector("[data-search]") || document.body).dataset;
  const PAGE = 10; // results at a time
  const PATIENCE = 20000; // milliseconds for one file

  function say(key, values) {
    const words = (core && core.words[key]) || WAITING[key] || WORDS[key];
    return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /* ------------------------------------------------------------------------------------------ files of the index */

  const files = new Map(); // name to the promise of its value
  const arrived = new Map(); // name to {seal, value}, from the script to whoever waits for it
  let core = null;
  let newest = ""; // seal of the index last seen, which keeps a browser from taking files of an older one

  function add(name, seal, value) {
    arrived.set(name, { seal, value });
  }

  function load(name) {
    if (!files.has(name)) files.set(name, request(name).catch((error) => { files.delete(name); throw error; }));
    return files.get(name);
  }

  function request(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = (key) => { script.remove(); reject(Object.assign(new Error(name), { key, file: "search/" + name + ".js" })); };
      const timer = setTimeout(fail, PATIENCE, "failed");
      script.onerror = () => { clearTimeout(timer); fail("failed"); };
      script.onload = () => {
        clearTimeout(timer);
        const file = arrived.get(name);
        arrived.delete(name);
        if (!file) return fail("failed");
        const stale = core && file.seal !== core.seal;
        newest = file.seal;
        if (stale) { core = null; files.clear(); return fail("stale"); }
        script.remove();
        resolve(name === "core" ? Object.assign(file.value, { seal: file.seal }) : file.value);
      };
      script.src = new URL("search/" + name + ".js" + (newest && "?" + newest), ROOT).href;
      document.head.append(script);
    });
  }

  async function openIndex() {
    core = core || (await load("core"));
    return core;
  }

  /* -------------------------------------------------------------------- words, as briefing/search/words.py has them */

  const LONGEST = 40;
  const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ł: "l", þ: "th", ı: "i", ς: "σ" };
  const SPECIAL = /[ßæœøđðħłþıς]/g;
  const POSSESSIVE = /'s(?![\p{L}\p{N}])/gu;
  const JOINED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
  const MARKS = "\\u0900-\\u0963\\u0966-\\u0dff\\u0e31-\\u0e4e\\u0eb1-\\u0ecd\\u102b-\\u103e\\u17b4-\\u17d3";
  const WORD = new RegExp("[\\p{L}\\p{N}" + MARKS + "]+", "gu");
  const RUN = new RegExp("[" + JOINED + "]+|[^" + JOINED + "]+", "gu");
  const IS_JOINED = new RegExp("^[" + JOINED + "]", "u");

  function fold(text) {
    const bare = text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
    return bare.replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFKC");
  }

  function split(text) {
    const words = fold(text.replace(/’/g, "'")).replace(POSSESSIVE, "").match(WORD) || [];
    return words.flatMap(pieces).map((word) => (word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join("") : word));
  }

  const COMPOUND = /(?<![a-z0-9])[a-z0-9]+(?:[-\u2010\u2011][a-z0-9]+)+|[0-9]{1,3}(?:,[0-9]{3})+/g;

  const LARGE = /(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g;

  /* As `split`, but a large number is one word, with its commas or without. */
  function plain(text) {
    return split(text.replace(LARGE, (number) => number.replaceAll(",", "")));
  }

  /* Whether a word is the end of a run of joined characters, which the pair before it has too. */
  function isRest(word, i, words) {
    return i > 0 && IS_JOINED.test(word) && Array.from(word).length === 1 && words[i - 1].endsWith(word);
  }

  /* [word, its parts] of what some write as one word and others as two. */
  function compounds(text) {
    return (fold(text).match(COMPOUND) || []).map((found) => [found.replace(/[^a-z0-9]/g, "").slice(0, LONGEST), split(found)]);
  }

  function pieces(word) {
    return word.match(RUN).flatMap((run) => {
      if (!IS_JOINED.test(run)) return [run];
      const characters = Array.from(run);
      return characters.map((character, i) => character + (characters[i + 1] || ""));
    });
  }

  /* What is asked for: words, of which one may be only begun. The last piece of a run of joined characters begins
     the pairs of the texts; a single Latin letter is taken as it is, for it begins too much, and so is a number of four
     digits or more: 2,000 is no beginning of 20,000. The parts of a compound are there too where it is written as one
     word; a large number is one word in any case. */
  function terms(query) {
    const words = plain(query);
    const last = words.length - 1;
    const begun = (word, i) => IS_JOINED.test(word) ? Array.from(word).length === 1 : i === last && word.length > 1 && !/^[0-9]{4,}$/.test(word);
    const found = new Map();
    words.forEach((word, i) => {
      if (!isRest(word, i, words)) found.set(word, { word, joined: "", begun: begun(word, i) || (found.has(word) && found.get(word).begun) });
    });
    for (const [joined, parts] of compounds(query)) {
      for (const part of parts) if (found.has(part)) found.get(part).joined = joined;
    }
    return Array.from(found.values());
  }

  /* ------------------------------------------------------------------------------------------------------- ranking */

  const K1 = 1.2, B = 0.6; // of BM25
  const BEGUN = 0.4; // what a word that only begins as asked counts, beside the word itself
  const ABOUT = 1.3; // a page about a name, topic, story or source comes before an article that says as much

  function shardsOf({ word, begun }) {
    const end = begun ? word + "\uffff" : word;
    return core.terms.filter(([first], i) => first <= end && (i + 1 === core.terms.length || core.terms[i + 1][0] > word));
  }

  async function postingsOf(term) {
    const weights = await postingsOfWord(term);
    if (!term.joined) return weights;
    for (const [doc, weight] of await postingsOfWord({ word: term.joined, begun: term.begun })) {
      weights.set(doc, Math.max(weight, weights.get(doc) || 0));
    }
    return weights;
  }

  async function postingsOfWord(term) {
    const weights = new Map(); // document to what the word says of it
    for (const [words, packed] of await Promise.all(shardsOf(term).map(([, file]) => load("terms-" + file)))) {
      const lists = packed.split(" ");
      words.split(" ").forEach((word, i) => {
        if (word === term.word) unpack(lists[i], weights, 1);
        else if (term.begun && word.startsWith(term.word)) unpack(lists[i], weights, BEGUN);
      });
    }
    return weights;
  }

  /* Numbers in base 32, lowest digit first, each gap * 8 + level: see briefing/search/postings.py. */
  function unpack(packed, weights, share) {
    let number = 0, shift = 0, doc = -1;
    for (let i = 0; i < packed.length; i++) {
      const digit = packed.charCodeAt(i);
      if (digit >= 94) { number |= (digit - 94) << shift; shift += 5; continue; }
      number |= (digit - 35) << shift;
      doc += number >> 3;
      weights.set(doc, (weights.get(doc) || 0) + share * 2 ** ((number & 7) / 2));
      number = shift = 0;
    }
  }

  /* The numbers of all documents that have every word, best first; of equals the first of the briefing first. */
  async function rank(asked) {
    const lists = await Promise.all(asked.map(postingsOf));
    const { lengths, average, articles } = core;
    const found = [];
    const shortest = lists.reduce((a, b) => (b.size < a.size ? b : a));
    for (const doc of shortest.keys()) {
      if (!lists.every((list) => list.has(doc))) continue;
      const length = 2 ** ((lengths.charCodeAt(doc) - 35) / 4) - 1;
      let score = 0;
      for (const list of lists) {
        const weight = list.get(doc);
        const rarity = Math.log(1 + (lengths.length - list.size + 0.5) / (list.size + 0.5));
        score += rarity * weight * (K1 + 1) / (weight + K1 * (1 - B + B * length / average));
      }
      found.push([doc, doc < articles ? score * ABOUT : score]);
    }
    return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([doc]) => doc);
  }

  async function card(doc) {
    const { texts } = core;
    let file = 0, end = texts.length;
    while (end - file > 1) { const middle = (file + end) >> 1; if (texts[middle] <= doc) file = middle; else end = middle; }
    return (await load("texts-" + file))[doc - texts[file]];
  }

  async function find(query) {
    await openIndex();
    const phrases = quoted(query);
    let asked = terms(query), docs = asked.length ? await rank(asked) : [], instead = "";
    if (phrases.length && docs.length) {
      const exact = await withPhrases(docs, phrases);
      if (exact.length) docs = exact;
      else instead = query.replace(MARK, " ").trim().replace(/\s+/g, " ");
    }
    if (asked.length && !docs.length) {
      const meant = await Promise.all(asked.map(likeliest));
      const found = meant.some((term, i) => term !== asked[i]) ? await rank(meant) : [];
      if (found.length) [asked, docs, instead] = [meant, found, meant.map(({ word }) => word).join(" ")];
    }
    return { asked, phrases, instead, count: docs.length, cards: (from, to) => Promise.all(docs.slice(from, to).map(card)) };
  }

  /* ------------------------------------------------------------------------------------- words in quotation marks */

  const MARK = /["“”„«»]/g;
  const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
  const READ = 300; // documents, best first, in whose texts a phrase is looked for; in as many more where none has it

  /* What stands in quotation marks, where that is more than a word. Of joined characters the last pair may go on. */
  function quoted(query) {
    const phrases = Array.from(query.matchAll(QUOTED), ([, said]) => plain(said));
    return phrases.map((words) => words.filter((word, i) => i + 1 < words.length || !isRest(word, i, words)))
      .filter((words) => words.length > 1).map(spaced);
  }

  function spaced(words) {
    return " " + words.join(" ") + " ";
  }

  function holds(text, phrase) {
    return spaced(plain(text)).includes(phrase);
  }

  async function withPhrases(docs, phrases) {
    for (let from = 0; from < docs.length; from += READ) {
      const read = docs.slice(from, from + READ), cards = await Promise.all(read.map(card));
      const found = read.filter((_, i) => hasAll(cards[i], phrases));
      if (found.length) return found;
    }
    return [];
  }

  function hasAll({ title, detail, date, paragraphs }, phrases) {
    const texts = [title, detail || "", date || ""].concat((paragraphs || []).map(([, text]) => text));
    return phrases.every((phrase) => texts.some((text) => holds(text, phrase)));
  }

  /* The paragraphs that have a phrase asked for; all, where none has. */
  function telling(paragraphs, phrases) {
    const said = paragraphs.filter(([, text]) => phrases.some((phrase) => holds(text, phrase)));
    return said.length ? said : paragraphs;
  }

  /* ---------------------------------------------------------------------------------------------- slips of the hand */

  const LEAST = 4; // letters of a word in which a slip can be told from another word
  const SURE = 2; // first letters, which are taken to be right: the words that have them are in few files

  /* The term itself where a text has it; else that of the words one slip away that most documents have. A year or
   * another number is no slip of its neighbour. */
  async function likeliest(term) {
    const letters = Array.from(term.word);
    if (letters.length < LEAST || /\p{N}/u.test(term.word) || IS_JOINED.test(term.word) || (await postingsOf(term)).size) return term;
    const begin = letters.slice(0, SURE).join("");
    let best = term, most = 0;
    for (const [words, packed] of await Promise.all(shardsOf({ word: begin, begun: true }).map(([, file]) => load("terms-" + file)))) {
      const lists = packed.split(" ");
      words.split(" ").forEach((word, i) => {
        if (!word.startsWith(begin) || !isOneSlip(letters, Array.from(word))) return;
        const documents = new Map();
        unpack(lists[i], documents, 1);
        if (documents.size > most) [best, most] = [{ word, joined: "", begun: false }, documents.size];
      });
    }
    return best;
  }

  /* Whether one letter too many, too few, another one, or two of them changed about, make one word of the other. */
  function isOneSlip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let from = 0, end = 0;
    const shorter = Math.min(one.length, other.length);
    while (from < shorter && one[from] === other[from]) from++;
    while (end < shorter - from && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    const left = one.length - from - end, right = other.length - from - end;
    const turned = left === 2 && right === 2 && one[from] === other[from + 1] && one[from + 1] === other[from];
    return Math.max(left, right) === 1 || turned;
  }

  /* ------------------------------------------------------------------------------------------------------ excerpts */

  const SPOKEN = new RegExp("[\\p{L}\\p{N}\\p{M}]+", "gu");
  const SPOKEN_COMPOUND = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011,][\p{L}\p{N}\p{M}]+)+/gu;
  const BEFORE = 60, EXCERPT = 220; // characters

  function says(spoken, { word, joined, begun }) {
    return [word, joined].some((asked) => asked && (begun ? spoken.startsWith(asked) : spoken === asked));
  }

  /* [start, end, word] of each place in a text that has a word asked for. */
  function spots(text, asked) {
    const found = [];
    for (const match of text.matchAll(SPOKEN)) {
      const at = match.index, pieces = split(match[0]);
      for (const term of asked) {
        const word = term.word;
        if (IS_JOINED.test(word)) {
          for (let i = match[0].indexOf(word); i >= 0; i = match[0].indexOf(word, i + 1)) found.push([at + i, at + i + word.length, word]);
        } else if (pieces.some((piece) => says(piece, term))) {
          found.push([at, at + match[0].length, word]);
        }
      }
    }
    for (const match of text.matchAll(SPOKEN_COMPOUND)) {
      for (const [joined] of compounds(match[0])) {
        for (const term of asked) if (says(joined, term)) found.push([match.index, match.index + match[0].length, term.word]);
      }
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }

  /* Of all places in all paragraphs the first with most of the words asked for in the characters from there on. */
  function excerpt(paragraphs, asked) {
    let best = null, most = 0;
    for (const [number, text] of paragraphs) {
      const places = spots(text, asked);
      places.forEach(([from], i) => {
        const words = new Set();
        for (let j = i; j < places.length && places[j][1] <= from + EXCERPT; j++) words.add(places[j][2]);
        if (words.size > most) [best, most] = [{ number, text, places, from }, words.size];
      });
    }
    return best && cut(best);
  }

  function cut({ number, text, places, from }) {
    let start = Math.max(0, from - BEFORE);
    if (start) start = text.indexOf(" ", start) + 1 || start;
    if (start > from) start = from;
    let end = Math.min(text.length, from + EXCERPT);
    if (end < text.length && text.lastIndexOf(" ", end) > from) end = text.lastIndexOf(" ", end);
    return { number, text, start, end, places };
  }

  /* Text as text nodes, the words asked for in <mark>: never as markup. */
  function marked(element, text, places, start, end) {
    let at = start;
    for (const [from, to] of places) {
      if (from < at || to > end) continue;
      element.append(text.slice(at, from), make("mark", { textContent: text.slice(from, to) }));
      at = to;
    }
    element.append(text.slice(at, end));
    return element;
  }

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /* -------------------------------------------------------------------------------------------------------- dialog */

  let dialog, input, close, status, list, more;
  let asking = 0; // number of the last question
  let answering = Promise.resolve(); // until its answer is shown

  function build() {
    input = make("input", { type: "search", className: "search-input", autocomplete: "off", spellcheck: false, maxLength: 200, enterKeyHint: "search" });
    close = make("button", { type: "button", className: "search-close" });
    status = make("p", { className: "search-status" });
    status.setAttribute("role", "status");
    list = make("ol", { className: "search-results" });
    more = make("button", { type: "button", className: "search-more", hidden: true });
    const body = make("div", { className: "search-body" }, status, list, more);
    dialog = make("dialog", { className: "search-dialog" }, make("div", { className: "search-head" }, input, close), body);
    label();
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("keydown", move);
    input.addEventListener("input", () => { answering = ask(input.value); });
    list.addEventListener("click", (event) => { if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) dialog.close(); });
    document.body.append(dialog);
  }

  function label() {
    dialog.setAttribute("aria-label", say("title"));
    input.setAttribute("aria-label", say("title"));
    close.textContent = say("close");
    more.textContent = say("more");
  }

  /* Opens at once, so that no key is lost while the index loads. */
  function open(query) {
    if (!dialog) build();
    show();
    if (typeof query === "string") input.value = query;
    input.select();
    return (answering = ask(input.value));
  }

  function show() {
    if (!dialog.open) dialog.showModal();
    input.focus();
  }

  function tell(error) {
    if (!error.key) console.error(error);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = say(error.key || "failed", { file: error.file || error.message });
  }

  async function ask(query) {
    const turn = ++asking;
    const waiting = setTimeout(() => { if (turn === asking) status.textContent = say("loading"); }, 300);
    try {
      if (!core) await openIndex().then(label);
      const found = await find(query);
      const cards = await found.cards(0, PAGE);
      if (turn === asking) answer(query, found, cards);
    } catch (error) {
      if (turn === asking) tell(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  function answer(query, found, cards) {
    const counted = found.count === 1 ? say("one") : say("many", { n: found.count });
    const asked = query.trim();
    const told = found.instead ? say("instead", { query: asked, found: found.instead, counted }) : counted;
    status.textContent = !found.asked.length ? say("hint") : found.count ? told : say("none", { query: asked });
    list.replaceChildren(...cards.map((one) => result(one, found)));
    list.parentNode.scrollTop = 0;
    more.hidden = found.count <= cards.length;
    more.onclick = async () => {
      const turn = asking, from = list.children.length;
      try {
        const next = await found.cards(from, from + PAGE);
        if (turn !== asking) return;
        list.append(...next.map((one) => result(one, found)));
        more.hidden = list.children.length >= found.count;
        list.children[from].querySelector("a").focus();
      } catch (error) {
        tell(error);
      }
    };
  }

  function result(card, { asked, phrases }) {
    const best = excerpt(telling(card.paragraphs || [], phrases), asked);
    const anchor = best && best.number ? "#p" + best.number : "";
    const title = marked(make("span", { className: "search-title", dir: "auto" }), card.title, spots(card.title, asked), 0, card.title.length);
    const link = make("a", { href: new URL(card.path + anchor, ROOT).href }, title, make("span", { className: "search-about" }, ...about(card)));
    if (best) {
      const text = make("span", { className: "search-excerpt", dir: "auto" }, best.start ? "… " : "");
      marked(text, best.text, best.places, best.start, best.end).append(best.end < best.text.length ? " …" : "");
      link.append(text);
    }
    if (card.language) for (const part of link.querySelectorAll("[dir]")) part.lang = card.language;
    return make("li", {}, link);
  }

  function about(card) {
    const count = card.articles === 1 ? say("articles_one") : card.articles ? say("articles_many", { n: card.articles }) : "";
    const parts = [card.kind === "article" && card.detail ? "" : say(card.kind), card.detail, card.date, count].filter(Boolean);
    return parts.flatMap((part, i) => [i ? " · " : "", make("bdi", { textContent: part })]);
  }

  /* ------------------------------------------------------------------------------------------------------ keyboard */

  function move(event) {
    const links = Array.from(list.querySelectorAll("a"));
    const at = links.indexOf(document.activeElement);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
    else if (event.key === "ArrowUp" && at === 0) input.focus();
    else if (event.key === "Enter" && document.activeElement === input) answering.then(follow);
    else if (at >= 0 && event.key.length === 1 && event.key !== " ") return input.focus(); // typing goes on in the field
    else if (event.key === "Escape") dialog.close(); // a search field would only clear itself
    else return;
    event.preventDefault();
  }

  function follow() {
    const first = list.querySelector("a");
    if (first && dialog.open) first.click();
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !letter) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("[data-search]")) open();
  });

  window.briefingSearch = { open, find, split, add };
})();
