/* "Come back to this": a statement set aside for the workbook. The words are in the page. */
(() => {
  "use strict";
  const store = self.learningStore;
  if (!store) return;
  const RECORD = "statements";
  const buttons = [...document.querySelectorAll(".gb-statement__mark button")];
  const show = () => {
    const kept = store.read(RECORD);
    for (const button of buttons) button.setAttribute("aria-pressed", String(kept[button.dataset.id]?.value === 1));
  };
  for (const button of buttons) {
    button.parentElement.classList.add("gb-statement__mark--on");
    button.addEventListener("click", () => {
      const isMarked = button.getAttribute("aria-pressed") === "true";
      store.write(RECORD, button.dataset.id, { v: 1, value: isMarked ? 0 : 1 });
      show();
    });
  }
  store.subscribe(show);
  show();
})();
