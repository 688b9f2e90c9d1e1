// What the projector shows: the items of a page, then those of the module's next page. The only one that knows the place;
// the notes window is told, and asks.
import { ACTS, NOTES } from "./acts.js";
import { takeKeys, takeSwipes } from "./controls.js";
import { readDeck } from "./deck.js";
import { fit, share } from "./fit.js";
import { Line, canTalk } from "./messages.js";
import { Session } from "./tally.js";
import { Site, above } from "./site.js";
import { Slides } from "./slides.js";
import { Words } from "./words.js";
import { roundOf, stepsOf } from "./steps.js";
import { Timer, clock, sound } from "./timer.js";

/** Starts presenting the page of this window. Rejects when its parts cannot be had: then nothing has changed. */
export const present = async ({ root, language, other, asked }) => {
  const stage = new Stage(new Site({ root, language, other }), language);
  await stage.open(asked);
};

/** The item that the address names; empty when it names none. */
const named = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };

class Stage {
  constructor(site, language) {
    Object.assign(this, { site, language, own: { language, page: site.pageOf(location.href, language) }, pages: [], both: false, seen: {}, loud: false });
    this.session = new Session();
  }

  get item() { return this.deck.items[this.at]; }
  get twin() { return this.other?.items.find(({ id }) => id === this.item.id); }
  get tally() { return this.session.tally(this.item.id); }
  get steps() { return stepsOf(this.item, this.tally); }

  async open(asked) {
    const [words, deck] = await Promise.all([this.load(NOTES, this.language), this.read(this.own.page)]);
    [this.words, this.deck, this.page] = [words, deck, this.own.page];
    this.home = deck.pages.length ? this.page : above(this.page); // only the home of a module lists pages
    this.takePlace(named(), asked);
    if (asked) history.pushState(null, "", location.href);
    if (canTalk()) this.line = new Line(this.session.id, (said) => this.hear(said));
    this.timer = new Timer(this.session.timer, (how) => this.showTimer(how), (event) => this.tellTimer(event));
    for (const icon of document.querySelectorAll("link[rel~='icon']")) icon.href = String(icon.href); // else sought below each address that is shown
    this.mount();
    this.stopTaking = [takeKeys(this), takeSwipes(this)];
    const again = () => { clearTimeout(this.resized); this.resized = setTimeout(() => this.show({ still: true }), 120); };
    addEventListener("resize", again);
    const back = () => { if (!new URLSearchParams(location.search).has("present")) this.leave(); };
    addEventListener("popstate", back);
    const jump = () => { this.takePlace(named(), true); this.show(); };
    addEventListener("hashchange", jump);
    this.stopTaking.push(() => { removeEventListener("resize", again); removeEventListener("popstate", back); removeEventListener("hashchange", jump); });
    this.gather();
  }

  async load(page, language) { return new Words(await this.site.document(page, language)); }

  async read(page, language = this.language) {
    const deck = readDeck(await this.site.document(page, language));
    for (const href of deck.styles) this.style(href);
    return deck;
  }

  style(href) {
    if ([...document.styleSheets].some((sheet) => sheet.href === href) || document.querySelector(`link[href="${CSS.escape(href)}"]`)) return null;
    const link = document.createElement("link");
    [link.rel, link.href] = ["stylesheet", href];
    document.head.append(link);
    return link;
  }

  /** The pages of the module and their names in the language of the wall. */
  list(home) {
    const pages = home.pages.map(({ href, title }) => [this.site.pageOf(href, home.language), title]).filter(([page]) => page);
    this.titles = new Map([[this.home, home.title], ...pages]);
    this.pages = [...this.titles.keys()];
  }

  /** Everything that a session may need, so that the connection may go: all pages of the module in both languages, one
      after another, because a weak connection would give none of many at once in time. */
  async gather() {
    let missing = 0;
    try {
      this.list(await this.read(this.home));
      this.showBar();
    } catch { missing += 1; }
    for (const language of [...this.site.languages]) {
      for (const page of [...this.pages, NOTES]) await this.site.document(page, language).catch(() => { missing += 1; });
    }
    this.ready = missing === 0;
    this.root.dataset.ready = this.ready ? "all" : "some";
  }

  /** Where an address or a reload leads: to an item, to the first one of its section, or to the beginning. */
  takePlace(id, asked) {
    const { items } = this.deck;
    const found = [items.findIndex((item) => item.id === id), items.findIndex((item) => id && item.section === id)].find((place) => place >= 0);
    this.at = found ?? 0;
    const kept = this.session.at;
    const isKept = !asked && kept?.page === this.page && kept.item === this.item.id;
    [this.step, this.part] = isKept ? [kept.step, kept.part] : ["ask", 0];
  }

  /** The stage in its language, in the place of everything else. */
  mount() {
    this.root?.remove();
    this.root = document.importNode(this.words.stage, true).firstElementChild;
    Object.assign(this.root, { role: "main", lang: this.words.language }); // not in the page itself, which has its own
    this.parts = Object.fromEntries([...this.root.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]));
    this.root.addEventListener("click", ({ target }) => {
      const asked = target.closest("[data-do]");
      if (asked) this.act(asked.dataset.do, asked.dataset, asked);
    });
    const sheet = this.style(new URL("room.css", import.meta.url).href);
    sheet?.addEventListener("load", () => this.show({ still: true }));
    document.documentElement.dataset.presenting = "";
    document.body.append(this.root);
    this.parts.sound.checked = this.loud;
    this.parts.sound.addEventListener("change", ({ target }) => { this.loud = target.checked; });
    if (this.ready !== undefined) this.root.dataset.ready = this.ready ? "all" : "some";
    this.show();
  }

  /** Puts the item on the wall. `still`: the same place again, so that nothing is announced. */
  show({ still = false } = {}) {
    const { body, title, under } = this.parts;
    const { item, steps } = this;
    if (!steps.includes(this.step)) this.step = "ask";
    this.seen[item.id] = this.step;
    const sides = [{ item, words: this.words }];
    if (this.both && this.twin && this.twinWords) sides.push({ item: this.twin, words: this.twinWords });
    const slides = new Slides(sides, this.step, this.tally, (id) => this.deck.items.find((other) => other.id === id)?.title);
    title.replaceChildren(...slides.title());
    under.textContent = item.under && item.under !== item.title ? item.under : this.deck.title === item.title ? "" : this.deck.title;
    this.root.dataset.kind = item.kind;
    this.root.toggleAttribute("data-both", sides.length > 1);
    this.timer.take(item.id, item.minutes ?? 0);
    this.showTimer({ quiet: true });
    const rows = slides.rows();
    body.replaceChildren(...rows.map(({ element }) => element));
    const isWhole = item.kind === "care" || (item.kind === "question" && !this.step.startsWith("reason-") && this.step !== "closing");
    const shared = isWhole ? [rows.map((_, place) => place)] : share(body, rows, rows.map(({ element }) => element));
    this.partCount = Math.max(1, shared.length);
    this.part = Math.min(this.part === Infinity ? this.partCount - 1 : this.part, this.partCount - 1);
    body.replaceChildren(...(shared[this.part] ?? []).map((place) => rows[place].element));
    this.showBar(); // before the size is found: it has a say in the room that is left
    const isSeen = fit(body);
    if (isSeen) body.removeAttribute("tabindex");
    else body.tabIndex = 0; // so that a keyboard can scroll it
    this.parts.more.hidden = isSeen;
    if (!still) body.scrollTop = 0;
    this.keepPlace();
    if (!still) this.announce();
    this.tellNotes();
  }

  showBar() {
    const { place, back, next } = this.parts;
    const values = { done: this.at + 1, total: this.deck.items.length, part: this.part + 1, parts: this.partCount };
    place.textContent = this.words.say(this.partCount > 1 ? "place.part" : "place", values);
    back.disabled = !this.before();
    next.disabled = !this.after();
  }

  announce() {
    const { said, title, place } = this.parts;
    const focused = document.activeElement;
    said.textContent = `${place.textContent}. ${title.textContent}`;
    if (this.root.querySelector("dialog[open]")) return;
    if (!focused || focused === document.body || !this.root.contains(focused)) title.focus({ preventScroll: true });
  }

  keepPlace() {
    history.replaceState(null, "", `${this.site.url(this.page, this.language).pathname}?present#${this.item.id}`);
    this.session.at = { page: this.page, item: this.item.id, step: this.step, part: this.part };
    this.session.save();
  }

  /** Where the next press leads, as a function; null at the end of the module. */
  after() {
    const step = this.steps.indexOf(this.step);
    if (this.part < this.partCount - 1) return () => this.move({ part: this.part + 1 });
    if (step < this.steps.length - 1) return () => this.move({ step: this.steps[step + 1], part: 0 });
    if (this.at < this.deck.items.length - 1) return () => this.move({ at: this.at + 1, step: "ask", part: 0 });
    const page = this.pages[this.pages.indexOf(this.page) + 1];
    return page && this.pages.includes(this.page) ? () => this.turn(page, "") : null;
  }

  before() {
    const step = this.steps.indexOf(this.step);
    if (this.part > 0) return () => this.move({ part: this.part - 1 });
    if (step > 0) return () => this.move({ step: this.steps[step - 1], part: Infinity });
    if (this.at > 0) return () => this.move({ at: this.at - 1, step: this.seen[this.deck.items[this.at - 1].id] ?? "ask", part: Infinity });
    const page = this.pages[this.pages.indexOf(this.page) - 1];
    return page ? () => this.turn(page, "", { last: true }) : null;
  }

  move(where) {
    Object.assign(this, where);
    this.show();
  }

  /** Another page of the module, without leaving this one: what was counted and the other window stay. */
  async turn(page, id, { last = false } = {}) {
    try {
      const deck = await this.read(page);
      if (this.both) this.other = await this.read(page, this.site.other(this.language));
      [this.deck, this.page] = [deck, page];
      this.takePlace(id, true);
      if (last) this.at = deck.items.length - 1;
      this.show();
    } catch { this.tell("trouble-page"); }
  }

  /** The same item in the other language. */
  async translate() {
    const language = this.site.other(this.language);
    try {
      const [words, deck] = await Promise.all([this.load(NOTES, language), this.read(this.page, language)]);
      const { id } = this.item;
      if (this.both) [this.other, this.twinWords] = [this.deck, this.words];
      [this.words, this.deck, this.language] = [words, deck, language];
      this.at = Math.max(0, deck.items.findIndex((item) => item.id === id));
      if (this.pages.length) this.list(await this.read(this.home));
      this.mount();
    } catch { this.tell("trouble-page"); }
  }

  async showBoth() {
    try {
      const language = this.site.other(this.language);
      if (!this.both) [this.twinWords, this.other] = await Promise.all([this.load(NOTES, language), this.read(this.page, language)]);
      this.both = !this.both;
      this.show();
      this.parts.said.textContent = this.words.say(this.both ? "both.on" : "both.off");
    } catch { this.tell("trouble-page"); }
  }

  /** A sentence for everybody in the room, in sight until the next step. */
  tell(name, values) {
    this.parts.said.textContent = "";
    this.parts.notice.textContent = this.words.say(name, values);
    this.parts.notice.hidden = false;
  }

  showTimer({ quiet = false } = {}) {
    const { timer, parts, words } = this;
    const name = timer.running ? "timer.running" : timer.left < timer.total ? (timer.left ? "timer.paused" : "timer.over") : "timer.ready";
    parts.timer.hidden = !timer.total;
    parts.left.textContent = words.say(name, { time: clock(timer.left), minutes: timer.total / 60_000 });
    parts.start.textContent = words.say(timer.running ? "timer.pause" : "timer.start");
    this.session.timer = timer.state;
    if (quiet) return;
    this.session.save();
    this.tellNotes();
  }

  tellTimer(event) {
    if (event === "over" && this.loud) sound();
    this.parts.said.textContent = this.words.say(`timer.said.${event}`, { minutes: Math.ceil(this.timer.left / 60_000) });
  }

  act(name, data = {}, asker) { ACTS[name]?.(this, data, asker); }

  tellNotes() {
    if (!this.line) return;
    const { page, item, step, part, partCount, tally, timer, session } = this;
    this.line.say("state", {
      page, item: item.id, step, part, parts: partCount, round: roundOf(item, step), tally: { 1: tally.counts(1), 2: tally.counts(2) }, timer: timer.state, started: session.started,
    });
  }

  /** The notes ask for what is here, or for a step; `jump` may name another page of the module. */
  hear({ type, action, page, item, key, by }) {
    if (type === "hello") this.tellNotes();
    if (type !== "act") return;
    if (action === "jump" && page !== this.page) { if (this.pages.includes(page)) this.turn(page, item); }
    else if (action !== "add" || item === this.item.id) this.act(action, { item, key, by });
  }

  /** Back to the page, at the same place: to this one if it is still the one behind the stage. */
  leave() {
    this.line?.say("bye");
    this.line?.close();
    for (const stop of this.stopTaking) stop();
    this.timer.end();
    const { section, id } = this.item;
    const place = document.getElementById(id) ? id : section;
    const address = `${this.site.url(this.page, this.language).pathname}${place ? `#${place}` : ""}`;
    if (document.fullscreenElement) document.exitFullscreen();
    if (this.page !== this.own.page || this.language !== this.own.language) return location.assign(address);
    this.root.remove();
    delete document.documentElement.dataset.presenting;
    history.replaceState(null, "", address);
    const target = place && document.getElementById(place);
    if (target) target.scrollIntoView();
    document.querySelector(".gb-present__link")?.focus({ preventScroll: Boolean(target) });
    return undefined;
  }
}
