/* The workbook: what a learner answered, wrote and set aside, over all modules; printed, saved as a file, brought back.
   Nothing from a file or from the device is ever read as markup. Words are in the page. */
(() => {
  "use strict";
  const store = self.learningStore;
  const transfer = self.learningTransfer;
  const summary = self.learningSummary;
  if (!store || !transfer || !summary || customElements.get("learning-workbook")) return;
  const NOTES = "workbook";
  const STATEMENTS = "statements";
  /** Milliseconds without a key after which words are kept; leaving the field keeps them at once. */
  const PAUSE = 800;
  const fill = (text, values) => text.replace(/{(\w+)}/g, (all, key) => values[key] ?? all);

  customElements.define("learning-workbook", class extends HTMLElement {
    connectedCallback() {
      if (this.isReady || !this.part("body")) return;
      this.isReady = true;
      this.querySelectorAll("[data-text]").forEach((block) => this.watch(block));
      this.part("print").addEventListener("click", () => print());
      this.part("export").addEventListener("click", () => this.save());
      this.querySelector("#workbook-file").addEventListener("change", (event) => this.open(event.target));
      this.part("take").addEventListener("click", () => this.decide(true));
      this.part("leave").addEventListener("click", () => this.decide(false));
      this.refresh();
      this.part("no-script").hidden = true;
      this.part("body").hidden = false;
      store.subscribe(() => this.refresh());
    }

    part(name) { return this.querySelector(`.gb-workbook__${name}`); }
    words(name) { return this.part("words").content.querySelector(`[data-say="${name}"]`); }

    refresh() {
      const words = this.querySelector(".gb-lessons__words");
      for (const module of this.querySelectorAll(".gb-workbook__module")) {
        for (const line of module.querySelectorAll("[data-asks]")) {
          const text = summary.sentence(words, line.dataset.asks, { withDays: true });
          line.querySelector(".gb-lessons__state").textContent = text;
          line.hidden = !text;
        }
        module.hidden = !module.querySelector("[data-asks]:not([hidden])");
      }
      this.querySelectorAll("[data-text]").forEach((block) => this.show(block));
      for (const line of this.querySelectorAll("[data-rating]")) {
        const item = this.itemOf(line.dataset.rating);
        line.hidden = !Number.isFinite(item?.value);
        const value = line.querySelector(".gb-workbook__value");
        if (!line.hidden) value.textContent = fill(value.dataset.words, { value: item.value, day: item.at ? summary.dayIn(item.at) : "" });
      }
      this.showStatements();
      this.showEmpty();
      this.tell();
    }

    itemOf(id) { return store.read(id === "notes" ? NOTES : store.moduleOf(id))[id]; }

    /** What was written is shown unless it is being written at this moment. */
    show(block) {
      const text = this.itemOf(block.dataset.text)?.text ?? "";
      const field = block.querySelector("textarea");
      if (field !== document.activeElement) field.value = text;
      block.querySelector(".gb-workbook__paper").textContent = field.value;
      if (block.dataset.text !== "notes") block.hidden = !text && field !== document.activeElement;
    }

    watch(block) {
      const field = block.querySelector("textarea");
      let timer = 0;
      const keep = () => {
        clearTimeout(timer);
        const id = block.dataset.text;
        const kept = this.itemOf(id);
        if (field.value === (kept?.text ?? "")) return;
        store.write(id === "notes" ? NOTES : store.moduleOf(id), id, { ...kept, v: Number(block.dataset.version), text: field.value });
      };
      field.maxLength = 20000;
      field.addEventListener("input", () => {
        block.querySelector(".gb-workbook__paper").textContent = field.value;
        clearTimeout(timer);
        timer = setTimeout(keep, PAUSE);
      });
      field.addEventListener("change", keep);
      addEventListener("pagehide", keep);
    }

    showStatements() {
      const marked = Object.entries(store.read(STATEMENTS)).filter(([, item]) => item.value === 1).map(([id]) => id);
      const lines = [...this.part("catalogue").content.querySelectorAll("li")];
      this.part("statements").replaceChildren(
        ...lines.filter((line) => marked.includes(line.dataset.id)).map((line) => line.cloneNode(true)));
    }

    showEmpty() {
      const filled = {
        record: ".gb-workbook__module:not([hidden])",
        reflections: "[data-text]:not([hidden], [data-text=notes])",
        ratings: "[data-rating]:not([hidden])",
        statements: ".gb-workbook__statements > li",
      };
      for (const note of this.querySelectorAll("[data-empty]")) note.hidden = Boolean(this.querySelector(filled[note.dataset.empty]));
    }

    tell() {
      const text = [...store.troubles].map((name) => this.words(name)?.textContent).filter(Boolean).join(" ");
      if (this.part("notice").textContent !== text) this.part("notice").textContent = text;
    }

    save() {
      const url = URL.createObjectURL(new Blob([transfer.text()], { type: "application/json" }));
      const link = document.createElement("a");
      link.href = url;
      link.download = fill(this.part("export").dataset.name, { day: store.today() });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
      this.say([["exported"]]);
    }

    /** Look into the file and say what it holds; nothing is taken before the learner says so. */
    async open(field) {
      const [file] = field.files;
      if (!file) return;
      let found;
      try { found = await transfer.read(file); } catch { found = { trouble: "wrong" }; } // gone, or no right to read it
      field.value = ""; // the same file may be chosen again
      this.found = found.trouble ? null : found;
      if (found.trouble) return this.say([[found.trouble === "newer" ? "newer-file" : found.trouble]]);
      const { fresh, newer, kept, bad } = found;
      const counts = [["fresh", fresh], ["newer-answers", newer], ["kept", kept], ["bad", bad]].filter(([, number]) => number);
      const isUseful = fresh + newer > 0;
      this.say(isUseful ? counts : [["nothing"], ...counts.filter(([name]) => name === "bad")]);
      this.part("decide").hidden = !isUseful;
      if (isUseful) this.part("take").focus();
    }

    decide(isTaken) {
      if (isTaken) transfer.take(this.found);
      this.found = null;
      this.say([[isTaken ? "taken" : "left"]]);
      this.querySelector("#workbook-file").focus();
    }

    say(names) {
      this.part("decide").hidden = true;
      this.part("found").replaceChildren(...names.map(([name, number]) => {
        const sentence = this.words(name).cloneNode(true);
        sentence.textContent = fill(sentence.textContent, { number });
        return sentence;
      }));
    }
  });
})();
