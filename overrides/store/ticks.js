/* Ticks in the menu, beside lessons whose questions are all answered. The words are in the page. */
(() => {
  "use strict";
  const store = self.learningStore;
  if (!store) return;
  const mark = () => {
    for (const tick of document.querySelectorAll(".gb-tick"))
      tick.classList.toggle("gb-tick--on", store.asked(tick.dataset.asks).every(({ item }) => item));
  };
  store.subscribe(mark);
  document.addEventListener("learning-answer", mark);
  mark();
})();
