/* <learning-branching>: one step of a case at a time, a way back, and at the end the way that was taken.
   The HTML is complete without this file and holds every word that it says. See README.md beside it. */
(() => {
  "use strict";
  const store = self.learningStore ?? { read: () => ({}), write: (module, id, answer) => answer, subscribe() {} };
  /** Milliseconds in which a second click is the echo of the first, and would hit a choice of the next step. */
  const ECHO = 600;
  let afresh = new URLSearchParams(location.search).get("again"); // `?again=case-1-E`: a case to revisit begins anew

  class LearningBranching extends HTMLElement {
    connectedCallback() {
      if (this.steps) return;
      const part = (name) => this.querySelector(`.gb-branching__${name}`);
      const steps = [...this.querySelectorAll(".gb-branching__step")];
      this.parts = { said: part("said"), way: part("way"), path: part("path"), warning: part("warning"),
        actions: part("actions"), back: part("back"), again: part("again"), words: part("words"), story: part("story") };
      if (!steps.length || Object.values(this.parts).includes(null)) return; // stays as text
      this.steps = new Map(steps.map((step) => [step.dataset.step, step]));
      this.first = steps[0].dataset.step;
      for (const link of this.querySelectorAll("a[data-to]")) this.becomeButton(link);
      this.parts.back.addEventListener("click", () => this.go(this.path.slice(0, -1)));
      this.parts.again.addEventListener("click", () => this.go([]));
      this.dataset.live = "";
      this.refresh();
    }

    /** A link leads to a place; here it makes a choice. */
    becomeButton(link) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = link.className;
      button.append(...link.childNodes);
      const { step } = link.closest("[data-step]").dataset;
      button.addEventListener("click", (event) => { // by keyboard (detail 0) the focus has left the button
        if (event.detail && event.timeStamp - this.acted < ECHO) return;
        if (step === this.at(this.path)) this.go([...this.path, `${step}:${link.dataset.key}`]);
      });
      button.dataset.key = link.dataset.key;
      button.dataset.to = link.dataset.to;
      link.replaceWith(button);
    }

    option(choice, kind) {
      const [step, key] = choice.split(":");
      return [...(this.steps.get(step)?.querySelectorAll(kind) ?? [])].find((node) => node.dataset.key === key);
    }

    /** Where a path leads; undefined for one that is none. */
    at(path) {
      let place = this.first;
      for (const choice of path) {
        if (choice.split(":")[0] !== place) return undefined;
        place = this.option(choice, "[data-to]")?.dataset.to;
      }
      return this.steps.has(place) ? place : undefined;
    }

    isEnd(path) { return !this.steps.get(this.at(path)).querySelector("[data-to]"); }
    verdict(choice) { return this.option(choice, "[data-verdict]").dataset.verdict; }

    /** What the device keeps; a path that no longer leads anywhere begins anew. */
    refresh() {
      const saved = store.read(this.dataset.module)[this.id];
      const isOurs = saved?.v === Number(this.dataset.version) && Array.isArray(saved.path);
      const path = isOurs && afresh !== this.id && this.at(saved.path) ? saved.path : [];
      this.answer = isOurs ? saved : null;
      if (this.path && path.join() === this.path.join()) return;
      this.path = path;
      this.show({ quiet: true });
    }

    /** The first way to an ending is what counts, and what was unsafe is never forgotten, also after going back. */
    go(path) {
      if (afresh === this.id) history.replaceState(afresh = null, "", location.pathname + location.hash); // once
      this.path = path;
      this.acted = performance.now();
      const unsafe = new Set([...(this.answer?.unsafe ?? []), ...path.filter((choice) => this.verdict(choice) === "unsafe")]);
      const answer = { ...this.answer, v: Number(this.dataset.version), path, unsafe: [...unsafe] };
      let outcome;
      if (path.length && this.isEnd(path)) {
        outcome = unsafe.size ? "unsafe" : path.every((choice) => this.verdict(choice) === "best") ? "best" : "missed";
        if (!answer.first) Object.assign(answer, { first: path, best: outcome === "best" });
        answer.tries = [path];
      }
      this.answer = store.write(this.dataset.module, this.id, answer, outcome);
      this.show();
      this.dispatchEvent(new CustomEvent("learning-answer", { bubbles: true, detail: { id: this.id, answer: this.answer } }));
    }

    show({ quiet = false } = {}) {
      const { said, way, actions, back, again, story } = this.parts;
      const place = this.at(this.path);
      const isEnd = this.path.length > 0 && this.isEnd(this.path);
      for (const [id, step] of this.steps) step.hidden = id !== place;
      story.hidden = this.path.length > 0;
      back.hidden = again.hidden = actions.hidden = this.path.length === 0;
      said.setAttribute("aria-live", quiet ? "off" : "polite");
      said.replaceChildren(...(this.path.length && !isEnd ? [this.told("chose"), this.copy(this.path.at(-1))] : []));
      way.hidden = !isEnd;
      if (isEnd) this.tellWay();
      if (!quiet) this.steps.get(place).querySelector(".gb-branching__title").focus();
    }

    told(name) { return this.parts.words.content.querySelector(`[data-say="${name}"]`).cloneNode(true); }

    /** What was chosen, how it was and why. */
    copy(choice) {
      const card = document.createElement("div");
      const item = this.option(choice, "[data-verdict]").cloneNode(true);
      card.className = item.className;
      card.dataset.verdict = item.dataset.verdict;
      item.querySelector(".gb-branching__to")?.remove();
      card.append(...item.childNodes);
      return card;
    }

    tellWay() {
      const { path, warning } = this.parts;
      path.replaceChildren(...this.path.map((choice) => {
        const row = document.createElement("li");
        const title = document.createElement("p");
        title.className = "gb-branching__where";
        const words = this.steps.get(choice.split(":")[0]).querySelector(".gb-branching__title").cloneNode(true);
        words.querySelectorAll("a").forEach((link) => link.remove()); // the mark that links to the heading
        title.append(...words.childNodes);
        row.append(title, this.copy(choice));
        return row;
      }));
      warning.hidden = !this.answer?.unsafe?.length;
    }
  }

  const start = () => {
    if (customElements.get("learning-branching")) return; // included twice
    customElements.define("learning-branching", LearningBranching);
    store.subscribe(() => document.querySelectorAll("learning-branching").forEach((element) => element.steps && element.refresh()));
  };
  // Elements must be whole when they start, also where the script is not deferred.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
