// A copy of a part of a page that a room can read: words and drawings, nothing that acts.

const DROPPED = [".headerlink", ".gb-visually-hidden", ".gb-callout__help", ".gb-trainer", "[hidden]", "[popover]", "[data-pdf='omit']:not(svg)",
  "template", "script", "style", "link", "iframe", "object", "embed", "input", "button", "select", "textarea", ".gb-figure__told > summary"].join();
const KEPT = new Set(("a|b|i|p|q|em|li|ol|ul|dl|dt|dd|h3|h4|hr|br|td|th|tr|abbr|cite|code|div|sub|sup|span|strong|blockquote|section|aside|" +
  "table|thead|tbody|caption|figure|figcaption|svg|g|path|rect|line|text|tspan|circle|ellipse|polygon|polyline|defs|marker|title|desc").split("|"));
const ATTRIBUTES = new Set(("class|lang|dir|start|value|colspan|rowspan|scope|align|role|aria-hidden|aria-label|data-verdict|viewbox|width|height|fill|" +
  "stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|d|x|y|x1|y1|x2|y2|dx|dy|cx|cy|r|rx|ry|points|transform|text-anchor|" +
  "dominant-baseline|marker-end|marker-start|orient|refx|refy|markerwidth|markerheight|preserveaspectratio|font-size|font-weight").split("|"));

/** The children of an element, as plain copies that belong to this document. */
export const plainChildren = (element) => [...(element?.childNodes ?? [])].flatMap(plain);

/** Copies of one node: none, one, or those of its children when the element itself means nothing on a wall. */
export const plain = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(DROPPED)) return [];
  const name = node.localName.toLowerCase();
  const inside = plainChildren(node);
  if (name === "summary") return [wrap("p", wrap("strong", ...inside))];
  if (name === "a" && !(node.getAttribute("href") ?? "").startsWith("tel:")) return [wrap("span", ...inside)];
  if (!KEPT.has(name)) return inside;
  const copy = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name: attribute, value } of node.attributes) {
    if (ATTRIBUTES.has(attribute.toLowerCase())) copy.setAttribute(attribute, value);
  }
  if (name === "a") copy.setAttribute("href", node.getAttribute("href"));
  copy.append(...inside);
  return [copy];
};

export const wrap = (name, ...children) => {
  const element = document.createElement(name);
  element.append(...children);
  return element;
};

export const box = (className, ...children) => {
  const element = wrap("div", ...children);
  element.className = className;
  return element;
};

/** The words of an element, without the sign that links to a heading. */
export const wordsOf = (element) => plainChildren(element).map((node) => node.textContent).join("").replace(/\s+/g, " ").trim();
