// Search without a server. Without this script the form stays hidden, and the archive is linked.
// Words are cut as workflow/publish/site/words.py cuts them: keep the two alike.
(() => {
  "use strict";
  const LENGTH = 6;
  const MANY = 50;
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

  const form = document.querySelector("form.search");
  const input = document.getElementById("words");
  const status = document.querySelector("[role=status]");
  const list = document.getElementById("found");
  const loaded = new Map();
  let latest = 0;

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const cut = (word) => {
    const letters = [...word];
    if (!UNSPACED.test(word)) return [letters.slice(0, LENGTH).join("")];
    const pairs = letters.slice(0, -1).map((letter, at) => letter + letters[at + 1]);
    return pairs.length ? pairs : [word];
  };

  const wordsOf = (text) => (folded(text).match(/[\p{L}\p{N}]+/gu) || []).flatMap(cut);

  const load = (part) => {
    if (!loaded.has(part)) {
      const nothing = { older: null, articles: [] };
      loaded.set(part, fetch(part).then((answer) => (answer.ok ? answer.json() : nothing)).catch(() => nothing));
    }
    return loaded.get(part);
  };

  const rank = (article, words) => {
    const known = article.words.split(" ");
    if (!words.every((word) => known.some((other) => other.startsWith(word)))) return 0;
    const title = wordsOf(article.title);
    return 1 + words.filter((word) => title.some((other) => other.startsWith(word))).length;
  };

  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text;
    return made;
  };

  const card = (article) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = element("a", "", article.title);
    link.href = article.href;
    heading.append(link);
    const meta = element("p", "meta", "");
    const day = element("time", "", article.date);
    day.dateTime = article.day;
    meta.append(day);
    item.append(element("p", "kicker", article.kicker), heading);
    if (article.summary) item.append(element("p", "summary", article.summary));
    item.append(meta);
    return item;
  };

  const search = async () => {
    const mine = ++latest;
    const words = wordsOf(input.value);
    const found = [];
    list.replaceChildren();
    status.textContent = "";
    if (!words.length) return;
    for (let part = form.dataset.newest; part; ) {
      const { older, articles } = await load(part);
      if (mine !== latest) return;
      for (const article of articles) {
        const place = rank(article, words);
        if (place) found.push({ article, place });
      }
      found.sort((a, b) => b.place - a.place);
      list.replaceChildren(...found.slice(0, MANY).map(({ article }) => card(article)));
      part = older;
    }
    status.textContent = found.length ? "" : form.dataset.none;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", search);
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    search();
  }
})();
