// Walks to the end of the page that is presented; what a room could not read or see, in words. `smallest` in CSS pixels.
async (smallest) => {
  const $ = (name) => document.querySelector(`.gb-stage__${name}`);
  const stage = document.querySelector(".gb-stage");
  const next = document.querySelector("[data-part=next]");
  const wrong = [];
  let steps = 0;
  const page = location.pathname;
  const state = () => [location.href, $("place").innerText, $("body").innerText].join();

  const tooSmall = (element, words) => {
    const svg = element.closest("svg");
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    return size < smallest - 0.01 ? [`${size.toFixed(1)} px: ${words.slice(0, 40)}`] : [];
  };

  const texts = () => {
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement: element, data } = walker.currentNode;
      const isUnseen = !data.trim() || !element.checkVisibility() || element.closest(".gb-visually-hidden, dialog:not([open])");
      if (!isUnseen) found.push(...tooSmall(element, data.trim()));
    }
    return found;
  };

  const slide = () => {
    const body = $("body");
    const isLonger = body.scrollHeight > body.clientHeight + 1;
    return [
      body.scrollWidth > body.clientWidth + 1 && "too wide",
      isLonger && $("more").hidden && "cut off without a word",
      isLonger && body.tabIndex !== 0 && "a keyboard cannot scroll it",
      isLonger && getComputedStyle(body).overflowY !== "auto" && "cannot scroll",
      body.clientHeight < innerHeight * 0.55 && `only ${body.clientHeight} px for the slide`,
    ].filter(Boolean);
  };

  const around = () => [...stage.querySelectorAll("nav button, .gb-stage__title, .gb-stage__timer")].filter((element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility() && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < 0);
  }).map((element) => `${element.textContent} is off the screen`);

  while (location.pathname === page) {
    const at = `${location.hash} ${$("place").innerText}`;
    wrong.push(...[...texts(), ...slide(), ...around()].map((words) => `${at}: ${words}`));
    steps += 1;
    if (next.disabled) break;
    const before = state();
    next.click();
    for (let tries = 0; tries < 60 && state() === before; tries += 1) await new Promise((go) => setTimeout(go, 50));
  }
  return { steps, wrong };
}
