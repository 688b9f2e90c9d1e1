/* Questions to come back to, over all modules: the links of the page itself, put under the reason they are here for. */
(() => {
  "use strict";
  const store = self.learningStore;
  if (!store || customElements.get("learning-revisit")) return;

  customElements.define("learning-revisit", class extends HTMLElement {
    connectedCallback() {
      this.live = this.querySelector(".gb-revisit__live");
      if (!this.live || this.isReady) return;
      this.isReady = true;
      this.refresh();
      this.live.hidden = false;
      store.subscribe(() => this.refresh());
    }

    refresh() {
      const found = new Map();
      let answered = 0;
      for (const line of this.querySelectorAll("li[data-asks]")) {
        const [{ id, item }] = store.asked(line.dataset.asks);
        if (!item) continue;
        answered += 1;
        const reason = store.standing(item);
        if (reason !== "known") found.set(reason, [...(found.get(reason) ?? []), this.line(line, id)]);
      }
      for (const group of this.live.querySelectorAll("[data-reason]")) {
        const lines = found.get(group.dataset.reason) ?? [];
        group.hidden = !lines.length;
        group.querySelector("ul").replaceChildren(...lines);
      }
      this.querySelector(".gb-revisit__none").hidden = !answered || found.size > 0;
      this.querySelector(".gb-revisit__begin").hidden = answered > 0;
      this.tell();
    }

    /** The question's link, which asks it afresh, and the title of its lesson. */
    line(source, id) {
      const copy = source.cloneNode(true);
      copy.removeAttribute("data-asks");
      const link = copy.querySelector("a");
      link.search = `?again=${id}`;
      const lesson = document.createElement("span");
      lesson.className = "gb-revisit__lesson";
      lesson.textContent = source.parentElement.previousElementSibling.textContent;
      copy.append(" ", lesson);
      return copy;
    }

    tell() {
      const words = this.querySelector(".gb-revisit__words").content;
      const sentences = [...store.troubles].map((name) => words.querySelector(`[data-say="${name}"]`)?.textContent);
      const text = sentences.filter(Boolean).join(" ");
      const notice = this.querySelector(".gb-revisit__notice");
      if (notice.textContent !== text) notice.textContent = text;
    }
  });
})();
