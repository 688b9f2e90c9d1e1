// A word of the glossary opens its definition where it stands: by tap, Enter or Space, and, with a mouse, by resting on
// it. Without this script, or in a browser that has no popover, the word is a link to its entry in the glossary.
(() => {
  const OPEN_DELAY = 200; // ms: a pointer that only passes over a word opens nothing
  const CLOSE_DELAY = 350; // ms: time to reach the box
  const GAP = 6; // px between word and box
  const EDGE = 13; // px between the box and the edge of the window

  class GlossaryTerms extends HTMLElement {
    connectedCallback() {
      if (!HTMLElement.prototype.showPopover || this.box) return;
      const { content } = this.querySelector("template");
      this.box = document.importNode(content.querySelector(".gb-terms"), true);
      this.entries = new Map([...content.querySelectorAll("[data-term]")].map((entry) => [entry.dataset.term, entry]));
      this.name = this.box.querySelector(".gb-terms__name");
      this.words = this.box.querySelector(".gb-terms__words");
      this.name.id = "gb-terms-name";
      this.words.id = "gb-terms-words";
      this.box.setAttribute("aria-labelledby", this.name.id);
      this.box.setAttribute("aria-describedby", this.words.id);
      for (const link of document.querySelectorAll("a.gb-term")) this.enhance(link);
      this.listen();
    }

    enhance(link) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a new tab, as for any link
        event.preventDefault();
        if (this.link === link && this.isPinned) this.close();
        else this.open(link, true);
      });
      link.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        link.click();
      });
      link.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") this.later(() => this.link !== link && this.open(link, false), OPEN_DELAY);
      });
      link.addEventListener("pointerleave", () => this.leave());
    }

    listen() {
      const { box } = this;
      box.querySelector(".gb-terms__close").addEventListener("click", () => this.close());
      box.addEventListener("pointerenter", () => clearTimeout(this.timer));
      box.addEventListener("pointerleave", () => this.leave());
      addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.link) this.close();
      });
      addEventListener("pointerdown", (event) => {
        if (this.link && !this.holds(event.target)) this.close(false);
      });
      addEventListener("focusin", (event) => {
        if (this.link && this.isPinned && !this.holds(event.target)) this.close(false);
      });
      // Who copies a passage gets its words and no definition between them.
      document.addEventListener("selectionchange", () => {
        const selection = getSelection();
        if (this.link && !selection.isCollapsed && !box.contains(selection.getRangeAt(0).commonAncestorContainer)) this.close(false);
      });
      addEventListener("resize", () => this.link && this.place());
      addEventListener("beforeprint", () => this.link && this.close(false));
    }

    holds(target) {
      return this.box.contains(target) || this.link.contains(target);
    }

    later(act, delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(act, delay);
    }

    leave() {
      clearTimeout(this.timer);
      if (this.link && !this.isPinned) this.later(() => this.close(false), CLOSE_DELAY);
    }

    /** Pinned: opened on purpose, so that it has the focus and stays when the pointer leaves. */
    open(link, isPinned) {
      if (this.link !== link) {
        if (this.link) this.close(false);
        this.link = link;
        this.fill(link);
        link.after(this.box); // next in reading order and for the Tab key
        this.box.showPopover();
        this.place();
        link.setAttribute("aria-expanded", "true");
      }
      clearTimeout(this.timer);
      this.isPinned = isPinned;
      if (isPinned) this.box.focus({ preventScroll: true });
      if (isPinned) this.box.scrollIntoView({ block: "nearest" });
    }

    fill(link) {
      const [name, words, ...others] = [...this.entries.get(link.dataset.term).children].map((part) => part.cloneNode(true));
      this.name.replaceChildren(...name.childNodes);
      this.words.replaceChildren(...words.childNodes);
      this.box.querySelector(".gb-terms__other").replaceChildren(...others.flatMap((other) => [...other.childNodes]));
      this.box.querySelector(".gb-terms__more").href = link.href;
    }

    /** Under the word, or above it where there is more room; never outside the window. */
    place() {
      const word = this.link.getClientRects()[0];
      const { width, height } = this.box.getBoundingClientRect();
      const room = document.documentElement.clientWidth - width - EDGE;
      const isBelow = word.bottom + GAP + height <= innerHeight || word.top < height + GAP;
      const last = [...this.link.getClientRects()].pop();
      this.box.style.left = `${Math.max(EDGE, Math.min(word.left, room)) + scrollX}px`;
      this.box.style.top = `${(isBelow ? last.bottom + GAP : word.top - GAP - height) + scrollY}px`;
    }

    close(returnsFocus = this.isPinned) {
      const { link } = this;
      clearTimeout(this.timer);
      this.link = null;
      this.box.hidePopover();
      this.box.remove();
      link.setAttribute("aria-expanded", "false");
      if (returnsFocus) link.focus({ preventScroll: true });
    }
  }

  customElements.define("glossary-terms", GlossaryTerms);
})();
