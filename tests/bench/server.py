"""A static server on 127.0.0.1 that sends gzip, as a host does, and counts what it sends."""

from __future__ import annotations

import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS = {
    "html": "page",
    "css": "style",
    "js": "script",
    "woff2": "font",
    "svg": "image",
    "png": "image",
    "json": "data",
}
PACKED = ("page", "style", "script", "data", "search")
SEARCH = re.compile(r"/search_index\.json$|/search/\w+\.json$|/search-worker\.js$|/workers/|/lunr/")
"""What the theme fetches for its search when the page is there: counted apart, because how much has come is chance."""


@dataclass
class Server:
    """One site at its own address."""

    address: str
    sent: list[tuple[str, str, int]] = field(default_factory=list)
    """Of each answer since the list was last cleared: kind, path, bytes of the body as sent."""


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    mime: str
    body: bytes
    packed: bool


@cache
def answer(folder: Path, path: str) -> Answer:
    """What to send for a path, packed once. Kept in memory, so that packing does not count as latency."""
    file = folder / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return Answer(404, "missing", "text/plain", b"", packed=False)
    kind = "search" if SEARCH.search(path) else KINDS.get(file.suffix.lstrip("."), "other")
    packed = kind in PACKED or file.suffix == ".svg"
    body = file.read_bytes()
    mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Answer(200, kind, mime, gzip.compress(body, mtime=0) if packed else body, packed)


class _Threads(ThreadingHTTPServer):
    block_on_close = False
    request_queue_size = 64  # a browser opens six at once; a refused one comes back a second later

    def handle_error(self, *args: object) -> None:
        """A browser that leaves in the middle of an answer is no news."""


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:  # noqa: N802 (the standard library's name)
            path = unquote(urlsplit(self.path).path)
            found = answer(folder, path)
            self.send_response(found.status)
            self.send_header("Content-Type", found.mime)
            self.send_header("Content-Length", str(len(found.body)))
            if found.packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            server.sent.append((found.kind, path, len(found.body)))
            with suppress(ConnectionError):  # the browser left
                self.wfile.write(found.body)

        def log_message(self, *args: object) -> None:
            """Silent: the count is the log."""

    http = _Threads(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{http.server_port}")
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
