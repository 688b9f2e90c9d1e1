// The trainer's window: what the author wrote for the item on the wall, its answer, the counts, and what comes next.
// It hears places and numbers from the projector, and reads the words in the pages themselves, in its own language.
import { readDeck } from "./deck.js";
import { Line, canTalk } from "./messages.js";
import { wrap } from "./plain.js";
import { Site } from "./site.js";
import { isId } from "./tally.js";
import { clock } from "./timer.js";
import { Words } from "./words.js";

/** Milliseconds until the projector has had time to answer. */
const PATIENCE = 2000;
const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

class Notes {
  constructor(session) {
    const language = document.documentElement.lang;
    const link = document.querySelector("a.gb-language-link");
    this.session = session;
    this.site = new Site({ root: new URL("../../../", import.meta.url), language, other: link.hreflang });
    this.language = language;
    this.words = new Words(document);
    this.root = document.getElementById("gb-notes");
    this.parts = Object.fromEntries([...this.root.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]));
    for (const other of document.querySelectorAll("a.gb-language-link")) other.search = `session=${session}`;
    this.root.hidden = false;
    document.body.toggleAttribute("data-notes", true);
    this.root.addEventListener("click", ({ target }) => {
      const { do: action, key, by, item } = target.closest("[data-do]")?.dataset ?? {};
      if (action === "add") this.line.say("act", { action, item: this.at.item, key, by: Number(by) });
      else if (action === "jump") this.line.say("act", { action, item, page: this.at.page });
      else if (action) this.line.say("act", { action });
    });
    this.line = new Line(session, (said) => this.hear(said));
    this.line.say("hello");
    this.waiting = setTimeout(() => this.tell("notes.waiting"), PATIENCE);
    setInterval(() => this.showTimes(), 1000);
  }

  tell(name) { this.parts.trouble.textContent = name ? this.words.say(name) : ""; }

  async hear(said) {
    if (said.type === "bye") this.tell("notes.gone");
    if (said.type !== "state") return;
    clearTimeout(this.waiting);
    this.at = said;
    const { page } = said;
    try {
      const deck = this.page === page ? this.deck : readDeck(await this.site.document(page, this.language));
      if (this.at !== said) return; // overtaken while the page was on its way
      [this.deck, this.page] = [deck, page];
      this.tell("");
      this.show();
    } catch { this.tell("trouble-page"); }
  }

  show() {
    const { parts, deck, words, at } = this;
    const place = deck.items.findIndex(({ id }) => id === at.item);
    const item = deck.items[place];
    if (!item) return this.tell("trouble-page");
    const count = words.say(at.parts > 1 ? "place.part" : "place", { done: place + 1, total: deck.items.length, part: at.part + 1, parts: at.parts });
    parts.title.textContent = item.title || words.say("welcome");
    parts.under.textContent = `${count} · ${deck.title}`;
    parts.minutes.textContent = [item.minutes ? words.say("minutes", { number: item.minutes }) : "–", item.part && words.say(item.part)].filter(Boolean).join(", ");
    parts.step.textContent = item.kind === "question" ? words.say(`step.${at.step.split("-")[0]}`) : count;
    this.fill("notes", `${page(at)}`, item.notes.length ? copies(item.notes) : [wrap("p", words.say("notes.none"))]);
    parts.handsBox.hidden = !at.round && !Object.keys(at.tally[1]).length;
    this.showHands(item);
    const answers = this.answers(item);
    parts.answerBox.hidden = !answers.length;
    this.fill("answer", `${page(at)} ${at.step}`, answers);
    const next = deck.items[place + 1];
    parts.next.textContent = next ? [next.title, next.minutes ? words.say("minutes", { number: next.minutes }) : ""].filter(Boolean).join(" · ") : words.say("notes.end");
    return this.showTimes();
  }

  /** Only when it is another item, so that a text being read or a button in use is left alone. */
  fill(part, key, nodes) {
    const box = this.parts[part];
    if (box.dataset.key === key) return;
    box.dataset.key = key;
    box.replaceChildren(...nodes);
  }

  answers(item) {
    if (item.answer?.length) return copies(item.answer);
    const list = item.answers?.map((answer) => {
      const line = wrap("li", wrap("p", wrap("strong", answer.letter), " ", ...copies(answer.nodes)));
      if (answer.judged.length) line.append(wrap("p", ...copies(answer.judged)));
      line.append(...answer.reason.flatMap(({ nodes }) => copies(nodes)));
      line.dataset.verdict = answer.verdict;
      return line;
    }) ?? [];
    const said = (item.closing ?? []).flatMap(({ nodes }) => copies(nodes));
    return list.length ? [wrap("ul", ...list), ...said] : said;
  }

  /** Counts of both rounds, with buttons for the one that is open. */
  showHands(item) {
    const { at, words, parts } = this;
    this.fill("hands", `${page(at)} ${at.round}`, (item.options ?? []).map(({ key, letter, nodes }) => {
      const line = wrap("p", wrap("strong", letter), " ", ...copies(nodes), " ");
      line.dataset.key = key;
      const counts = wrap("span");
      counts.className = "gb-notes__counts";
      line.append(counts);
      for (const [by, sign, name] of at.round ? [[-1, "−", "fewer"], [1, "+", "more"]] : []) {
        const button = wrap("button", sign);
        Object.assign(button, { type: "button", ariaLabel: words.say(name, { letter }) });
        Object.assign(button.dataset, { do: "add", key, by });
        line.append(button);
      }
      return line;
    }));
    for (const line of parts.hands.children) {
      const rounds = [1, 2].filter((round) => round === at.round || Object.keys(at.tally[round]).length);
      line.querySelector("span.gb-notes__counts").textContent = rounds.map((round) => `${words.say(`round.short.${round}`)} ${at.tally[round][line.dataset.key] ?? 0}`).join(" · ");
    }
  }

  showTimes() {
    const { at, parts, words, language } = this;
    const now = new Date();
    const time = now.toLocaleTimeString(`${language}-CA`, { hour: "2-digit", minute: "2-digit", hour12: false });
    parts.clock.textContent = at ? words.say("notes.since", { time, minutes: Math.floor(Math.max(0, now - at.started) / 60_000) }) : time;
    if (!at) return;
    const { total, ends } = at.timer;
    const left = ends === null ? at.timer.left : Math.max(0, ends - now);
    const name = !total ? "" : ends !== null && left ? "timer.running" : left === total ? "timer.ready" : left ? "timer.paused" : "timer.over";
    parts.timer.textContent = name ? words.say(name, { time: clock(left), minutes: total / 60_000 }) : "–";
  }
}

const page = ({ page: path, item }) => `${path}#${item}`;

const session = new URLSearchParams(location.search).get("session");
if (isId(session) && canTalk()) new Notes(session);
