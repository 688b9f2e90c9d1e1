// What the two windows say to each other: places, counts and times, never words or markup. Another shape is not heard.
import { isPage } from "./site.js";
import { isId } from "./tally.js";

const VERSION = 1;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isName = (value) => typeof value === "string" && value.length <= 120 && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0 && value <= 9999;
const isTime = (value) => Number.isFinite(value) && value >= 0;
const isCounts = (value) => isObject(value) && Object.entries(value).length < 30 && Object.entries(value).every(([key, count]) => isName(key) && isCount(count));
const isTimer = (value) => isObject(value) && isTime(value.total) && isTime(value.left) && (value.ends === null || isTime(value.ends));

const ACTIONS = new Set(["next", "back", "reveal", "talk", "timer", "add", "jump"]);

const KINDS = {
  /** The projector: where it is. */
  state: (words) => isPage(words.page) && isName(words.item) && isName(words.step) && isObject(words.tally) && isCounts(words.tally[1]) && isCounts(words.tally[2]) &&
    isTimer(words.timer) && [words.round, words.part, words.parts].every(isCount) && isTime(words.started),
  /** The notes: I am here, tell me. */
  hello: () => true,
  /** The notes: do this. */
  act: (words) => ACTIONS.has(words.action) &&
    (words.action !== "add" || (isName(words.item) && isName(words.key) && (words.by === 1 || words.by === -1))) &&
    (words.action !== "jump" || (isPage(words.page) && isName(words.item))),
  /** The projector went back to its page. */
  bye: () => true,
};

export const canTalk = () => typeof BroadcastChannel === "function";

/** One line between the windows of one session. `hear(words)` gets only messages of a known kind and shape. */
export class Line {
  constructor(session, hear) {
    if (!isId(session)) throw new Error("session");
    this.session = session;
    this.channel = new BroadcastChannel(`first-relationships.room.${session}`);
    this.channel.onmessage = ({ data }) => {
      if (isOurs(data, session)) hear(data);
    };
  }

  say(type, words = {}) { this.channel.postMessage({ v: VERSION, session: this.session, type, ...words }); }
  close() { this.channel.close(); }
}

export const isOurs = (data, session) => isObject(data) && data.v === VERSION && data.session === session && Object.hasOwn(KINDS, data.type) && KINDS[data.type](data);
