// The least that judges: the reason of the ticked option, copied to where it is announced.
customElements.define("plain-question", class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const output = this.querySelector("output");
    button.disabled = false;
    button.addEventListener("click", () => {
      const chosen = this.querySelector("input:checked");
      const reason = chosen && this.querySelector(`[data-key="${chosen.value}"]`);
      if (reason) output.replaceChildren(...reason.cloneNode(true).childNodes);
    });
  }
});
