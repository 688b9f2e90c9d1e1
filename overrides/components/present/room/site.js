// Where pages are, and their documents as the server gives them: no script of theirs runs, nothing becomes markup here.

/** Addresses below the site: a page is a path, `modules/competencies/1-1/`, the same in both languages. */
export class Site {
  constructor({ root, language, other }) {
    this.root = new URL(root);
    this.languages = [language, other];
    const here = new URL(location.href).pathname.slice(this.root.pathname.length);
    const isPrefixed = here.startsWith(`${language}/`);
    this.prefixes = { [language]: isPrefixed ? `${language}/` : "", [other]: isPrefixed ? "" : `${other}/` };
    this.documents = new Map();
  }

  other(language) { return this.languages.find((code) => code !== language); }

  url(page, language) { return new URL(this.prefixes[language] + page, this.root); }

  /** The page of an address, or undefined when that is elsewhere. */
  pageOf(address, language) {
    const url = new URL(address);
    const start = this.root.pathname + this.prefixes[language];
    if (url.origin !== this.root.origin || !url.pathname.startsWith(start)) return undefined;
    const page = url.pathname.slice(start.length).replace(/index\.html$/, "");
    return isPage(page) ? page : undefined;
  }

  /** A page's document, asked of the server once. Rejects when it cannot be had; then the next call asks again. */
  document(page, language) {
    const { href } = this.url(page, language);
    if (!this.documents.has(href)) {
      const asked = request(href);
      asked.catch(() => this.documents.delete(href));
      this.documents.set(href, asked);
    }
    return this.documents.get(href);
  }
}

/** The page above a page: for a lesson, the home page of its module. */
export const above = (page) => page.replace(/[^/]+\/$/, "");

/** Only what our own addresses are made of. */
export const isPage = (text) => typeof text === "string" && text.length < 200 && /^(?:[a-z0-9-]+\/)+$/.test(text);

/** XMLHttpRequest, not fetch: it gives a parsed document, so that Trusted Types have nothing to refuse. */
const request = (href) => new Promise((resolve, reject) => {
  const asking = new XMLHttpRequest();
  asking.open("GET", href);
  asking.responseType = "document";
  asking.timeout = 20_000;
  asking.onload = () => (asking.status === 200 && asking.responseXML ? resolve(asking.responseXML) : reject(new Error(`${asking.status} ${href}`)));
  asking.onerror = asking.ontimeout = () => reject(new Error(href));
  asking.send();
});
