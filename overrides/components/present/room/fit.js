// How large the words of a slide are, and how much goes on one: as large as the screen allows, never cut off.

/** Sizes in hundredths of the screen (`--u` in room.css): at 1024 x 768, from 25 to 47 px; at 1920 x 1080, from 35 to 66. */
const LARGEST = 4.6;
const SMALLEST = 2.4;
const STEP = 0.2;
/** The size at which a section is shared out over several slides. */
const SHARED = 3.4;

const set = (body, size) => body.style.setProperty("--k", size.toFixed(2));
const fits = (body) => body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1;

/** The largest size at which everything is in sight; if there is none, the smallest, and the slide scrolls. */
export const fit = (body) => {
  for (let size = LARGEST; size >= SMALLEST - 0.01; size -= STEP) {
    set(body, size);
    if (fits(body)) return true;
  }
  return false;
};

/** Shares rows out: lists of places in `rows`, one for each slide. `shown` are their elements, all in `body`. */
export const share = (body, rows, shown) => {
  set(body, SHARED);
  const space = body.clientHeight - parseFloat(getComputedStyle(body).paddingTop) - parseFloat(getComputedStyle(body).paddingBottom);
  const top = (place) => shown[place].offsetTop;
  const bottom = (place) => shown[place].offsetTop + shown[place].offsetHeight;
  const slides = [[]];
  rows.forEach((row, place) => {
    const slide = slides.at(-1);
    const isOver = slide.length > 0 && (row.own || rows[slide.at(-1)].own || bottom(place) - top(slide[0]) > space);
    if (!isOver) return slide.push(place);
    const moved = rows[slide.at(-1)].next && slide.length > 1 ? [slide.pop()] : [];
    return slides.push([...moved, place]);
  });
  return slides;
};
