"""What a page may load and run: one Content-Security-Policy for all pages and for the host, and what would break it.

Scripts and styles are files of ours. The few inline scripts are the theme's, known by their hash: another one, a style
or a handler inside a page ends the build, because the browser would refuse it in front of a reader.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

PLACE = 'http-equiv="Content-Security-Policy" content="written by the build"'
"""What stands in the template where the policy goes."""
KNOWN = {
    "f9olENf4iMkF4F+RNvB80Khcn+sRH7OAkPy7hb2mqms=": "where the theme keeps its settings on this device",
    "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=": "the colours that the reader chose",
    "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "opens the tab that an address names",
}
"""Hash of an inline script of Material 9.8.1 -> what it does. A new one is read by a person before it is added."""
ADDRESS = re.compile(r'new URL\("[^"]*",location\)')
"""In the first of them, the path of the site."""
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
ONLY_HEADER = "; frame-ancestors 'self'"
"""What a browser does not take from a page."""
FEATURES = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb")
"""What no page of this site asks of a device."""
FOREIGN = frozenset({"base", "embed", "frame", "iframe", "object", "style"})


@dataclass
class Inline:
    """What stands inside a page beside its words."""

    scripts: set[str] = field(default_factory=set)
    """The texts of inline scripts that the browser would run."""
    refused: list[str] = field(default_factory=list)
    """What the policy forbids, as it stands there."""


def inline_of(html: str) -> Inline:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for text in sorted(reader.found.scripts):
        if hash_of(ADDRESS.sub("", text)) not in KNOWN:
            reader.found.refused.append(f"<script>{text[:80]}")
    return reader.found


def hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy_of(scripts: Iterable[str]) -> str:
    """The policy for pages with these inline scripts."""
    hashes = "".join(f" 'sha256-{value}'" for value in sorted(map(hash_of, scripts)))
    values = DIRECTIVES | {"script-src": DIRECTIVES["script-src"] + hashes}
    return "; ".join(f"{name} {value}" for name, value in values.items())


def headers_file(policy: str) -> str:
    """The file `_headers` of Netlify and Cloudflare Pages: the same policy, and what only a host can say."""
    features = ", ".join(f"{name}=()" for name in FEATURES)
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy}{ONLY_HEADER}\n"
        f"  Permissions-Policy: {features}\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Inline()
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in FOREIGN:
            self.found.refused.append(f"<{tag}>")
        for name, value in attributes.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.found.refused.append(f'<{tag} {name}="{value[:80]}">')
        is_data = attributes.get("type", "").endswith("json")
        self.in_script = tag == "script" and "src" not in attributes and not is_data

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.found.scripts.add(data)
