// What a room sees of one item, one after another. A question hides its answers until it is asked to show them.

/** Kinds for which hands are counted: one hand for each option. */
const COUNTED = new Set(["choice", "several", "rating", "branching"]);
export const isCounted = (item) => item.kind === "question" && COUNTED.has(item.type) && item.options.length > 0;

/** Names of the steps of an item. `tally` is what is counted for it, if anything. */
export const stepsOf = (item, tally) => {
  if (item.kind !== "question") return ["ask"];
  const steps = ["ask"];
  const isAsked = isCounted(item);
  if (isAsked && (tally.talked || tally.total(1) > 0)) steps.push("talk", "again", "compare");
  if (item.answer?.length) steps.push("reveal");
  if (!item.answers.length) return steps;
  steps.push("reveal", ...item.answers.filter(({ reason }) => reason.length).map(({ key }) => `reason-${key}`));
  if (item.closing.length) steps.push("closing");
  return steps;
};

/** The round that hands are counted for at a step; 0 where none are. */
export const roundOf = (item, step) => (!isCounted(item) ? 0 : step === "ask" ? 1 : step === "again" ? 2 : 0);
