"""What makes an entry of the directory right. Takes entries, returns problems; reads nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from babel import Locale

from guidebook.guideline.model import LEVELS
from guidebook.problems import Problem, nearest
from guidebook.programs import HELP, SRC_PATH
from guidebook.programs.model import UNCLEAR, Age, Evidence, Format, Section
from guidebook.programs.parse import Nested
from guidebook.settings import Value
from guidebook.translations.outline import CITATION, CITATION_KEY, STATEMENT_LINK

ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
CHOICES: dict[str, tuple[str, ...]] = {
    "section": tuple(Section),
    "level": LEVELS,
    "age": tuple(Age),
    "format": tuple(Format),
    "evidence": tuple(Evidence),
    "unclear": UNCLEAR,
}
"""Setting -> its vocabulary."""
SINGLE = ("section", "evidence", "described", "name")
REQUIRED = ("section", "level", "age", "format", "country", "evidence", "described")
FACTS = (*REQUIRED, "name", "studies", "statements", "unclear")
WORDS = ("name", "what", "target", "reach", "found")
COUNTRIES = frozenset(code for code in map(str, Locale("en").territories) if re.match("^[A-Z]{2}$", code))


def check_program(
    identifier: str,
    entry: Nested,
    languages: Collection[str],
    references: Collection[str],
    statements: Collection[str],
) -> list[Problem]:
    """Rules of one entry, in all languages. `references` and `statements` are the keys and ids that exist."""
    checker = _Checker(identifier, entry)
    if not ID.match(identifier):
        fix = "write lower-case English words with hyphens between them:  child-first"
        checker.add(entry.line, "the id of a program is not one.", identifier, fix)
    _check_settings(checker, languages)
    _check_choices(checker, references, statements)
    _check_evidence(checker)
    for language in languages:
        _check_words(checker, language)
        _check_mentions(checker, language, references, statements)
    return checker.problems


def check_stray(file: Nested) -> Iterator[Problem]:
    """A setting at the margin belongs to no program."""
    for key, value in file.values.items():
        fix = f"indent it by two spaces under the id of its program, or write an id and a colon:  {key}:"
        yield Problem(SRC_PATH, value.line, f'"{key}" belongs to no program.', f"{key}: {value}", fix, HELP)


def check_shown(file: Nested, shown: Iterable[tuple[str, str, int]]) -> Iterator[Problem]:
    """Each list that has programs stands on one page. `shown`: list, page of the first language, line."""
    lists: dict[str, int] = {}
    for entry in file.inner.values():
        if section := entry.values.get("section"):
            lists.setdefault(section.text, section.line)
    places: dict[str, str] = {}
    for name, path, line in shown:
        if name in places:
            what = f'the list "{name}" of the directory stands twice.'
            yield Problem(path, line, what, f"section: {name}, first at {places[name]}", "keep one.", HELP)
        elif name in CHOICES["section"] and name not in lists:
            what = f'the list "{name}" of the directory has no program.'
            fix = f"write its programs in {SRC_PATH}, or remove the block."
            yield Problem(path, line, what, f"section: {name}", fix, HELP)
        places.setdefault(name, f"{path}:{line}")
    for name in [name for name in lists if name in CHOICES["section"] and name not in places]:
        what = f'the list "{name}" stands on no page.'
        fix = f"write on a page, in each language,  /// programs  and under it, in English,  section: {name}"
        yield Problem(SRC_PATH, lists[name], what, f"section: {name}", fix, HELP)


def _check_settings(checker: _Checker, languages: Collection[str]) -> None:
    entry = checker.entry
    for key, value in entry.values.items():
        if key in languages:
            fix = "put its words under it, indented by two more spaces:  what: …"
            checker.add(value.line, f'"{key}" of program "{checker.id}" holds no settings.', f"{key}: {value}", fix)
        elif key not in FACTS:
            checker.add(
                value.line,
                f'"{key}" is not a setting of a program.',
                f"{key}: {value}",
                nearest(key, (*FACTS, *languages)),
            )
    for key, part in entry.inner.items():
        if key not in languages:
            checker.add(part.line, f'"{key}" is not a language of the site.', f"{key}:", nearest(key, languages))
    unclear = set(checker.value("unclear").items) & set(UNCLEAR)
    for key in REQUIRED:
        if key not in entry.values and key not in unclear:
            if key in UNCLEAR:
                fix = f"add  {key}: …  or, when the source does not say,  unclear: [{key}]"
            elif key == "described":
                fix = "add the key of the work that the description comes from:  described: chdi2015"
            else:
                fix = f"add  {key}: {CHOICES[key][0]}  (or {', '.join(CHOICES[key][1:])})"
            checker.add(entry.line, f'program "{checker.id}" has no "{key}".', f'no "{key}"', fix)
        elif key in entry.values and key in unclear:
            what = f'"{key}" of program "{checker.id}" is given and is said to be unclear.'
            fix = f"keep one: {key}, or {key} in  unclear"
            checker.add(entry.values[key].line, what, f"{key}: {entry.values[key]}", fix)


def _check_choices(checker: _Checker, references: Collection[str], statements: Collection[str]) -> None:
    for key in SINGLE:
        if len(checker.value(key).items) > 1:
            checker.wrong(key, f'"{key}" of program "{checker.id}" takes one value.', "keep one.")
    known: dict[str, Collection[str]] = {**CHOICES, "country": COUNTRIES, "statements": statements}
    for key, valid in known.items():
        for item in checker.value(key).items:
            if item not in valid:
                fix = "write the two capital letters of a country:  US" if key == "country" else nearest(item, valid)
                checker.wrong(key, f'"{item}" cannot stand in "{key}" of program "{checker.id}".', fix)
    for key in ("described", "studies"):
        for item in checker.value(key).items:
            if references and item not in references:
                fix = f"add it to data/references.bib, or {nearest(item, references)}"
                checker.wrong(key, f'"{item}" of program "{checker.id}" is not in the bibliography.', fix)


def _check_evidence(checker: _Checker) -> None:
    is_reviewed = checker.value("evidence").text in (Evidence.COMPARISON, Evidence.REVIEW)
    has_studies = bool(checker.value("studies").items)
    if is_reviewed and not has_studies:
        what = f'program "{checker.id}" names no study.'
        fix = "add  studies: [key]  with keys of the bibliography, or  evidence: not-reviewed"
        checker.add(checker.value("evidence").line, what, f"evidence: {checker.value('evidence')}", fix)
    if checker.value("evidence").text == Evidence.NOT_REVIEWED and has_studies:
        what = f'program "{checker.id}" is not reviewed here, and names studies.'
        checker.wrong("studies", what, "remove  studies , or say what was read:  evidence: comparison")


def _check_words(checker: _Checker, language: str) -> None:
    part = checker.entry.inner.get(language)
    if part is None:
        if language not in checker.entry.values:
            fix = f"add  {language}:  and under it, indented by two more spaces, its words"
            checker.add(checker.entry.line, f'program "{checker.id}" has no words in "{language}".', "nothing", fix)
        return
    for key, value in part.values.items():
        if key not in WORDS:
            checker.add(value.line, f'"{key}" is not one of the words of a program.', key, nearest(key, WORDS))
    for key, part_entry in part.inner.items():
        checker.add(part_entry.line, f'"{key}" is not one of the words of a program.', key, nearest(key, WORDS))
    for key, reason in _wanted(checker).items():
        if key not in part.values:
            what = f'program "{checker.id}" has no "{key}" in "{language}".'
            checker.add(part.line, what, f'no "{key}"', f"add  {key}: …  ({reason})")
    for key, reason in _unwanted(checker).items():
        if key in part.values:
            what = f'program "{checker.id}" has a "{key}" in "{language}" that would not be shown.'
            checker.add(part.values[key].line, what, f"{key}: {part.values[key]}", f"remove it ({reason})")
    if found := part.values.get("found"):
        _check_citations(checker, found)


def _wanted(checker: _Checker) -> dict[str, str]:
    """Words that must be there, and why."""
    wanted = {"what": "what it is, in our own words"}
    if "name" not in checker.entry.values:
        wanted["name"] = "its name in this language, or one name beside the other facts"
    if "target" not in checker.value("unclear").items:
        wanted["target"] = "for whom it is; when the source does not say,  unclear: [target]"
    if checker.value("section").text != Section.LITERATURE:
        wanted["reach"] = "where it was offered, as the source says"
    if checker.value("studies").items:
        wanted["found"] = "what its studies found, and their limits"
    return wanted


def _unwanted(checker: _Checker) -> dict[str, str]:
    unwanted = {}
    if "name" in checker.entry.values:
        unwanted["name"] = "it stands beside the other facts, for every language"
    if "target" in checker.value("unclear").items:
        unwanted["target"] = "it is said to be unclear"
    if checker.value("section").text == Section.LITERATURE:
        unwanted["reach"] = "a program of the literature is offered nowhere that we could name"
    if not checker.value("studies").items:
        unwanted["found"] = "no study is named"
    return unwanted


def _check_mentions(checker: _Checker, language: str, references: Collection[str], statements: Collection[str]) -> None:
    """Works and statements that the words name exist; else the brackets would be printed."""
    part = checker.entry.inner.get(language)
    for key, value in part.values.items() if part else ():
        for work in _cited_in(value):
            if references and work not in references and key != "found":  # `found` cites its studies alone
                what = f'"{key}" of program "{checker.id}" cites a work that is not in the bibliography.'
                checker.add(value.line, what, f"[@{work}]", nearest(work, references))
        for statement in STATEMENT_LINK.findall(value.text):
            if statement not in statements:
                what = f'"{key}" of program "{checker.id}" links to a statement that does not exist.'
                checker.add(value.line, what, f"[[{statement}]]", nearest(statement, statements))


def _cited_in(words: Value) -> list[str]:
    return [key for group in CITATION.findall(words.text) for key in CITATION_KEY.findall(group)]


def _check_citations(checker: _Checker, found: Value) -> None:
    """What was found is carried by the studies that the facts name, by all of them and by no other."""
    studies = set(checker.value("studies").items)
    cited = set(_cited_in(found))
    for key in sorted(studies - cited):
        what = f'"found" of program "{checker.id}" does not cite "{key}".'
        checker.add(
            found.line, what, f"found: {found}", f"write what it found and  [@{key}] , or remove it from  studies"
        )
    for key in sorted(cited - studies):
        what = f'"found" of program "{checker.id}" cites "{key}", which is not one of its studies.'
        checker.add(found.line, what, f"[@{key}]", f"add it to  studies , or remove  [@{key}]")


class _Checker:
    def __init__(self, identifier: str, entry: Nested) -> None:
        self.id = identifier
        self.entry = entry
        self.problems: list[Problem] = []

    def value(self, key: str) -> Value:
        return self.entry.values.get(key, Value("", (), self.entry.line))

    def wrong(self, key: str, what: str, fix: str) -> None:
        """The value of a setting is wrong."""
        value = self.value(key)
        self.add(value.line, what, f"{key}: {value}", fix)

    def add(self, line: int, what: str, found: str, fix: str) -> None:
        self.problems.append(Problem(SRC_PATH, line, what, found, fix, HELP))
