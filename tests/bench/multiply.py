"""Ten times the content: copies of the guideline and the module under other ids, linked to each other as the first."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bench.workshop import lock, read_config, write_config

FOLDERS = ("guidelines/competencies", "modules/competencies")
LETTERS = "__ZYXWVUTSR"
"""The first letter of the statements of copy 2, 3 …: from the end, where no guideline is yet."""
MODULES = 60
"""The number of the module of copy 2 is 62: far from any that is written."""
STATEMENT = re.compile(r"\bC(\d{1,2}[.-]\d{1,2})\b")
PAGE = re.compile(r"\bc(\d{1,2}\.md)\b")
QUESTION = re.compile(r"\bQ1-")
CASE = re.compile(r"(/// case \| )1-|^1-(?=[A-Z]$)", re.MULTILINE)


def multiply(project: Path, times: int) -> Path:
    """Add copies until the project holds `times` times its guideline and module."""
    config = read_config(project)
    ids = project / "data" / "ids.txt"
    ledger = ids.read_text("utf-8")
    menu = [entry for entry in config["nav"] if _is_copied(entry)]
    for number in range(2, times + 1):
        for language in ("en", "fr"):
            for folder in FOLDERS:
                _copy_folder(project / "docs" / language, folder, number)
        ids.write_text(ids.read_text("utf-8") + renamed(ledger, number), "utf-8")
        config["nav"] += [_renamed_nav(entry, number) for entry in menu]
    write_config(project, config)
    return lock(project) if times > 1 else project


def renamed(text: str, number: int) -> str:
    """The words of one file with the ids, file names and folders of copy `number`."""
    letter, module = LETTERS[number], MODULES + number
    text = STATEMENT.sub(rf"{letter}\1", text)
    text = PAGE.sub(rf"{letter.lower()}\1", text)
    text = QUESTION.sub(f"Q{module}-", text)
    text = CASE.sub(lambda match: f"{match[1] or ''}{module}-", text)
    for folder in FOLDERS:
        text = text.replace(f"{folder}/", f"{folder}-copy-{number}/")
    return text


def _copy_folder(docs: Path, folder: str, number: int) -> None:
    target = docs / f"{folder}-copy-{number}"
    target.mkdir(parents=True)
    for page in (docs / folder).glob("*.md"):
        (target / renamed(page.name, number)).write_text(renamed(page.read_text("utf-8"), number), "utf-8")


def _is_copied(entry: object) -> bool:
    return any(folder in repr(entry) for folder in FOLDERS)


def _renamed_nav(entry: object, number: int) -> object:
    """The part of the menu that leads to copied pages, leading to copy `number`."""
    if isinstance(entry, dict):
        return {f"{title} {number}": _renamed_nav(value, number) for title, value in entry.items()}
    if isinstance(entry, list):
        return [_renamed_nav(value, number) for value in entry if _is_copied(value)]
    return renamed(entry, number)
