// One step of an item -> the rows of its slide, in one language or in two beside each other.
import { isCounted, roundOf } from "./steps.js";
import { box, wrap } from "./plain.js";

const HELPLINE = "9-8-8";
const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

const button = (words, action, data = {}) => {
  const made = wrap("button", words);
  made.type = "button";
  made.dataset.do = action;
  Object.assign(made.dataset, data);
  return made;
};

/** Rows of the same step in each language: one to one where their number is the same, as in a page and its twin. */
const paired = (lists) => {
  const [first, ...others] = lists;
  if (others.every((rows) => rows.length === first.length)) {
    return first.map((row, place) => ({ ...row, sides: lists.map((rows) => rows[place].nodes) }));
  }
  return [{ sides: lists.map((rows) => rows.flatMap(({ nodes }) => nodes)) }];
};

export class Slides {
  /** `sides` are `{item, words}`, the language of the wall first; `tally` counts for the item. */
  constructor(sides, step, tally, titleOf) {
    Object.assign(this, { sides, step, tally, titleOf });
    [this.item, this.words] = [sides[0].item, sides[0].words];
  }

  /** The words of an element in each language. */
  cells(nodesOfSides) {
    const cells = nodesOfSides.map((nodes, place) => {
      const cell = box("gb-stage__cell", ...nodes);
      cell.lang = this.sides[place].words.language;
      return cell;
    });
    return cells.length === 1 ? cells[0] : box("gb-stage__pair", ...cells);
  }

  said(name, values) { return this.cells(this.sides.map(({ words }) => [wrap("p", words.say(name, values))])); }

  blocks(pick) {
    return paired(this.sides.map(({ item }) => pick(item))).map((row) => ({ ...row, element: box("gb-stage__row", this.cells(row.sides.map(copies))) }));
  }

  title() {
    return this.sides.flatMap(({ item, words }, place) => {
      const line = wrap("span", item.title || words.say("welcome"));
      line.lang = words.language;
      return place ? [" ", line] : [line];
    });
  }

  rows() {
    const { item, step } = this;
    if (item.kind === "care") return [...this.blocks(({ rows }) => rows), ...this.care()];
    if (item.kind !== "question") return this.blocks(({ rows }) => rows);
    if (step === "talk") return [{ element: box("gb-stage__row gb-stage__row--large", this.said("talk.ask")) }, { element: box("gb-stage__row", this.said("talk.how")) }];
    if (step === "closing") return [...this.label("closing"), ...this.blocks(({ closing }) => closing)];
    if (step.startsWith("reason-")) return this.reason(step.slice("reason-".length));
    if (step === "reveal") return item.answer?.length ? this.possible() : this.answers();
    if (step === "compare") return [...this.options(), this.foot()];
    return [...this.blocks(({ rows }) => rows), ...this.choose(), ...this.column(), ...this.options(), this.foot()];
  }

  /** Where help is, and that anybody may step out. */
  care() {
    const has = this.item.rows.some(({ nodes }) => nodes.some((node) => node.textContent.includes(HELPLINE))); // the note says it itself
    return this.words.care().map((_, place) => ({ element: box("gb-stage__row gb-stage__care", this.cells(this.sides.map(({ words }) => [words.care()[place]]))) }))
      .filter(({ element }) => !has || !element.querySelector("a"));
  }

  label(name) { return [{ element: box("gb-stage__row gb-stage__label", this.said(name)), next: true }]; }

  possible() { return [...this.label("possible"), { element: box("gb-stage__row", this.cells(this.sides.map(({ item }) => copies(item.answer)))) }]; }

  choose() {
    const round = roundOf(this.item, this.step);
    const names = [...(this.item.choose ? [this.sides.map(({ item }) => item.choose)] : []), ...(this.item.type === "reflection" ? [this.sides.map(({ words }) => words.say("alone"))] : [])];
    if (round === 2) names.push(this.sides.map(({ words }) => words.say("round.2")));
    return names.map((sentences) => ({ element: box("gb-stage__row gb-stage__label", this.cells(sentences.map((sentence) => [wrap("p", sentence)]))) }));
  }

  /** The other sides of a matching question. */
  column() {
    return this.item.sides.map(({ letter }, place) => ({ element: this.line(letter, this.sides.map(({ item }) => copies(item.sides[place].nodes)), "gb-stage__option--side") }));
  }

  options() {
    const round = roundOf(this.item, this.step);
    const isMarked = this.item.type === "order";
    return this.item.options.map(({ key, letter }, place) => {
      const nodes = this.sides.map(({ item }) => copies(item.options[place].nodes));
      const line = this.line(isMarked ? "•" : letter, nodes);
      line.dataset.key = key;
      if (round) line.append(this.hands(round, key, letter));
      if (this.step === "compare") line.append(this.bars(key));
      return { element: line };
    });
  }

  line(letter, nodesOfSides, more = "") {
    const mark = wrap("span", letter);
    mark.className = "gb-stage__letter";
    return box(`gb-stage__row gb-stage__option ${more}`.trim(), mark, this.cells(nodesOfSides));
  }

  /** Buttons that count hands. */
  hands(round, key, letter) {
    const count = wrap("output", `${this.tally.count(round, key)}`);
    const fewer = button("−", "add", { key, by: "-1" });
    const more = button("+", "add", { key, by: "1" });
    fewer.ariaLabel = this.words.say("fewer", { letter });
    more.ariaLabel = this.words.say("more", { letter });
    count.ariaLabel = this.words.say("hands", { letter });
    return box("gb-stage__hands", fewer, count, more);
  }

  /** Both rounds beside each other, as lengths and as numbers. */
  bars(key) {
    const rounds = this.tally.total(2) ? [1, 2] : [1];
    return box("gb-stage__bars", ...rounds.map((round) => {
      const count = this.tally.count(round, key);
      const bar = wrap("span");
      bar.className = "gb-stage__bar-length";
      bar.style.setProperty("--part", (count / this.tally.most()).toFixed(3));
      const name = wrap("span", this.words.say(`round.short.${round}`));
      const line = box("gb-stage__bar", name, bar, wrap("strong", `${count}`));
      line.dataset.round = round;
      return line;
    }));
  }

  foot() {
    const buttons = [];
    if (isCounted(this.item) && (this.step === "ask")) buttons.push(button(this.words.say("talk"), "talk"));
    if (this.item.answers.length || this.item.answer?.length) buttons.push(button(this.words.say("reveal"), "reveal"));
    return { element: box("gb-stage__foot", ...buttons) };
  }

  answers() {
    return this.item.answers.map(({ key, letter, verdict }, place) => {
      const line = this.line(letter, this.sides.map(({ item }) => [wrap("p", ...copies(item.answers[place].nodes)), ...this.judged(item.answers[place])]));
      line.dataset.key = key;
      line.dataset.verdict = verdict;
      if (this.tally.total(1)) line.append(this.bars(key));
      return { element: line };
    });
  }

  judged({ judged }) {
    if (!judged.length) return [];
    const line = wrap("p", ...copies(judged));
    line.className = "gb-stage__verdict";
    return [line];
  }

  reason(key) {
    const place = this.item.answers.findIndex((answer) => answer.key === key);
    const { letter, verdict, to } = this.item.answers[place];
    const head = this.line(letter, this.sides.map(({ item }) => [wrap("p", ...copies(item.answers[place].nodes)), ...this.judged(item.answers[place])]));
    head.dataset.verdict = verdict;
    const rows = [{ element: head, next: true }, ...this.blocks(({ answers }) => answers[place].reason)];
    const title = to && this.titleOf(to);
    if (title) rows.push({ element: box("gb-stage__foot", button(this.words.say("goto", { title }), "jump", { item: to })) });
    return rows;
  }
}
