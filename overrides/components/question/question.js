/* Questions that answer back: <learning-question>, <learning-progress>, <learning-clear>.
   The HTML is complete without this file and holds every word that it says. See README.md beside it. */
(() => {
  "use strict";
  const TRIES = 2;
  /** Milliseconds in which a second press is the echo of the first: a double click, Enter held down. */
  const ECHO = 600;
  const told = new Set(); // troubles, once per page
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isChoice = (value) => Array.isArray(value) && value.length > 0 && value.every((key) => typeof key === "string");
  const isAnswer = (value) => isObject(value) && isChoice(value.first) && Array.isArray(value.tries) &&
    value.tries.every(isChoice) && Array.isArray(value.unsafe);
  const isShown = (element) => element.getClientRects().length > 0;
  const isSame = (one, other) => one.length === other.length && one.every((key) => other.includes(key));

  /** Without the script of the store, questions still answer, and say that nothing is kept. */
  const memory = {
    troubles: new Set(["memory"]),
    items: {},
    read() { return this.items; },
    write(module, id, answer) { return (this.items[id] = answer); },
    clear() { this.items = {}; },
    subscribe() {},
  };
  const store = self.learningStore ?? memory;

  /** The parts of a component by the last word of their class; null when one is missing: then it stays as it is. */
  const findParts = (element, block, names) => {
    const parts = Object.fromEntries(names.map((name) => [name, element.querySelector(`.${block}__${name}`)]));
    return Object.values(parts).includes(null) ? null : parts;
  };

  /** Replace what `target` holds with copies of the sentences of those names. */
  const say = (words, target, ...names) => {
    const found = names.map((name) => words.content.querySelector(`[data-say="${name}"]`));
    target.replaceChildren(...found.filter(Boolean).map((node) => node.cloneNode(true)));
  };

  class LearningQuestion extends HTMLElement {
    connectedCallback() {
      if (this.parts) return;
      this.parts = findParts(this, "gb-question", ["form", "notice", "options", "error", "result", "hints", "answers",
        "reveal", "heading", "list", "actions", "check", "again", "words"]);
      if (!this.parts) return;
      [this.choose, this.version] = [Number(this.dataset.choose), Number(this.dataset.version)];
      this.notices = new Set();
      this.seen = this.told = ""; // what is shown at first: nothing saved, nothing to tell
      this.inputs = [...this.parts.options.querySelectorAll("input")];
      this.items = [...this.parts.list.children];
      this.verdicts = new Map(this.items.map((item) => [item.dataset.key, item.dataset.verdict]));
      this.parts.form.addEventListener("submit", (event) => this.check(event));
      this.parts.again.addEventListener("click", (event) => this.startOver(event));
      this.parts.options.addEventListener("change", () => { this.touched = true; });
      this.parts.reveal.hidden = true;
      this.parts.answers.replaceWith(this.parts.reveal); // no longer a fold: it comes with the result
      this.parts.heading.hidden = this.parts.actions.hidden = this.parts.check.disabled = false;
      this.refresh();
    }

    /** Take over what the device knows, at the start and after another tab wrote. Leaves a choice being made alone. */
    refresh() {
      if (!this.parts) return;
      const saved = store.read(this.dataset.module)[this.id];
      const seen = JSON.stringify(saved) ?? "";
      if (seen !== this.seen) {
        this.seen = seen;
        if (this.answer) this.parts.form.reset();
        this.adopt(saved);
        this.show({ quiet: true });
      }
      this.tell();
    }

    adopt(saved) {
      this.answer = null;
      this.notices.delete("changed");
      if (!isAnswer(saved)) return;
      const fits = (choice) => choice.length === this.choose && choice.every((key) => this.verdicts.has(key));
      if (saved.v === this.version && [saved.first, ...saved.tries].every(fits)) this.answer = saved;
      else this.notices.add("changed");
    }

    check(event) {
      event.preventDefault();
      if (this.isEcho(event) || this.isDone()) return;
      const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
      if (chosen.length !== this.choose) this.refuse("none");
      else if (this.tries.some((choice) => isSame(choice, chosen))) this.refuse("same");
      else this.keep(this.judge(chosen), this.outcomeOf(chosen));
    }

    startOver(event) {
      if (this.isEcho(event)) return;
      this.parts.form.reset();
      this.keep({ ...this.answer, tries: [] });
    }

    get tries() { return this.answer ? this.answer.tries.slice(0, TRIES) : []; }
    isEcho(event) { return !this.touched && event.timeStamp - this.acted < ECHO; }
    isDone() { return this.tries.length === TRIES || this.tries.some((choice) => this.isBest(choice)); }
    isBest(choice) { return choice.every((key) => this.verdicts.get(key) === "best"); }
    isUnsafe(key) { return this.verdicts.get(key) === "unsafe"; }

    /** The answer after one more try. The very first try is what counts, and what was unsafe is never forgotten. */
    judge(chosen) {
      const { first = chosen, unsafe = [] } = this.answer ?? {};
      const dangers = new Set([...unsafe, ...chosen.filter((key) => this.isUnsafe(key))]);
      const tries = [...this.tries, chosen];
      return { v: this.version, first, tries, best: this.isBest(first), unsafe: [...dangers] };
    }

    /** How a round began, for the store, which plans when the question comes back; nothing for a second try. */
    outcomeOf(chosen) {
      if (this.tries.length) return undefined;
      return this.isBest(chosen) ? "best" : chosen.some((key) => this.isUnsafe(key)) ? "unsafe" : "missed";
    }

    keep(judged, outcome) {
      const answer = this.answer = store.write(this.dataset.module, this.id, judged, outcome);
      this.seen = JSON.stringify(answer);
      this.acted = performance.now();
      this.touched = false;
      this.notices.delete("changed");
      this.tell();
      this.show();
      this.dispatchEvent(new CustomEvent("learning-answer", { bubbles: true, detail: { id: this.id, answer } }));
    }

    refuse(reason) {
      say(this.parts.words, this.parts.error, reason);
      (this.inputs.find((input) => input.checked) ?? this.inputs[0])?.focus();
    }

    /** Troubles of the store are told once per page, by the first question that meets them. */
    tell() {
      for (const trouble of store.troubles) if (!told.has(trouble)) this.notices.add(trouble);
      const names = [...this.notices].join(" ");
      if (names === this.told) return; // else a screen reader would read the same words again
      this.told = names;
      this.notices.forEach((name) => told.add(name));
      say(this.parts.words, this.parts.notice, ...this.notices);
    }

    show({ quiet = false } = {}) {
      const { options, error, hints, reveal, heading, result, check, again } = this.parts;
      const done = this.isDone();
      const focused = this.contains(document.activeElement) ? document.activeElement : null;
      error.replaceChildren();
      this.dataset.state = done ? "done" : this.tries.length ? "retry" : "open";
      options.hidden = hints.hidden = check.hidden = done;
      reveal.hidden = again.hidden = !done;
      this.mark();
      result.setAttribute("aria-live", quiet ? "off" : "polite"); // a page that opens does not read old results aloud
      say(this.parts.words, result, ...this.outcome());
      if (this.dataset.state === "retry") this.help();
      if (focused && !isShown(focused)) (done ? heading : this.inputs[0])?.focus({ preventScroll: done });
      if (!quiet && this.tries.length) result.scrollIntoView({ block: "nearest" });
    }

    /** Names of the sentences that tell where the learner stands. */
    outcome() {
      const { tries } = this;
      if (!tries.length) return [];
      if (!this.isDone()) return [tries[0].some((key) => this.isUnsafe(key)) ? "retry-unsafe" : "retry", "look-again"];
      const right = this.isBest(tries[tries.length - 1]);
      const outcome = !right ? "revealed" : tries.length === 1 ? "right" : "right-second";
      return this.answer.unsafe.some((key) => this.isUnsafe(key)) ? [outcome, "unsafe"] : [outcome];
    }

    /** After the first try: why that choice, and a hint. The reasons of the others wait. */
    help() {
      const { list, result, hints } = this.parts;
      const reasons = list.cloneNode(true);
      const chosen = this.tries.flat();
      for (const item of [...reasons.children]) if (!chosen.includes(item.dataset.key)) item.remove();
      reasons.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
      result.lastElementChild?.before(reasons);
      hints.querySelector("details")?.setAttribute("open", "");
    }

    /** "Your choice" beside the last try, "Your earlier choice" beside any other that we know of. */
    mark() {
      const last = this.tries[this.tries.length - 1] ?? [];
      const earlier = this.answer ? [this.answer.first, this.answer.unsafe, ...this.tries].flat() : [];
      for (const item of this.items) {
        const { key } = item.dataset;
        const when = last.includes(key) ? "last" : earlier.includes(key) ? "earlier" : "";
        item.querySelectorAll("[data-when]").forEach((tag) => { tag.hidden = tag.dataset.when !== when; });
      }
    }
  }

  class LearningProgress extends HTMLElement {
    connectedCallback() { this.refresh(); }

    refresh() {
      const count = this.querySelector("[data-words]");
      const questions = [...document.querySelectorAll("learning-question")].filter((question) => question.parts);
      const numbers = { "{total}": questions.length, "{done}": questions.filter((question) => question.answer).length };
      if (count && questions.length) count.textContent = count.dataset.words.replace(/{\w+}/g, (name) => numbers[name]);
    }
  }

  class LearningClear extends HTMLElement {
    connectedCallback() {
      if (this.parts) return;
      this.parts = findParts(this, "gb-clear", ["body", "start", "ask", "confirm", "yes", "no", "status", "words"]);
      if (!this.parts) return;
      const { body, ask, confirm, yes, no } = this.parts;
      ask.addEventListener("click", () => this.ask(true));
      no.addEventListener("click", () => this.ask(false));
      yes.addEventListener("click", () => this.clear());
      confirm.addEventListener("keydown", (event) => { if (event.key === "Escape") this.ask(false); });
      body.hidden = false;
    }

    ask(asking, outcome) {
      const { words, status, start, confirm, ask } = this.parts;
      say(words, status, outcome);
      start.hidden = asking;
      confirm.hidden = !asking;
      (asking ? confirm : ask).focus();
    }

    clear() {
      let outcome = "done";
      try { store.clear(); } catch { outcome = "failed"; }
      this.ask(false, outcome);
      refreshAll();
    }
  }

  function refreshAll() {
    document.querySelectorAll("learning-question").forEach((element) => element.refresh());
    document.querySelectorAll("learning-progress").forEach((element) => element.refresh()); // counts the questions
  }

  function start() {
    if (customElements.get("learning-question")) return; // included twice
    customElements.define("learning-question", LearningQuestion);
    customElements.define("learning-progress", LearningProgress); // after the questions that it counts
    customElements.define("learning-clear", LearningClear);
    document.addEventListener("learning-answer", refreshAll);
    store.subscribe(refreshAll);
  }

  // Elements must be whole when they start, also where the script is not deferred.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
