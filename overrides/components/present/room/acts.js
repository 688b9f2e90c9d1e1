// What a button, a key, a clicker, a finger or the notes window may ask of the stage.
import { fillOverview, offerTable } from "./dialogs.js";
import { canTalk } from "./messages.js";
import { isCounted, roundOf } from "./steps.js";

/** The page of the notes, which also holds the words of the stage. */
export const NOTES = "present/";
const closeAll = (stage) => stage.root.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());

export const ACTS = {
  next: (stage) => stage.after()?.(),
  back: (stage) => stage.before()?.(),
  first: (stage) => stage.move({ at: 0, step: "ask", part: 0 }),
  last: (stage) => stage.move({ at: stage.deck.items.length - 1, step: "ask", part: 0 }),
  reveal: (stage) => { if (stage.steps.includes("reveal")) stage.move({ step: "reveal", part: 0 }); },
  talk(stage) {
    if (!isCounted(stage.item)) return;
    stage.tally.talk();
    stage.move({ step: "talk", part: 0 });
  },
  /** One hand more or less for an option: by its key, or by its place for a digit of the keyboard. */
  add(stage, { key, place, by }, asker) {
    const { item, tally } = stage;
    const round = roundOf(item, stage.step);
    const option = item.options?.find((one, number) => one.key === key || number === place);
    if (!round || !option) return;
    const count = tally.add(item, stage.page, round, option.key, Number(by) < 0 ? -1 : 1);
    const output = stage.parts.body.querySelector(`[data-key="${CSS.escape(option.key)}"] output`);
    if (output) output.textContent = count;
    stage.parts.said.textContent = stage.words.say("counted", { letter: option.letter, number: count });
    if (!asker) stage.parts.notice.hidden = true;
    stage.tellNotes();
  },
  jump(stage, { item, page }) {
    closeAll(stage);
    if (page && page !== stage.page) return stage.turn(page, item ?? "");
    const at = stage.deck.items.findIndex(({ id }) => id === item);
    return at < 0 ? null : stage.move({ at, step: "ask", part: 0 });
  },
  timer: (stage) => stage.timer.toggle(),
  language: (stage) => stage.translate(),
  both: (stage) => stage.showBoth(),
  overview(stage) {
    fillOverview(stage);
    stage.parts.overview.showModal();
    stage.parts.overview.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  },
  menu: (stage) => stage.parts.menu.showModal(),
  close: (stage, data, asker) => asker?.closest("dialog")?.close(),
  screen: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {})),
  export: (stage) => offerTable(stage),
  forget(stage) {
    stage.session.clear();
    closeAll(stage);
    stage.show();
    stage.tell("forgotten");
  },
  notes(stage) {
    const address = stage.site.url(NOTES, stage.language);
    address.search = `session=${stage.session.id}`;
    stage.parts.link.href = address.href;
    const opened = canTalk() && self.open(address.href, `notes-${stage.session.id}`, "popup,width=860,height=760");
    if (opened) return opened.focus();
    closeAll(stage);
    stage.parts.guide.href = stage.site.url(`${stage.home}trainer/`, stage.language).href;
    return stage.parts.blocked.showModal();
  },
  leave: (stage) => stage.leave(),
};
