/* Questions without a right answer: a reflection and a rating are kept as they are written, and never judged. */
(() => {
  "use strict";
  const PAUSE = 600; // milliseconds without a key before words are kept

  const reflection = (question, keep) => {
    const field = question.querySelector("textarea");
    const written = question.querySelector(".gb-question__written");
    let waiting = 0;
    const save = () => {
      clearTimeout(waiting);
      waiting = 0;
      written.textContent = field.value; // what prints, whole
      keep({ text: field.value.slice(0, 20000) });
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, PAUSE);
    });
    field.addEventListener("change", save);
    addEventListener("pagehide", () => { if (waiting) save(); });
    return {
      isAnswered: ({ text }) => Boolean(text),
      show({ text = "" }) {
        if (document.activeElement === field || waiting) return; // not under the writer's hand
        field.value = written.textContent = text;
      },
    };
  };

  const rating = (question, keep, read) => {
    const inputs = [...question.querySelectorAll("input")];
    const compare = question.querySelector(".gb-question__compare");
    question.addEventListener("change", () => {
      compare?.setAttribute("aria-live", "polite"); // what was kept earlier is not read aloud when a page opens
      keep({ value: Number(inputs.find((input) => input.checked).value) });
    });
    return {
      isAnswered: ({ value }) => value !== undefined,
      show({ value }) {
        for (const input of inputs) input.checked = Number(input.value) === value;
        if (!compare) return;
        const before = read(compare.dataset.before)?.value;
        [before, value].forEach((number, place) => {
          const meter = compare.children[place];
          meter.hidden = before === undefined || value === undefined; // the region itself stays, or it would not be announced
          meter.querySelector("[data-words]").textContent = meter.querySelector("[data-words]").dataset.words.replace("{number}", number);
          meter.querySelectorAll("[data-dot]").forEach((dot) => dot.toggleAttribute("data-full", Number(dot.dataset.dot) <= number));
        });
      },
    };
  };

  self.learningUnmarked = { reflection, rating };
})();
