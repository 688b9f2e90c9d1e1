// Show of hands: counts for each option, two rounds, on this machine and in this tab only; and the same as a table.

const KEY = "first-relationships.room";
/** Hands in a room; what is beyond is a slip of the finger. */
const MOST = 999;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0 && value <= MOST;

const read = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (isObject(kept) && kept.v === 1 && isObject(kept.tallies)) return kept;
  } catch { /* begin anew */ }
  return null;
};

/** What one tab keeps of its session: an id that the notes window knows it by, the counts, the timer. */
export class Session {
  constructor() {
    const kept = read();
    this.id = isId(kept?.session) ? kept.session : newId();
    this.tallies = kept?.tallies ?? {};
    this.timer = isObject(kept?.timer) ? kept.timer : null;
    /** Where the projector was: `{page, item, step, part}`. */
    this.at = isObject(kept?.at) && typeof kept.at.step === "string" && isCount(kept.at.part) ? kept.at : null;
    /** When it began, in milliseconds of the clock. */
    this.started = Number.isFinite(kept?.started) ? kept.started : Date.now();
    this.save();
  }

  /** False when this browser keeps nothing: then counts live as long as the page. */
  save() {
    const { id: session, tallies, timer, at, started } = this;
    try { sessionStorage.setItem(KEY, JSON.stringify({ v: 1, session, tallies, timer, at, started })); } catch { return false; }
    return true;
  }

  tally(id) { return new Tally(this, id); }

  clear() {
    this.tallies = {};
    this.save();
  }
}

export const isId = (text) => typeof text === "string" && /^[0-9a-f]{16}$/.test(text);
const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

class Tally {
  constructor(session, id) {
    this.session = session;
    this.id = id;
    const kept = isObject(session.tallies[id]) ? session.tallies[id] : {};
    this.kept = kept;
  }

  get talked() { return this.kept.talked === true; }
  count(round, key) {
    const rounds = isObject(this.kept.rounds) ? this.kept.rounds : {};
    const counts = isObject(rounds[round]) ? rounds[round] : {};
    return Object.hasOwn(counts, key) && isCount(counts[key]) ? counts[key] : 0;
  }
  counts(round) { return isObject(this.kept.rounds?.[round]) ? Object.fromEntries(Object.keys(this.kept.rounds[round]).map((key) => [key, this.count(round, key)])) : {}; }
  total(round) { return Object.values(this.counts(round)).reduce((sum, count) => sum + count, 0); }
  most() { return Math.max(1, ...[1, 2].flatMap((round) => Object.values(this.counts(round)))); }

  talk() {
    this.kept.talked = true;
    this.keep();
  }

  /** One hand more or less. The words go with it, so that the table can be made on another page. */
  add(item, page, round, key, by) {
    const count = Math.min(MOST, Math.max(0, this.count(round, key) + by));
    this.kept.rounds = { ...(isObject(this.kept.rounds) ? this.kept.rounds : {}) };
    this.kept.rounds[round] = { ...this.counts(round), [key]: count };
    const options = item.options.map((option) => [option.key, option.letter, option.nodes.map((node) => node.textContent).join("").trim()]);
    Object.assign(this.kept, { page, title: item.title, options });
    this.keep();
    return count;
  }

  keep() {
    this.session.tallies[this.id] = this.kept;
    this.session.save();
  }
}

/** A cell that a spreadsheet takes for words: never for a formula, whatever it begins with. */
export const cell = (value) => {
  const text = `${value}`.replace(/\r\n?|\n/g, " ");
  return `"${(/^\s*[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** The counts as comma-separated values. `head` are the names of the columns; French spreadsheets want semicolons. */
export const table = (session, head, separator) => {
  const lines = Object.entries(session.tallies).filter(([, kept]) => isObject(kept) && Array.isArray(kept.options)).flatMap(([id, kept]) => {
    const tally = session.tally(id);
    return kept.options.filter(Array.isArray).map(([key, letter, words]) => [kept.page, id, kept.title, letter, words, tally.count(1, key), tally.count(2, key)]);
  });
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(separator)).join("\r\n")}\r\n`;
};
