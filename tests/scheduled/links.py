"""Addresses of other hosts that the site leads to, asked politely: one at a time of each host, by name, at leisure."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import lxml.html
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

NAME = "First-Relationships link check (once a week; asks each address once)"
DOI = "https://doi.org/"
PAUSE = 1.0
"""Seconds between two questions to one host."""
LONGEST_WAIT = 60
"""Seconds that a host may ask us to wait before we ask again."""
AT_ONCE = 8
"""Hosts that are asked at the same time."""
NO_HOST = "there is no such host"
GONE = {404, 410}
NOT_FOR_PROGRAMS = {401, 403, 405, 406, 418, 429, 451, 999}
"""Answers of hosts that let people in and turn programs away: somebody has to look."""


@dataclass(frozen=True, order=True)
class Answer:
    url: str
    verdict: str
    """`good`, `gone` (to be mended), or `unsure` (somebody has to look)."""
    words: str
    pages: tuple[str, ...] = ()
    """The first pages that lead there."""

    def __str__(self) -> str:
        return f"{self.url}: {self.words} ({', '.join(self.pages)})"


def links_of(site: Path, home: str) -> dict[str, list[str]]:
    """Address of another host, without its fragment -> the pages of the built site that lead there."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for href in set(lxml.html.parse(str(path)).xpath("//a/@href")):
            url = urldefrag(href.strip()).url
            if url.startswith(("http://", "https://")) and not url.startswith(home):
                found[url].append(page)
    return found


def ask_all(links: dict[str, list[str]], pause: float = PAUSE, retries: int = 2) -> list[Answer]:
    """What each address answers, in the order of addresses."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in sorted(links):
        hosts[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda urls: _ask_host(urls, pause, retries), hosts.values())
        found = [answer for of_host in answers for answer in of_host]
    return sorted(Answer(a.url, a.verdict, a.words, tuple(links[a.url][:3])) for a in found)


def _ask_host(urls: Iterable[str], pause: float, retries: int) -> list[Answer]:
    found = []
    with requests.Session() as session:
        session.headers["User-Agent"] = NAME
        again = Retry(
            retries,
            backoff_factor=pause,
            status_forcelist={500, 502, 503, 504},
            raise_on_status=False,
            retry_after_max=LONGEST_WAIT,
        )
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=again))
        for url in urls:
            found.append(_ask(session, url))
            time.sleep(pause)
    return found


def _ask(session: requests.Session, url: str) -> Answer:
    # A DOI is right when doi.org knows where it leads: publishers themselves turn programs away.
    follow = not url.startswith(DOI)
    try:
        for method in ("HEAD", "GET"):  # some hosts answer wrongly to HEAD
            with session.request(method, url, timeout=20, allow_redirects=follow, stream=True) as response:
                status = response.status_code
                if status < 400:
                    return Answer(url, "good", str(status))
    except requests.exceptions.SSLError:
        return Answer(url, "unsure", "its certificate is not valid")
    except requests.ConnectionError as error:
        lost = "NameResolutionError" in repr(error)
        return Answer(url, "gone", NO_HOST) if lost else Answer(url, "unsure", "no connection")
    except requests.RequestException as error:
        return Answer(url, "unsure", type(error).__name__)
    return Answer(url, "gone" if status in GONE else "unsure", _words(status))


def _words(status: int) -> str:
    if status in GONE:
        return f"{status}, no longer there"
    return f"{status}, turns programs away" if status in NOT_FOR_PROGRAMS else f"{status}, an error of the host"
