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
  const memory = { troubles: new Set(["memory"]), items: {}, read() { return this.items; }, subscribe() {},
    clear() { this.items = {}; }, write(module, id, answer) { return (this.items[id] = answer); } };
  const store = self.learningStore ?? memory;
  const kinds = self.learningKinds ?? {};
  const unmarked = self.learningUnmarked ?? {};
  let afresh = new URLSearchParams(location.search).get("again"); // `?again=Q1-07`: a question to revisit is asked anew

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
      const { type } = this.dataset;
      if (unmarked[type]) return this.keepUnmarked(unmarked[type]);
      const parts = kinds[type] && findParts(this, "gb-question", ["form", "notice", "options", "error", "result", "hints",
        "answers", "reveal", "heading", "list", "actions", "check", "again", "sure", "words"]);
      if (!parts) return;
      this.parts = parts;
      [this.choose, this.version] = [Number(this.dataset.choose), Number(this.dataset.version)];
      this.notices = new Set();
      this.seen = this.told = ""; // what is shown at first: nothing saved, nothing to tell
      this.items = [...this.parts.list.children];
      this.kind = kinds[type](this);
      this.parts.form.addEventListener("submit", (event) => this.check(event));
      this.parts.again.addEventListener("click", (event) => this.startOver(event));
      parts.form.addEventListener("keydown", (event) => { if (event.repeat && event.key === "Enter") event.preventDefault(); });
      for (const name of ["change", "input", "click"]) parts.options.addEventListener(name, () => { this.touched = true; });
      this.parts.reveal.hidden = true;
      this.parts.answers.replaceWith(this.parts.reveal); // no longer a fold: it comes with the result
      this.parts.heading.hidden = this.parts.actions.hidden = this.parts.check.disabled = parts.sure.disabled = false;
      this.orderHints();
      this.refresh();
    }

    /** A reflection or a rating: kept, never judged. */
    keepUnmarked(start) {
      this.parts = findParts(this, "gb-question", ["notice", "words"]);
      if (!this.parts) return;
      [this.version, this.notices, this.told] = [Number(this.dataset.version), new Set(), ""];
      const { module } = this.dataset;
      this.unmarked = start(this, (words) => {
        this.answer = store.write(module, this.id, { v: this.version, ...words });
        this.send();
      }, (id) => store.read(module)[id]);
      this.refresh();
    }

    send() { this.dispatchEvent(new CustomEvent("learning-answer", { bubbles: true, detail: { id: this.id, answer: this.answer } })); }

    /** The next hint is offered once the one before it is open. */
    orderHints() {
      const hints = [...this.parts.hints.querySelectorAll("details")];
      hints.forEach((hint, place) => {
        hint.toggleAttribute("data-later", place > 0 && !hints[place - 1].open); // keeps its place, so that nothing moves
        hint.addEventListener("toggle", () => { if (hint.open) hints[place + 1]?.removeAttribute("data-later"); });
      });
    }

    /** Take over what the device knows, at the start and after another tab wrote. Leaves a choice being made alone. */
    refresh() {
      if (!this.parts) return;
      const saved = store.read(this.dataset.module)[this.id];
      if (this.unmarked) {
        const answer = saved?.v === this.version ? saved : {};
        this.answer = this.unmarked.isAnswered(answer) ? answer : null;
        this.unmarked.show(answer);
        return this.tell();
      }
      const seen = JSON.stringify(saved) ?? "";
      if (seen !== this.seen) {
        this.seen = seen;
        if (this.answer) this.reset();
        this.adopt(saved);
        this.show({ quiet: true });
      }
      this.tell();
    }

    adopt(saved) {
      this.answer = null;
      this.notices.delete("changed");
      if (!isAnswer(saved)) return;
      if (saved.v !== this.version || ![saved.first, ...saved.tries].every(this.kind.fits)) this.notices.add("changed");
      else this.answer = afresh === this.id ? { ...saved, tries: [] } : saved;
    }

    check(event) {
      event.preventDefault();
      if (this.isEcho(event) || this.isDone()) return;
      const chosen = this.kind.read();
      if (!this.kind.isWhole(chosen)) this.refuse("none");
      else if (this.tries.some((choice) => (this.kind.isSame ?? isSame)(choice, chosen))) this.refuse("same");
      else this.keep(this.judge(chosen), this.outcomeOf(chosen));
    }

    startOver(event) {
      if (this.isEcho(event)) return;
      this.reset();
      this.keep({ ...this.answer, tries: [] });
    }

    reset() { [this.parts.form, this.kind].forEach((part) => part.reset?.()); }

    get inputs() { return this.kind.inputs; }
    get tries() { return this.answer ? this.answer.tries.slice(0, TRIES) : []; }
    isEcho(event) { return !this.touched && event.timeStamp - this.acted < ECHO; }
    isDone() { return this.tries.length === TRIES || this.tries.some((choice) => this.isBest(choice)); }
    isBest(choice) { return choice.every((key, place) => this.kind.verdict(key, place) === "best"); }
    isUnsafe(key) { return this.kind.verdict(key) === "unsafe"; }

    /** The answer after one more try. The very first try is what counts, and what was unsafe is never forgotten. */
    judge(chosen) {
      const { first = chosen, unsafe = [] } = this.answer ?? {};
      const dangers = new Set([...unsafe, ...chosen.filter((key) => this.isUnsafe(key))]);
      const tries = [...this.tries, chosen];
      const sure = this.parts.sure.querySelector(":checked")?.value;
      const conf = tries.length === 1 && sure ? { conf: sure } : {};
      const kept = this.answer?.conf && tries.length > 1 ? { conf: this.answer.conf } : {};
      return { v: this.version, first, tries, best: this.isBest(first), unsafe: [...dangers], ...kept, ...conf, ...this.kind.extra?.() };
    }

    /** How a round began, for the store, which plans when the question comes back; nothing for a second try. */
    outcomeOf(chosen) {
      if (this.tries.length) return undefined;
      return this.isBest(chosen) ? "best" : chosen.some((key) => this.isUnsafe(key)) ? "unsafe" : "missed";
    }

    keep(judged, outcome) {
      if (afresh === this.id) history.replaceState(afresh = null, "", location.pathname + location.hash); // once
      const answer = this.answer = store.write(this.dataset.module, this.id, judged, outcome);
      this.seen = JSON.stringify(answer);
      this.acted = performance.now();
      this.touched = false;
      this.notices.delete("changed");
      this.tell();
      this.show();
      this.send();
    }

    refuse(reason) {
      const { inputs, parts: { words, error } } = this;
      const wanting = inputs.find((input) => input.checked) ?? inputs.find((input) => input.value === "") ?? inputs[0];
      // The error describes what the focus comes to. Where the focus is there already, nothing would be read.
      error.setAttribute("aria-live", wanting === document.activeElement ? "polite" : "off");
      say(words, error, reason);
      wanting?.focus();
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
      const { options, error, hints, reveal, heading, result, check, again, sure } = this.parts;
      const done = this.isDone();
      const focused = this.contains(document.activeElement) ? document.activeElement : null;
      error.replaceChildren();
      this.dataset.state = done ? "done" : this.tries.length ? "retry" : "open";
      options.hidden = hints.hidden = check.hidden = done;
      sure.hidden = this.tries.length > 0;
      reveal.hidden = again.hidden = !done;
      this.mark();
      result.setAttribute("aria-live", quiet ? "off" : "polite"); // a page that opens does not read old results aloud
      say(this.parts.words, result, ...this.outcome());
      result.querySelectorAll("[data-was]").forEach((node) => { node.textContent = node.dataset.was.replace("{words}", this.answer.text ?? ""); });
      if (this.dataset.state === "retry") this.help();
      if (focused && !isShown(focused)) (done ? heading : this.inputs[0])?.focus({ preventScroll: done });
      if (!quiet && this.tries.length) result.scrollIntoView({ block: "nearest" });
    }

    /** Names of the sentences that tell where the learner stands. */
    outcome() {
      const { tries } = this;
      if (!tries.length) return [];
      const { conf, unsafe } = this.answer;
      const isMissed = !this.isBest(tries[0]);
      const sure = conf === "sure" && isMissed ? ["sure-missed"] : conf === "unsure" && !isMissed ? ["unsure-right"] : [];
      if (!this.isDone()) return [tries[0].some((key) => this.isUnsafe(key)) ? "retry-unsafe" : "retry", "wrote", ...sure, "look-again"];
      const right = this.isBest(tries[tries.length - 1]);
      const outcome = !right ? "revealed" : tries.length === 1 ? "right" : "right-second";
      return [outcome, "wrote", ...sure, ...(unsafe.some((key) => this.isUnsafe(key)) ? ["unsafe"] : [])];
    }

    /** After the first try: why that choice, and a hint. The reasons of the others wait. */
    help() {
      const { list, result, hints } = this.parts;
      const reasons = list.cloneNode(true);
      const chosen = this.kind.explain(this.tries.at(-1));
      this.kind.restore?.(this.tries.at(-1), this.answer);
      for (const item of [...reasons.children]) if (!chosen.includes(item.dataset.key)) item.remove();
      reasons.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
      if (reasons.children.length) result.lastElementChild?.before(reasons);
      hints.querySelector("details")?.setAttribute("open", "");
    }

    /** "Your choice" beside the last try, "Your earlier choice" beside any other that we know of. */
    mark() {
      const shown = this.tries.at(-1) ?? [];
      const last = this.kind.right(shown);
      const earlier = this.answer ? [this.answer.first, ...this.tries].flatMap(this.kind.right).concat(this.answer.unsafe) : [];
      for (const item of this.items) {
        const { key } = item.dataset;
        const when = last.includes(key) ? "last" : earlier.includes(key) ? "earlier" : "";
        item.querySelectorAll("[data-when]").forEach((tag) => { tag.hidden = tag.dataset.when !== when; });
        const was = last.includes(key) ? "" : this.kind.was?.(key, shown);
        item.querySelectorAll("[data-was]").forEach((tag) => {
          tag.hidden = !was;
          tag.textContent = tag.dataset.was.replace("{words}", was ?? "");
        });
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
      try { store.clear(); this.ask(false, "done"); } catch { this.ask(false, "failed"); }
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
