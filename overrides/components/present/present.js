/* <learning-present>: the link that presents this page to a room. Everything else is in room/, fetched when it is asked. */
(() => {
  "use strict";
  /** This script is components/present/present.js of the site. */
  const root = new URL("../../", document.currentScript.src);

  class LearningPresent extends HTMLElement {
    connectedCallback() {
      if (this.link) return;
      this.link = this.querySelector(".gb-present__link");
      this.link.addEventListener("click", (event) => {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a tab of its own
        event.preventDefault();
        this.start({ asked: true });
      });
      if (new URLSearchParams(location.search).has("present")) this.start({ asked: false });
    }

    async start({ asked }) {
      if (this.busy) return;
      this.busy = true;
      const trouble = this.querySelector(".gb-present__trouble");
      trouble.replaceChildren();
      const { language, other } = this.dataset;
      try {
        const { present } = await import("./room/stage.js");
        await present({ root, language, other, asked });
      } catch (error) {
        console.warn(error); // for who looks after the site; the sentence is for the trainer
        trouble.append(this.querySelector("template").content.cloneNode(true));
      }
      this.busy = false;
    }
  }

  const start = () => customElements.get("learning-present") ?? customElements.define("learning-present", LearningPresent);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
