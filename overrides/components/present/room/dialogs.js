// The overview, to jump; and the counts as a file.
import { table } from "./tally.js";
import { wrap } from "./plain.js";

const jump = (words, data, isHere) => {
  const button = wrap("button", words);
  button.type = "button";
  Object.assign(button.dataset, { do: "jump", ...data });
  if (isHere) button.setAttribute("aria-current", "true");
  return wrap("li", button);
};

export const fillOverview = (stage) => {
  const { parts, words, deck, pages, titles, page, item } = stage;
  parts.items.replaceChildren(...deck.items.map((one, number) => {
    const minutes = one.minutes ? words.say("minutes", { number: one.minutes }) : "";
    const facts = [minutes, one.part === "optional" ? words.say("optional") : ""].filter(Boolean).join(", ");
    return jump(`${number + 1}. ${one.title || words.say("welcome")}${facts ? ` (${facts})` : ""}`, { item: one.id }, one === item);
  }));
  parts.pages.replaceChildren(...pages.map((one) => jump(titles.get(one), { page: one, item: "" }, one === page)));
  parts.ready.textContent = words.say(stage.ready === undefined ? "ready.soon" : stage.ready ? "ready.all" : "ready.some");
};

/** A file for a spreadsheet, made here and sent nowhere. */
export const offerTable = ({ session, words }) => {
  const head = ["page", "question", "title", "letter", "option", "one", "two"].map((name) => words.say(`csv.${name}`));
  const url = URL.createObjectURL(new Blob([table(session, head, words.say("csv.separator"))], { type: "text/csv" }));
  const link = wrap("a");
  [link.href, link.download] = [url, words.say("csv.file")];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
