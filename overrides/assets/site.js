// What every page needs beside the theme's own script. No words here: they are in the page.
(() => {
  // The language link leads to the same place of the page: it follows the fragment of the address.
  const links = document.querySelectorAll("a.gb-language-link");
  const follow = () => {
    for (const link of links) link.hash = location.hash;
  };
  addEventListener("hashchange", follow);
  for (const link of links) link.addEventListener("click", follow);
  follow();

  // Material opens its menu and search with labels of hidden checkboxes, which a keyboard cannot reach and a screen
  // reader does not announce. They become buttons; without this script the labels work by touch and mouse.
  const makeButton = (label) => {
    const toggle = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.dataset.opens = label.htmlFor;
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
    return { button, toggle };
  };
  const [menu] = [...document.querySelectorAll("label:is([for=__drawer], [for=__search]).md-header__button")].map(makeButton);
  if (!menu) return;

  const drawer = document.querySelector(".md-sidebar--primary");
  menu.toggle.addEventListener("change", () => {
    if (menu.toggle.checked) drawer?.querySelector(".md-nav__link[href]")?.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.toggle.checked) return;
    menu.toggle.click();
    menu.button.focus();
  });
})();
