/* How each kind of question is read, judged and marked; question.js does the rest. A kind is a function of the question
   that answers with an object: read() what is chosen, as keys; isWhole(choice) whether that can be judged; fits(choice)
   whether a kept answer still can; verdict(key, place); explain(choice) the items whose reasons help after a miss;
   right(choice) the items it got right; and where it needs them was, restore, isSame, extra. */
(() => {
  "use strict";
  const BEST = "best";
  const LESS = "less-helpful";

  /** Sign for sign as `plain` of hooks/guidebook/learning/spelling.py. */
  const SAME = { "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "‐": "-", "–": "-", "\u0153": "oe", "\u00e6": "ae" };
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘ʼʹ‐–\u0153\u00e6]/g, (sign) => SAME[sign])
    .trim().replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  const choice = ({ parts, items, choose }) => {
    const inputs = [...parts.options.querySelectorAll("input")];
    const verdicts = new Map(items.map((item) => [item.dataset.key, item.dataset.verdict]));
    const count = parts.options.querySelector("[data-words]");
    if (count) parts.options.addEventListener("change", () => {
      const done = inputs.filter((input) => input.checked).length;
      count.textContent = count.dataset.words.replace("{done}", done);
    });
    return {
      inputs,
      read: () => inputs.filter((input) => input.checked).map((input) => input.value),
      isWhole: (chosen) => chosen.length === choose,
      fits: (chosen) => chosen.length === choose && chosen.every((key) => verdicts.has(key)),
      verdict: (key) => verdicts.get(key),
      explain: (chosen) => chosen,
      right: (chosen) => chosen,
    };
  };

  /** A word and an icon beside each row, until that row is changed. */
  const markRows = (rows, isRight) => rows.forEach((row, place) => {
    row.querySelectorAll("[data-mark]").forEach((mark) => { mark.hidden = isRight(row, place) !== (mark.dataset.mark === "right"); });
  });
  const unmark = (rows) => rows.forEach((row) => row.querySelectorAll("[data-mark]").forEach((mark) => { mark.hidden = true; }));

  const match = ({ parts, items }) => {
    const rows = [...parts.options.querySelectorAll("[data-key]")];
    const selects = rows.map((row) => row.querySelector("select"));
    const rights = new Map(items.map((item) => [item.dataset.key, item.dataset.right]));
    const sides = (pair) => pair.split(":");
    const isRight = (pair) => rights.get(sides(pair)[0]) === sides(pair)[1];
    parts.options.addEventListener("change", (event) => unmark([event.target.closest("[data-key]")]));
    return {
      inputs: selects,
      read: () => selects.filter((select) => select.value).map((select) => `${select.closest("[data-key]").dataset.key}:${select.value}`),
      isWhole: (chosen) => chosen.length === rows.length,
      fits: (chosen) => chosen.length === rows.length && chosen.every((pair) => rights.has(sides(pair)[0]) && rights.has(sides(pair)[1])),
      verdict: (pair) => (isRight(pair) ? BEST : LESS),
      explain: (chosen) => chosen.filter((pair) => !isRight(pair)).map((pair) => sides(pair)[0]),
      right: (chosen) => chosen.filter(isRight).map((pair) => sides(pair)[0]),
      was(key, chosen) {
        const [, side] = sides(chosen.find((pair) => sides(pair)[0] === key) ?? ":");
        return [...selects[0].options].find((option) => option.value === side)?.textContent.trim() ?? "";
      },
      restore(chosen) {
        chosen.forEach((pair) => { const row = rows.find(({ dataset }) => dataset.key === sides(pair)[0]); row.querySelector("select").value = sides(pair)[1]; });
        markRows(rows, (row) => chosen.some((pair) => sides(pair)[0] === row.dataset.key && isRight(pair)));
      },
      reset: () => unmark(rows),
    };
  };

  const order = ({ parts, items }) => {
    const list = parts.options.querySelector("ol");
    const said = parts.options.querySelector("[data-words]");
    const rows = () => [...list.children];
    const shown = rows(); // as the page was made
    const isRight = (key, place) => items[place]?.dataset.key === key;
    let moved = false;
    const number = () => rows().forEach((row, place) => {
      const [up, down] = row.querySelectorAll("button");
      up.setAttribute("aria-disabled", place === 0);
      down.setAttribute("aria-disabled", place === shown.length - 1);
    });
    /** The neighbour goes round the step, so that the step keeps the focus. */
    const move = (row, button) => {
      const isUp = button.dataset.move === "up";
      if (isUp && row.previousElementSibling) row.after(row.previousElementSibling);
      else if (!isUp && row.nextElementSibling) row.before(row.nextElementSibling);
      moved = true;
      unmark(rows());
      number();
      const words = row.querySelector(".gb-question__text").textContent.trim();
      said.textContent = said.dataset.words.replace("{step}", words).replace("{done}", rows().indexOf(row) + 1);
    };
    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") move(button.closest("li"), button);
    });
    const arrange = (keys) => list.append(...keys.map((key) => shown.find((row) => row.dataset.key === key)));
    number();
    return {
      get inputs() { return rows().map((row) => row.querySelector("[aria-disabled=false]")); },
      read: () => rows().map((row) => row.dataset.key),
      isWhole: () => moved,
      fits: (chosen) => chosen.length === shown.length && shown.every((row) => chosen.includes(row.dataset.key)),
      verdict: (key, place) => (isRight(key, place) ? BEST : LESS),
      explain: () => [],
      right: (chosen) => chosen.filter(isRight),
      was: (key, chosen) => (chosen.includes(key) ? `${chosen.indexOf(key) + 1}` : ""),
      isSame: (one, other) => one.join() === other.join(),
      restore(chosen) {
        arrange(chosen);
        moved = true;
        number();
        markRows(rows(), (row, place) => isRight(row.dataset.key, place));
      },
      reset() {
        arrange(shown.map((row) => row.dataset.key));
        moved = false;
        said.textContent = "";
        number();
        unmark(shown);
      },
    };
  };

  const short = ({ parts, items }) => {
    const input = parts.options.querySelector("input");
    const known = new Map(items.flatMap(({ dataset }) => JSON.parse(dataset.variants).map((words) => [words, dataset])));
    const verdicts = new Map(items.map(({ dataset }) => [dataset.key, dataset.verdict]));
    let last = "";
    return {
      inputs: [input],
      read: () => (plain(input.value) ? [known.get(plain(input.value))?.key ?? "other"] : []),
      isWhole: (chosen) => chosen.length === 1,
      fits: (chosen) => chosen.length === 1 && (verdicts.has(chosen[0]) || chosen[0] === "other"),
      verdict: (key) => verdicts.get(key) ?? LESS,
      explain: (chosen) => chosen,
      right: (chosen) => chosen,
      /** Two answers that are not in the list are two tries. */
      isSame: (one, other) => one[0] === other[0] && (one[0] !== "other" || plain(input.value) === last),
      extra() {
        last = plain(input.value);
        return { text: input.value.trim().slice(0, 500) };
      },
      restore(chosen, answer) {
        if (answer.text) [input.value, last] = [answer.text, plain(answer.text)];
      },
    };
  };

  self.learningKinds = { choice, several: choice, match, order, short, plain };
})();
