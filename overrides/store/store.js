/* What learners answer, kept on their device and nowhere else: one record per module, keyed by the ids of questions.
   `learningStore` is the only code that knows how; a learning platform may stand here one day. See README.md beside it. */
(() => {
  "use strict";
  if (self.learningStore) return; // included twice
  const OURS = "first-relationships";
  const KEY = `${OURS}.learn:`; // + the module
  const UNSAVED = `${OURS}.unsaved`;
  const OLD = `${OURS}.answers.1`; // schema 1: one record for all modules
  const SCHEMA = 2;
  /** Days after which a question comes back; a right answer moves it on by one, a miss to the start. */
  const DAYS = [2, 7, 21, 60];
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isText = (value) => typeof value === "string" && value.length <= 20000;
  const isList = (value) => Array.isArray(value) && value.length <= 100 && value.every(isText);
  const isChoice = (value) => isList(value) && value.length > 0;
  const isDay = (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  const isId = (value) => /^[A-Za-z0-9][\w.-]{0,59}$/.test(value);
  const moduleOf = (id) => `module-${/^(?:Q|case-)(\d+)-/.exec(id)?.[1] ?? 0}`;

  /** What an answer may hold. With one of these wrong it cannot be trusted, and is set aside whole. */
  const ANSWER = {
    v: (value) => Number.isSafeInteger(value) && value > 0,
    first: isChoice,
    tries: (value) => Array.isArray(value) && value.length <= 100 && value.every(isChoice),
    best: (value) => typeof value === "boolean",
    unsafe: isList,
    conf: isText,
    text: isText,
    value: Number.isFinite,
    path: isList,
  };
  /** What the store notes beside it. With one of these wrong, that one is forgotten and the answer stays. */
  const NOTES = {
    on: isDay,
    at: isDay,
    due: isDay,
    box: (value) => Number.isSafeInteger(value) && value >= 0 && value <= DAYS.length,
    last: (value) => ["best", "missed", "unsafe"].includes(value),
  };

  /** An item as it may be used, or null. Fields that we do not know stay: a later edition of the site may. */
  const validItem = (value) => {
    const isRight = (rules) => ([name, part]) => !Object.hasOwn(rules, name) || rules[name](part);
    if (!isObject(value) || !Object.hasOwn(value, "v") || !Object.entries(value).every(isRight(ANSWER))) return null;
    return Object.fromEntries(Object.entries(value).filter(isRight(NOTES)));
  };

  /** {items, bad}: the items that can be used, and by id those that cannot. */
  const sortItems = (found) => {
    const sorted = { items: {}, bad: {} };
    for (const [id, value] of Object.entries(found)) {
      const item = isId(id) ? validItem(value) : null;
      Object.defineProperty(item ? sorted.items : sorted.bad, id, // also for an id like __proto__
        { value: item ?? value, enumerable: true, configurable: true, writable: true });
    }
    return sorted;
  };

  const dayOf = (time) => {
    try { return new Date(time).toISOString().slice(0, 10); } catch { return "1970-01-01"; } // a clock beyond all dates
  };
  const today = () => dayOf(Date.now() - new Date().getTimezoneOffset() * 60000);
  const later = (day, days) => dayOf(Date.parse(day) + days * 86400000);

  /** Due today. A day further away than the longest wait comes from a clock that was wrong: then it is due, too. */
  const isDue = ({ due }, day = today()) => due !== undefined && (due <= day || due > later(day, DAYS.at(-1)));

  /** Where a question stands: "sure" (but not right), "unsafe", "missed", "unsure", "due", or "known". */
  const standing = (item) => {
    const last = item.last ?? (item.best === false ? "missed" : "best");
    if (last === "best") return item.conf === "unsure" ? "unsure" : isDue(item) ? "due" : "known";
    return item.conf === "sure" ? "sure" : last;
  };

  /** `answer` with its days. `outcome` is that of the first try of a round; without it nothing comes nearer or later. */
  const dated = (answer, kept, outcome, day = today()) => {
    const { on, at, due, box, last } = kept && kept.v === answer.v ? kept : { on: day };
    const item = { ...answer, on, at: answer.tries?.length === 0 ? at : day, due, box, last }; // to start over is no answer
    if (outcome === undefined) return item;
    const isSure = outcome === "best" && answer.conf !== "unsure";
    item.last = outcome;
    if (isSure && at === day && box !== undefined) return item; // to repeat on the same day is not to remember
    item.box = isSure ? Math.min((box ?? 0) + 1, DAYS.length) : 0;
    item.due = item.box < DAYS.length ? later(day, DAYS[item.box]) : undefined;
    return item;
  };

  /** Two answers to one question -> one. The later day wins, and a higher version; the first try of all stays the first. */
  const merge = (kept, found) => {
    if (!kept || found.v > kept.v) return found;
    if (found.v < kept.v) return kept;
    const [newer, older] = (found.at ?? "") > (kept.at ?? "") ? [found, kept] : [kept, found];
    const item = { ...older, ...newer };
    if ((older.on ?? "9") < (newer.on ?? "9")) Object.assign(item, pick(older, ["first", "best", "on"]));
    if (kept.unsafe || found.unsafe) item.unsafe = [...new Set([...(kept.unsafe ?? []), ...(found.unsafe ?? [])])];
    return item;
  };
  const pick = (item, names) => Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]]));

  const store = {
    SCHEMA, isDue, isId, isObject, today, merge, moduleOf, sortItems, standing,
    /** What went wrong so far: "memory", "full", "unreadable", "partly", "newer". The pages tell it, once. */
    troubles: new Set(),
    /** Module -> id -> answer that could not be kept on the device, or not yet. */
    unsaved: {},
    /** Module -> id -> answer given in this tab: put back if another tab wrote over it in the same instant. */
    given: {},
    records: new Map(),
    listeners: new Set(),

    /** Question id -> answer. */
    read(module) { return { ...this.load(module).items, ...this.unsaved[module] }; },

    /** `Q1-01 Q1-02.2`, as the build writes it -> [{id, item}]; `item` is null until this version is answered. */
    asked(asks) {
      return asks.split(" ").filter(Boolean).map((one) => {
        const [id, version = "1"] = one.split(".");
        const item = this.read(moduleOf(id))[id];
        return { id, item: item?.first && item.v === Number(version) ? item : null };
      });
    },

    /** Module -> question id -> answer, of every module of which something is known. */
    readAll() {
      const names = new Set(Object.keys(this.unsaved));
      try {
        this.migrate();
        Object.keys(localStorage).filter((key) => key.startsWith(KEY) && !key.endsWith(".unreadable"))
          .forEach((key) => names.add(key.slice(KEY.length)));
      } catch { this.troubles.add("memory"); }
      return Object.fromEntries([...names].filter(isId).sort().map((name) => [name, this.read(name)]));
    },

    /** `outcome`: "best", "missed" or "unsafe" for the first try of a round, else nothing. Returns what is kept. */
    write(module, id, answer, outcome) {
      const item = dated(answer, this.read(module)[id], outcome);
      this.hold(module, { [id]: item });
      return item;
    },

    /** Keep these as they are, and tell the page. */
    put(module, items) {
      this.hold(module, items);
      this.tell();
    },

    hold(module, items) {
      this.unsaved[module] = { ...this.unsaved[module], ...items };
      this.given[module] = { ...this.given[module], ...items };
      Object.keys(this.unsaved).forEach((name) => this.save(name)); // what did not fit before may fit now
      this.keepForThisTab();
    },

    save(module) {
      const kept = this.load(module); // afresh, so that what another tab wrote in between stays
      if (kept.locked) return;
      try {
        const items = { ...kept.items, ...this.unsaved[module] };
        localStorage.setItem(KEY + module, JSON.stringify({ ...kept, schema: SCHEMA, updated: today(), items }));
        delete this.unsaved[module];
      } catch (error) {
        this.troubles.add(isFull(error) ? "full" : "memory");
      }
    },

    /** A full or locked storage still leaves the tab's own, so that going to another page loses nothing. */
    keepForThisTab() {
      try {
        if (Object.keys(this.unsaved).length) sessionStorage.setItem(UNSAVED, JSON.stringify(this.unsaved));
        else sessionStorage.removeItem(UNSAVED);
      } catch { /* the page has said so already */ }
    },

    /** Forget everything that this site keeps here, whatever wrote it. Throws where the device refuses. */
    clear() {
      [this.unsaved, this.given] = [{}, {}];
      for (const area of [localStorage, sessionStorage])
        Object.keys(area).filter((key) => key.startsWith(OURS)).forEach((key) => area.removeItem(key));
      this.tell();
    },

    load(module) {
      const empty = { items: {} };
      try {
        this.migrate();
        const raw = localStorage.getItem(KEY + module);
        const known = this.records.get(module);
        if (known && known.raw === raw) return known.record;
        const record = raw === null ? empty : this.parse(KEY + module, raw);
        this.records.set(module, { raw: localStorage.getItem(KEY + module), record });
        return record;
      } catch (error) { // forbidden, or no room to set aside: never overwrite what we cannot read
        this.troubles.add("memory");
        return { ...empty, locked: true };
      }
    },

    parse(key, raw) {
      let record;
      try { record = JSON.parse(raw); } catch { /* set aside, like JSON of another shape */ }
      if (isObject(record) && typeof record.schema === "number" && record.schema > SCHEMA) return this.lock("newer");
      if (!isObject(record) || record.schema !== SCHEMA || !isObject(record.items)) return this.setAside(key, raw);
      const { items, bad } = sortItems(record.items);
      if (!Object.keys(bad).length) return { ...record, items };
      const whole = { ...record, items, aside: { ...(isObject(record.aside) ? record.aside : {}), ...bad } };
      this.troubles.add("partly");
      try { localStorage.setItem(key, JSON.stringify(whole)); } catch { /* with the next answer, then */ }
      return whole;
    },

    setAside(key, raw) {
      localStorage.setItem(`${key}.unreadable`, raw);
      localStorage.removeItem(key);
      this.troubles.add("unreadable");
      return { items: {} };
    },

    lock(trouble) {
      this.troubles.add(trouble);
      return { locked: true, items: {} };
    },

    /** Schema 1 -> 2, once; what cannot be written yet stays where it was and is shown all the same. */
    migrate() {
      const raw = localStorage.getItem(OLD);
      if (raw === null || raw === this.migrated) return;
      this.migrated = raw; // before anything else: `save` comes back here
      let record;
      try { record = JSON.parse(raw); } catch { /* set aside below */ }
      if (!isObject(record) || record.schema !== 1 || !isObject(record.questions)) {
        if (!(isObject(record) && record.schema > 1)) this.setAside(OLD, raw);
        return;
      }
      const { items, bad } = sortItems(record.questions);
      for (const [id, item] of Object.entries(items)) {
        const module = moduleOf(id);
        const last = item.unsafe?.length ? "unsafe" : item.best ? "best" : "missed";
        const day = today();
        const found = { ...item, at: day, last, box: 0, due: later(day, DAYS[0]) };
        (this.unsaved[module] ??= {})[id] = merge(this.load(module).items[id], found);
      }
      Object.keys(this.unsaved).forEach((name) => this.save(name));
      if (Object.keys(bad).length) {
        localStorage.setItem(`${OLD}.unreadable`, JSON.stringify({ schema: 1, questions: bad }));
        this.troubles.add("partly");
      }
      if (Object.keys(this.unsaved).length) return this.keepForThisTab();
      localStorage.removeItem(OLD);
      this.migrated = null;
    },

    /** `listener` is called when answers changed otherwise than by `write`: by a file, another tab, while the page slept. */
    subscribe(listener) { this.listeners.add(listener); },
    tell() { this.listeners.forEach((listener) => listener()); },
  };
  const isFull = (error) => error instanceof DOMException && /quota/i.test(error.name);

  try {
    const kept = JSON.parse(sessionStorage.getItem(UNSAVED) ?? "{}");
    for (const [module, items] of Object.entries(isObject(kept) ? kept : {}))
      if (isId(module) && isObject(items)) store.unsaved[module] = sortItems(items).items;
  } catch { /* nothing was kept for this tab */ }

  addEventListener("pageshow", (event) => { if (event.persisted) store.tell(); });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === null) [store.unsaved, store.given] = [{}, {}]; // everything was cleared in another tab
    else if (!key.startsWith(OURS)) return;
    const module = key?.startsWith(KEY) ? key.slice(KEY.length) : "";
    if (newValue === null) {
      delete store.unsaved[module];
      delete store.given[module];
    } else if (module) {
      const { items, locked } = store.load(module);
      const lost = Object.entries(store.given[module] ?? {}).filter(([id]) => !Object.hasOwn(items, id));
      if (lost.length && !locked) return store.put(module, Object.fromEntries(lost));
    }
    store.tell();
  });
  self.learningStore = store;
})();
