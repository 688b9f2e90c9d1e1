// Narrows a list by the choices above it, and keeps them in the address. Contract: README.md. No words here.
customElements.define(
  "list-filter",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.list = document.getElementById(this.dataset.list) ?? this.closest("article");
      this.fields = [...this.form.querySelectorAll("select")];
      this.items = [...this.list.querySelectorAll("[data-filter-item]")];
      this.groups = [...this.list.querySelectorAll("[data-filter-group]")];
      this.read();
      this.show();
      this.form.hidden = false;
      this.form.addEventListener("change", () => this.changed());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", () => setTimeout(() => this.emptied())); // the fields are, after this event
      addEventListener("popstate", () => {
        this.read();
        this.show();
      });
      addEventListener("hashchange", () => this.uncover());
      this.uncover();
    }

    /** A link to one thing of the list leads to it, whatever was chosen before. */
    uncover() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest("[data-filter-item][hidden]")) return;
      for (const field of this.fields) field.value = "";
      this.changed();
      target.scrollIntoView();
    }

    /** Choices from the address; one that the form does not have is no choice. */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const field of this.fields) {
        const value = asked.get(field.name) ?? "";
        field.value = [...field.options].some((option) => option.value === value) ? value : "";
      }
    }

    changed() {
      this.show();
      const address = new URL(location.href);
      for (const { name, value } of this.fields) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, "", address);
      this.follow();
    }

    /** The button that had the focus is gone once nothing is left to undo. */
    emptied() {
      this.changed();
      this.fields[0].focus();
    }

    show() {
      const choices = this.fields.filter((field) => field.value);
      let shown = 0;
      for (const item of this.items) {
        const fits = choices.every(({ name, value }) => (item.getAttribute(`data-${name}`) ?? "").split(" ").includes(value));
        item.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const group of this.groups) {
        const isEmpty = !group.querySelector("[data-filter-item]:not([hidden])");
        const note = group.querySelector("[data-filter-none]"); // what stays in its place, to say so
        if (note) note.hidden = !isEmpty;
        else group.hidden = isEmpty;
      }
      const count = this.querySelector(".gb-filter__count");
      const words = shown ? count.dataset.shown : count.dataset.none;
      count.textContent = words.replace("{shown}", shown).replace("{total}", this.items.length);
      this.querySelector(".gb-filter__reset").hidden = choices.length === 0;
      this.follow();
    }

    /** The same choices in the other language: their values are the same in both. */
    follow() {
      for (const link of document.querySelectorAll("a.gb-language-link")) link.search = location.search;
    }
  },
);
