"""`data/references.bib` -> references. BibTeX is read by pybtex; the CSL names of fields and kinds are decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from guidebook.problems import Problem, nearest
from guidebook.sources import clean_lines

HELP = "docs/en/contribute.md#sources"
COMPARE = "compare it with the entry above it: every entry is  @kind{key, field = {words}, … }"
NAMED = re.compile(r"(?:entry: |entry with key |in ')([^' ]+)")
"""What pybtex's message is about, when it gives no line."""
YEAR = re.compile(r"^\d{4}$", re.ASCII)

KINDS = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "techreport": "report",
    "misc": "document",
}
"""BibTeX kind -> CSL kind."""
FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "address": "publisher-place",
    "edition": "edition",
    "doi": "DOI",
    "url": "URL",
    "type": "genre",
    "howpublished": "publisher",
}
"""BibTeX field -> CSL variable."""
UNSHOWN = ("year", "langid", "design", "note", "keywords", "series", "month")
"""Fields that are read in another way, or are for maintainers: `note` says how an entry was checked."""
TRANSLATED = re.compile(r"^(author|howpublished|institution|edition|url)_([a-z]{2})$")
"""`author_fr`: what a page in French says in the place of `author`, of what has a name in each language."""
OPENING = re.compile(r"^\s*@\s*\w+\s*[{(]")
PEOPLE = ("author", "editor")
ET_AL = "et al."


class Design(StrEnum):
    """How a work came to what it says, where that is known; guidance, laws, theory and manuals have none."""

    TRIAL = "trial"
    """People, families or classrooms were placed in groups by chance."""
    REVIEW = "review"
    """Gathers the studies of others on one question, systematically or not."""
    STUDY = "study"
    """Any other study that its authors carried out: a survey, interviews, observation, an experiment."""


@dataclass(frozen=True)
class Reference:
    key: str
    csl: dict[str, Any] = field(hash=False)
    """The work as CSL JSON, in its own language."""
    language: str
    """Of the work, so that a page in another language can say so: `en`."""
    line: int
    design: Design | None = None
    translated: Mapping[str, dict[str, Any]] = field(default_factory=dict, hash=False)
    """Language -> the CSL variables that are others in it."""

    def csl_in(self, language: str) -> dict[str, Any]:
        """The work as a page of that language names it."""
        return self.csl | self.translated.get(language, {})


def load_references(path: Path, root: Path) -> tuple[dict[str, Reference], list[Problem]]:
    """Every reference by key, in the order of the file. A mistake in the file is a problem, never a traceback."""
    src_path = path.relative_to(root).as_posix()
    try:
        lines, unclean = clean_lines(path.read_text("utf-8"), src_path, HELP)
        text = "\n".join(lines)
        entries = parse_string(text, "bibtex").entries
    except (OSError, UnicodeDecodeError) as error:
        found = getattr(error, "strerror", None) or f"byte {getattr(error, 'start', 0)} is not UTF-8"
        fix = "put it back from an earlier version of the project, and save it as UTF-8."
        return {}, [Problem(src_path, 1, "the bibliography cannot be read.", found, fix, HELP)]
    except (PybtexError, RecursionError) as error:
        line = _line_of(error, text)
        return {}, [*unclean, Problem(src_path, line, "the bibliography cannot be read.", str(error), COMPARE, HELP)]
    problems = [*unclean, *_check_outside(lines, src_path)]
    problems += [found for key, entry in entries.items() for found in _check(key, entry, text, src_path)]
    if not entries:
        problems.append(Problem(src_path, 1, "the bibliography has no entry.", "no @", "put its entries back.", HELP))
    return {key: _reference(key, entry, text) for key, entry in entries.items()}, problems


def _check_outside(lines: Sequence[str], src_path: str) -> Iterator[Problem]:
    """BibTeX takes words between two entries for a remark: an entry without its @ would be lost in silence."""
    depth = 0
    for number, line in enumerate(lines, 1):
        if not depth and line.strip() and not line.lstrip().startswith("%") and not OPENING.match(line):
            yield Problem(src_path, number, "these words belong to no entry.", line.strip(), COMPARE, HELP)
        depth = max(0, depth + line.count("{") - line.count("}"))


def _line_of(error: Exception, text: str) -> int:
    named = NAMED.search(str(error))
    at = text.rfind(named[1]) if named else -1
    return getattr(error, "lineno", None) or (text.count("\n", 0, at) + 1 if at >= 0 else 1)


def _line(key: str, text: str) -> int:
    match = re.search(r"^\s*@\w+\s*\{\s*" + re.escape(key) + r"\s*,", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 1


def _check(key: str, entry: Entry, text: str, src_path: str) -> list[Problem]:
    """What citeproc-py would print as a gap, or end on."""
    year = entry.fields.get("year", "")
    checks = (
        ("title", bool(entry.fields.get("title")), "add  title = {…},"),
        ("author", bool(entry.persons.get("author") or entry.persons.get("editor")), "add  author = {…},"),
        ("year in four digits", not year or bool(YEAR.match(year)), "write  year = {2015}, or leave the line out."),
    )
    line, problems = _line(key, text), []
    for name, is_right, fix in checks:
        if not is_right:
            what = f'the entry "{key}" has no {name}.'
            problems.append(Problem(src_path, line, what, f"@{entry.type}{{{key}, …", fix, HELP))
    if entry.type not in KINDS:
        what = f'"{entry.type}" is not a kind of work.'
        problems.append(Problem(src_path, line, what, f"@{entry.type}{{{key}, …", nearest(entry.type, KINDS), HELP))
    known = (*FIELDS, *UNSHOWN)
    for name in (name for name in entry.fields if name.lower() not in known and not TRANSLATED.match(name)):
        what = f'the entry "{key}" has a field "{name}", which nobody reads.'
        found, fix = f"{name} = {{{entry.fields[name]}}}", nearest(name.lower(), (*known, *PEOPLE))
        problems.append(Problem(src_path, line, what, found, fix, HELP))
    design = entry.fields.get("design", "")
    if design and design not in tuple(Design):
        what = f'the entry "{key}" has a design that does not exist.'
        problems.append(Problem(src_path, line, what, f"design = {{{design}}}", nearest(design, tuple(Design)), HELP))
    return problems


def _reference(key: str, entry: Entry, text: str) -> Reference:
    csl: dict[str, Any] = {"id": key, "type": KINDS.get(entry.type, "document")}
    for name, variable in FIELDS.items():
        if name in entry.fields:
            csl[variable] = plain(entry.fields[name])
    if entry.type == "techreport" and "number" in entry.fields:
        csl["number"] = csl.pop("issue")
    for role in PEOPLE:
        if entry.persons.get(role):
            csl[role] = [_name(person) for person in entry.persons[role]]
    if YEAR.match(entry.fields.get("year", "")):
        csl["issued"] = {"date-parts": [[int(entry.fields["year"])]]}
    design = entry.fields.get("design", "")
    language = {"french": "fr"}.get(entry.fields.get("langid", ""), "en")
    kind = Design(design) if design in tuple(Design) else None
    return Reference(key, csl, language, _line(key, text), kind, _translated(entry))


def _translated(entry: Entry) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, words in entry.fields.items():
        if match := TRANSLATED.match(name):
            is_author = match[1] == "author"
            value = [{"literal": plain(words)}] if is_author else plain(words)
            found.setdefault(match[2], {})["author" if is_author else FIELDS[match[1]]] = value
    return found


def plain(latex: str) -> str:
    r"""BibTeX's own spelling as Unicode: `Human \& Development`, `{ACE}`, `385--393`, `` `quoted' ``."""
    words = str(Text.from_latex(latex))
    return words.replace("--", "–").replace("`", "‘").replace("'", "’")


def _name(person: Person) -> dict[str, str]:
    if str(person) == "others":
        return {"literal": ET_AL}
    family = [*person.prelast_names, *person.last_names]
    given = [*person.first_names, *person.middle_names]
    if not given:
        return {"literal": plain(" ".join(family))}
    return {"family": plain(" ".join(family)), "given": plain(" ".join(given))}
