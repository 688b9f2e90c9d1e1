"""How a device misbehaves, and answers as a device keeps them."""

from __future__ import annotations

TODAY = "2026-03-10"
OLD = {"v": 1, "first": ["pause"], "tries": [["pause"]], "best": True, "unsafe": []}
"""An answer as the first edition kept it."""
GOOD = {**OLD, "on": TODAY, "at": TODAY, "due": "2026-03-17", "box": 1, "last": "best"}
OTHER_GOOD = {**GOOD, "first": ["describe-and-supervise"], "tries": [["describe-and-supervise"]]}
DENIED = (
    "for (const name of ['getItem', 'setItem', 'removeItem']) "
    "Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };"
)
NO_STORAGE = (
    "for (const name of ['localStorage', 'sessionStorage']) "
    "Object.defineProperty(self, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = (
    "{ const real = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { "
    "if (this === self.localStorage) throw new DOMException('full', 'QuotaExceededError'); "
    "real.call(this, key, value); }; }"
)
FULL_FOR_ALL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def record_of(items: dict[str, object], **more: object) -> dict[str, object]:
    return {"schema": 2, "updated": TODAY, "items": items, **more}
