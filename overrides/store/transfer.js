/* Progress as a file: what is written into it, and what is taken from one. Judges every value; changes nothing until told. */
(() => {
  "use strict";
  const store = self.learningStore;
  if (!store) return;
  const FORMAT = "first-relationships.progress";
  /** Bytes. A learner who wrote a page for every reflection has a tenth of it. */
  const LARGEST = 2_000_000;
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  self.learningTransfer = {
    text() {
      const modules = Object.fromEntries(Object.entries(store.readAll()).map(([name, items]) => [name, { items }]));
      return JSON.stringify({ format: FORMAT, schema: store.SCHEMA, exported: store.today(), modules }, null, 1);
    },

    /** A file -> {trouble: "large" | "wrong" | "newer"}, or {modules, fresh, newer, kept, bad}: what to take, and counts. */
    async read(file) {
      if (file.size > LARGEST) return { trouble: "large" };
      let found;
      try { found = JSON.parse(await file.text()); } catch { /* wrong, as below */ }
      if (!store.isObject(found) || found.format !== FORMAT || !store.isObject(found.modules)) return { trouble: "wrong" };
      if (!Number.isSafeInteger(found.schema) || found.schema < 1) return { trouble: "wrong" };
      if (found.schema > store.SCHEMA) return { trouble: "newer" };
      return this.compare(found.modules);
    },

    compare(modules) {
      const result = { modules: {}, fresh: 0, newer: 0, kept: 0, bad: 0 };
      for (const [name, module] of Object.entries(modules)) {
        if (!store.isId(name) || !store.isObject(module) || !store.isObject(module.items)) {
          result.bad += 1;
          continue;
        }
        const { items, bad } = store.sortItems(module.items);
        result.bad += Object.keys(bad).length;
        const here = store.read(name);
        for (const [id, item] of Object.entries(items)) {
          const kept = Object.hasOwn(here, id) ? here[id] : undefined;
          const merged = store.merge(kept, item);
          if (kept && same(kept, merged)) result.kept += 1;
          else {
            (result.modules[name] ??= {})[id] = merged;
            result[kept ? "newer" : "fresh"] += 1;
          }
        }
      }
      return result;
    },

    take({ modules }) { Object.entries(modules).forEach(([name, items]) => store.put(name, items)); },
  };
})();
