// A page of the site -> the items that a room is shown, one idea or one question each. The page's own sections are the
// only source: an item keeps their id, so that both languages, both windows and the address mean the same place.
import { plain, plainChildren, wordsOf, wrap } from "./plain.js";

/** What the home page of a module says to a group; the rest is for somebody who learns alone. */
const HOME_SECTIONS = new Set(["after", "contents"]);
const SKIPPED = "h1, .gb-page-facts, .gb-awaiting, .gb-exit, learning-present, learning-progress, learning-clear, glossary-terms, template, script";
const CALLOUT = ".gb-callout, figure";
const letterOf = (place) => String.fromCharCode(65 + place);

/** Nodes of one row of a slide. `own`: a part of its own. `next`: stays with the row after it. */
const row = (nodes, more = {}) => ({ nodes, ...more });

export const readDeck = (doc) => {
  const article = doc.querySelector("article");
  if (!article) throw new Error("article");
  const isHome = Boolean(article.querySelector("learning-lessons"));
  const reader = new Reader(wordsOf(article.querySelector("h1")), isHome);
  for (const child of article.children) reader.read(child);
  return { title: reader.title, language: doc.documentElement.lang, items: reader.finish(), styles: stylesOf(doc), pages: pagesOf(article) };
};

/** The pages of a module with their names, as its home page lists them. */
const pagesOf = (article) => [...article.querySelectorAll(".gb-lessons__item")].map((line) => line.querySelector("a[href]")).filter(Boolean)
  .map((link) => ({ href: link.href, title: wordsOf(link) }));

const stylesOf = (doc) => [...doc.querySelectorAll("link[rel='stylesheet'][href*='/components/'], link[rel='stylesheet'][href^='components/']")].map((link) => link.href);

class Reader {
  constructor(title, isHome) {
    this.title = title;
    this.isHome = isHome;
    this.items = [{ id: "start", kind: "start", title, rows: [], notes: [], section: "" }];
    this.item = this.items[0];
    this.section = { id: "", title: "" };
    this.more = 0;
  }

  read(child) {
    if (child.matches(SKIPPED)) return;
    if (child.matches("h2")) this.open(child);
    else if (child.matches(".gb-trainer")) note(this.sectionItem, child);
    else if (child.matches(".gb-callout--care") && !this.section.id) this.care(child);
    else if (child.matches("learning-question")) this.question(child);
    else if (child.matches("learning-branching")) this.branching(child);
    else if (child.matches(".gb-case")) this.story(child);
    else this.prose(child);
  }

  open(heading) {
    this.section = { id: heading.id, title: wordsOf(heading) };
    this.item = this.sectionItem = this.add({ id: heading.id, kind: "section", title: this.section.title });
    this.more = 0;
  }

  get sectionItem() { return this.ownSection ?? this.items[0]; }
  set sectionItem(item) { this.ownSection = item; }

  add(item) {
    this.items.push({ rows: [], notes: [], section: this.section.id, under: this.section.title, ...item });
    return this.items.at(-1);
  }

  care(callout) {
    const rows = [...callout.querySelectorAll("p:not(.gb-callout__title, .gb-callout__help)")].map((words) => row(plain(words)));
    this.items.unshift({ id: "care", kind: "care", title: wordsOf(callout.querySelector(".gb-callout__title")), rows, notes: [], section: "" });
  }

  /** Words after a question are an item of their own, in their order. */
  prose(child) {
    if (!this.item) {
      this.more += 1;
      this.item = this.add({ id: `${this.section.id}-${this.more + 1}`, kind: "section", title: this.section.title });
    }
    this.item.rows.push(...rowsOf(child));
  }

  story(child) {
    const item = this.add({ id: "story", kind: "story", title: child.getAttribute("aria-label") ?? "", under: wordsOf(child.querySelector(".gb-case__label")) });
    for (const block of child.querySelector(".gb-case__label ~ div")?.children ?? []) item.rows.push(...rowsOf(block));
    note(item, child.querySelector(".gb-trainer"));
    if (this.section.id) this.item = null; // before the first section, the opening goes on
  }

  question(element) {
    const found = element.querySelector(".gb-question__title");
    if (!found) return; // withdrawn
    const { type } = element.dataset;
    const part = (name) => element.querySelector(`.gb-question__${name}`);
    const item = this.add({
      id: element.id, kind: "question", type, title: wordsOf(element.querySelector("[id$='-name']") ?? found),
      rows: [...(part("stem")?.children ?? [])].flatMap(rowsOf),
      choose: wordsOf(part("choose")),
      options: optionsOf(element, type),
      sides: [...element.querySelectorAll(".gb-question__column li")].map((side, place) => ({ letter: letterOf(place), nodes: plainChildren(side.lastElementChild) })),
      answers: [...element.querySelectorAll(".gb-question__answer")].map(answerOf),
      closing: [...(part("closing")?.children ?? [])].flatMap(rowsOf),
      hints: [...element.querySelectorAll(".gb-question__hints .gb-question__hint")].map((hint) => hint),
      minutes: Number(element.dataset.minutes) || 0,
      part: element.dataset.part,
    });
    item.hints = item.hints.map(plainChildren);
    if (type === "reflection") item.answer = plainChildren([...element.querySelectorAll(".gb-question__fold > .gb-question__hint")].at(-1));
    note(item, element.querySelector(".gb-trainer"));
    this.item = null;
  }

  branching(element) {
    const story = this.add({ id: element.id, kind: "story", title: element.getAttribute("aria-label"), under: wordsOf(element.querySelector(".gb-case__label")) });
    story.rows = [...element.querySelector(".gb-branching__story").children].flatMap(rowsOf);
    note(story, element.querySelector(".gb-trainer"));
    for (const step of element.querySelectorAll(".gb-branching__step")) {
      const end = step.querySelector(".gb-branching__end");
      const options = [...step.querySelectorAll(".gb-branching__option")];
      this.add({
        id: step.id, kind: "question", type: "branching", title: wordsOf(step.querySelector(".gb-branching__title")), under: end ? wordsOf(end) : story.title,
        rows: [...step.querySelector(".gb-branching__text").children].flatMap(rowsOf),
        options: options.map((option, place) => ({ key: option.dataset.key, letter: letterOf(place), nodes: plainChildren(option) })),
        answers: [...step.querySelectorAll(".gb-branching__answer")].map((answer, place) => ({
          ...answerOf(answer, place, "branching"),
          to: `${element.id}-${options.find((option) => option.dataset.key === answer.dataset.key)?.dataset.to}`,
        })),
        sides: [], closing: [], hints: [],
      });
    }
    this.item = null;
  }

  finish() {
    const isFilled = (item) => item.kind === "start" || item.kind === "question" || item.rows.length > 0;
    // A section that only holds questions: what its author says to the trainer goes with the first of them.
    for (const empty of this.items.filter((item) => !isFilled(item) && item.notes.length)) {
      const first = this.items.find((item) => item.section === empty.section && isFilled(item));
      first?.notes.unshift(...empty.notes);
    }
    const shown = this.items.filter((item) => isFilled(item) && item.part !== "reading");
    if (!this.isHome) return shown;
    const start = { id: "care", kind: "care", title: "", rows: [], notes: [], section: "" }; // a session opens with it
    return [start, ...shown.filter((item) => !item.section || HOME_SECTIONS.has(item.section))];
  }
}

const note = (item, element) => {
  if (!element) return;
  item.notes.push(...plainChildren(element));
  item.minutes ||= Number(element.dataset.minutes) || 0;
  item.part ??= element.dataset.part;
};

/** A list becomes one row for each of its lines, so that it can be shared out; a box or a drawing stays whole. */
const rowsOf = (element) => {
  if (element.matches("ul, ol") && element.children.length > 1) return linesOf(element);
  if (element.matches("learning-lessons")) return linesOf(element.querySelector("ol"));
  const nodes = plain(element);
  if (element.matches("figure")) return figureRows(element, nodes);
  if (!nodes.length) return [];
  const isLead = element.matches("h3, h4") || (element.localName === "p" && element.textContent.trim().endsWith(":"));
  return [row(nodes, { own: element.matches(CALLOUT), next: isLead })];
};

const linesOf = (list) => [...list.children].map((line, place) => {
  const copy = document.createElement(list.localName);
  if (list.localName === "ol") copy.setAttribute("start", place + 1);
  copy.append(...plain(line));
  copy.querySelectorAll(".gb-lessons__state").forEach((state) => state.remove());
  return row([copy], { line: true });
});

/** The drawing, large enough to be read, then what it says in sentences. */
const figureRows = (element, nodes) => {
  const [figure] = nodes;
  const caption = wordsOf(element.querySelector("figcaption"));
  const told = figure.querySelector("ol");
  figure.querySelector("figcaption")?.remove();
  told?.remove();
  figure.querySelector("svg")?.setAttribute("aria-label", caption);
  return [row([wrap("h3", caption), figure], { own: true }), ...(told ? [row([wrap("h3", caption), told], { own: true })] : [])];
};

const optionsOf = (element, type) => {
  if (type === "rating") {
    return [...element.querySelectorAll(".gb-question__scale label")].map((label) => ({
      key: label.querySelector("input").value, letter: label.querySelector("input").value, nodes: plainChildren(label.querySelector(".gb-question__end")),
    }));
  }
  if (type === "match") {
    return [...element.querySelectorAll(".gb-question__row")].map(({ dataset, firstElementChild }, place) => ({
      key: dataset.key, letter: `${place + 1}`, nodes: plainChildren(firstElementChild.lastElementChild),
    }));
  }
  if (type === "order") {
    return [...element.querySelectorAll(".gb-question__steps > li")].map((line, place) => ({
      key: line.dataset.key, letter: letterOf(place), nodes: plainChildren(line.querySelector(".gb-question__text")),
    }));
  }
  return [...element.querySelectorAll(".gb-question__option")].map((option, place) => ({
    key: option.querySelector("input").value, letter: letterOf(place), nodes: plainChildren(option.querySelector(".gb-question__text")),
  }));
};

const answerOf = (answer, place, block) => {
  const part = (name) => answer.querySelector(`.gb-${block === "branching" ? block : "question"}__${name}`);
  const verdict = part("verdict");
  const choice = part("choice");
  return {
    key: answer.dataset.key,
    verdict: answer.dataset.verdict,
    letter: choice.querySelector(".gb-question__letter")?.textContent.trim() ?? (block === "branching" ? letterOf(place) : "•"),
    nodes: plainChildren(choice.lastElementChild),
    /** Its sign and word; an order has none. */
    judged: verdict.querySelector("svg") ? [...plain(verdict.querySelector("svg")), ...plain(verdict.querySelector("svg ~ span:not([data-when])"))] : [],
    reason: [...part("reason").children].flatMap(rowsOf),
  };
};
