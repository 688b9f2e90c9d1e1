"""A tiny bilingual site that is right in every way, and the means to break one thing in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

SITE = Path(__file__).with_name("site")


class Repeated(TypedDict):
    """Words too long to write out."""

    repeat: str
    times: int


def write_site(
    folder: Path,
    files: Mapping[str, str | None] | None = None,
    change: Mapping[str, Mapping[str, str | Repeated]] | None = None,
    encoding: Mapping[str, str] | None = None,
) -> Path:
    """The tiny site in `folder`, with whole files replaced (None: left out) and words exchanged."""
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    for path, text in (files or {}).items():
        _write(folder / path, text, (encoding or {}).get(path, "utf-8"))
    for path, words in (change or {}).items():
        text = (folder / path).read_text("utf-8")
        for old, new in words.items():
            assert text.count(old) == 1, f"{path} holds {text.count(old)} times: {old}"
            text = text.replace(old, new if isinstance(new, str) else new["repeat"] * new["times"])
        _write(folder / path, text, "utf-8")
    return folder


def _write(path: Path, text: str | None, encoding: str) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
