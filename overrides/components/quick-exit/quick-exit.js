// Leaves at once: the page goes blank, the neutral page takes its place in the history. Without this script the link is a
// link. No words here: they are in the page.
(() => {
  const TIMES = 3;
  const WITHIN = 2000; // milliseconds

  class QuickExit extends HTMLElement {
    connectedCallback() {
      this.link = this.querySelector("a");
      this.presses = [];
      this.leave = (event) => {
        event?.preventDefault();
        const { href } = this.link;
        document.title = "";
        document.documentElement.replaceChildren();
        location.replace(href);
      };
      // Before every other listener: search and menu take Escape for themselves.
      this.count = ({ key, repeat, timeStamp }) => {
        if (repeat) return;
        this.presses = key === "Escape" ? [...this.presses, timeStamp].slice(-TIMES) : [];
        if (this.presses.length === TIMES && timeStamp - this.presses[0] <= WITHIN) this.leave();
      };
      this.link.addEventListener("click", this.leave);
      addEventListener("keydown", this.count, { capture: true });
    }

    disconnectedCallback() {
      removeEventListener("keydown", this.count, { capture: true });
    }
  }

  customElements.define("quick-exit", QuickExit);
})();
