// Words of the interface: they stand in the page `present/` of each language, and are filled in here.

export class Words {
  constructor(doc) {
    this.language = doc.documentElement.lang;
    this.found = new Map([...doc.querySelectorAll("#gb-room-words")].flatMap(({ content }) => [...content.children]).map((node) => [node.dataset.say, node.textContent]));
    this.stage = doc.querySelector("#gb-room-stage")?.content;
    this.help = doc.querySelector("#gb-room-care")?.content;
    if (!this.found.size || !this.stage || !this.help) throw new Error("words");
  }

  /** Paragraphs of the care note: anybody may step out, and where help is. */
  care() { return [...document.importNode(this.help, true).children]; }

  /** The words of that name with its places filled: `{number}` by `values.number`. */
  say(name, values = {}) {
    const words = this.found.get(name);
    if (words === undefined) throw new Error(name);
    return words.replace(/{(\w+)}/g, (place, key) => values[key] ?? place);
  }
}
