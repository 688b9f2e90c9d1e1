/* Where the learner stands in each lesson, as words. `learningSummary` serves the workbook too. Words are in the page. */
(() => {
  "use strict";
  const store = self.learningStore;
  if (!store || self.learningSummary) return;

  const dates = new Intl.DateTimeFormat(`${document.documentElement.lang || "en"}-CA`, { dateStyle: "long", timeZone: "UTC" });
  const isFrench = document.documentElement.lang === "fr";
  const dayIn = (day) => dates.format(new Date(day)).replace(/^1\b/, isFrench ? "1er" : "1");

  /** What is known of the questions of a page. */
  const count = (asks) => {
    const asked = store.asked(asks);
    const items = asked.map(({ item }) => item).filter(Boolean);
    const days = items.flatMap(({ on, at }) => [on, at]).filter(Boolean).sort();
    return {
      total: asked.length,
      done: items.length,
      best: items.filter(({ best }) => best).length,
      again: items.filter((item) => store.standing(item) !== "known").length,
      days: [...new Set([days[0], days.at(-1)])].filter(Boolean),
    };
  };

  self.learningSummary = {
    count,
    dayIn,
    /** One sentence of `words` for a page; empty when nothing is answered. */
    sentence(words, asks, { withDays = false } = {}) {
      const { total, done, best, again, days } = count(asks);
      if (!done) return "";
      const say = (name, values = {}) =>
        words.content.querySelector(`[data-say="${name}"]`).textContent.replace(/{(\w+)}/g, (all, key) => values[key] ?? all);
      const parts = [done === total ? say("all") : say("answered", { number: done, total }), say("best", { number: best })];
      if (again) parts.push(say("again", { number: again }));
      if (withDays && days.length === 1) parts.push(say("day", { day: dayIn(days[0]) }));
      if (withDays && days.length === 2) parts.push(say("days", { first: dayIn(days[0]), last: dayIn(days[1]) }));
      return parts.join(" · ");
    },
  };

  customElements.define("learning-lessons", class extends HTMLElement {
    connectedCallback() {
      this.words = this.querySelector(".gb-lessons__words");
      if (!this.words || this.isReady) return;
      this.isReady = true;
      this.refresh();
      store.subscribe(() => this.refresh());
    }

    refresh() {
      for (const item of this.querySelectorAll("[data-asks]")) {
        const state = item.querySelector(".gb-lessons__state");
        const { total, done } = count(item.dataset.asks);
        item.classList.toggle("gb-lessons__item--all", total > 0 && done === total);
        if (!state) continue;
        state.dataset.count ??= state.textContent; // how many questions there are, said until one is answered
        state.textContent = self.learningSummary.sentence(this.words, item.dataset.asks) || state.dataset.count;
      }
    }
  });
})();
