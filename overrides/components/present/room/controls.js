// Keys, clickers and fingers. Each function returns what undoes it.

const KEYS = {
  ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "back", PageUp: "back", Home: "first", End: "last", r: "reveal", n: "talk", t: "timer", l: "language",
  b: "both", o: "overview", "?": "menu", f: "screen", s: "notes", Escape: "leave",
};
/** Keys that read on first, where the slide is longer than the screen: a clicker sends no others. */
const SCROLLING = { PageDown: 1, " ": 1, PageUp: -1 };
const LONGEST_TAP = 60; // pixels

/** True when a long slide had more to show and shows it. */
const scrolled = (body, way) => {
  const left = way > 0 ? body.scrollHeight - body.clientHeight - body.scrollTop : body.scrollTop;
  if (left < 4) return false;
  body.scrollBy({ top: way * body.clientHeight * 0.85, behavior: "instant" });
  return true;
};

export const takeKeys = (stage) => {
  const take = (event) => {
    event.stopImmediatePropagation(); // the theme opens its search with S and F, and other pages with N and P
    if (event.ctrlKey || event.metaKey || event.altKey || stage.root.querySelector("dialog[open]")) return;
    const isControl = event.target.closest?.("button, a, input, summary");
    if (isControl && (event.key === " " || event.key === "Enter")) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit) stage.act("add", { place: Number(digit[1]) - 1, by: event.shiftKey ? -1 : 1 });
    else {
      const way = event.key === " " && event.shiftKey ? -1 : SCROLLING[event.key];
      const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!name || event.repeat && name !== "next" && name !== "back") return;
      if (!way || !scrolled(stage.parts.body, way)) stage.act(way < 0 ? "back" : name);
    }
    event.preventDefault();
  };
  addEventListener("keydown", take, { capture: true });
  return () => removeEventListener("keydown", take, { capture: true });
};

export const takeSwipes = (stage) => {
  let from = null;
  const begin = ({ touches }) => { from = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null; };
  const end = ({ changedTouches: [touch] }) => {
    if (!from || stage.root.querySelector("dialog[open]")) return;
    const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
    from = null;
    if (Math.abs(across) > LONGEST_TAP && Math.abs(across) > Math.abs(down) * 1.5) stage.act(across < 0 ? "next" : "back");
  };
  addEventListener("touchstart", begin, { passive: true });
  addEventListener("touchend", end, { passive: true });
  return () => {
    removeEventListener("touchstart", begin);
    removeEventListener("touchend", end);
  };
};
