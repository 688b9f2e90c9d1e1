"""`data/documents.yml` -> which documents there are, of which pages, under which names; and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guidebook.nested import Node, read_records
from guidebook.problems import Problem, nearest

SRC_PATH = "data/documents.yml"
HELP = "docs/en/contribute.md#documents"
EXAMPLES = {
    "kind": "kind: guideline",
    "title": 'title: {en: "Competencies for practice", fr: "Compétences pour la pratique"}',
    "subtitle": 'subtitle: {en: "Best-practice guideline", fr: "Ligne directrice"}',
    "file": 'file: {en: "competencies-en.pdf", fr: "competences-fr.pdf"}',
    "pages": "pages: [guidelines/competencies/index.md, references.md]",
    "stand_ins": "stand_ins: {guidelines/competencies/about.md: references.md}",
    "module": "module: modules/competencies",
}
"""Setting -> a line that is right. A document has the first four, and pages (perhaps with stand-ins) or a module."""
OPTIONAL = ("stand_ins", "module")
KINDS = {"pages": ("guideline",), "module": ("handout", "answers", "guide")}
"""What a document is made of -> the kinds that are made of it."""
TRAINER = "trainer.md"
"""The page of a module for whoever leads a group: the guide begins with it."""
TRANSLATED = ("title", "subtitle", "file")
FILE = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\.pdf$")


@dataclass(frozen=True)
class Plan:
    """One document."""

    key: str
    kind: str
    title: Mapping[str, str]
    subtitle: Mapping[str, str]
    file: Mapping[str, str]
    pages: tuple[str, ...] = ()
    """src_uris, in the order of the document; none for what is printed of a module."""
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """A page of the document -> the page that it stands for: the guideline's own references for those of the site."""
    module: str = ""
    """The folder of the module that it is printed of: `modules/competencies`."""

    @property
    def home(self) -> str:
        """The page where readers find the latest one."""
        return f"{self.module}/index.md" if self.module else self.pages[0]


def read_plans(
    root: Path, languages: tuple[str, ...], src_uris: Collection[str]
) -> tuple[dict[str, Plan], list[Problem]]:
    """Key -> document, in the order of the file; whole where there is no problem. `src_uris`: the pages that exist."""
    records, problems = read_records(root / SRC_PATH, root, HELP)
    reader = _Reader(languages, src_uris, problems)
    return {key: reader.read(key, node) for key, node in records.items()}, reader.problems


class _Reader:
    def __init__(self, languages: tuple[str, ...], src_uris: Collection[str], problems: list[Problem]) -> None:
        self.languages, self.src_uris, self.problems = languages, src_uris, problems
        self.files: dict[str, int] = {}
        """Name of a file -> the line that gives it."""

    def read(self, key: str, node: Node) -> Plan:
        for name, value in node.fields.items():
            if name not in EXAMPLES:
                self._add(value, f'"{name}" is not a setting of a document.', value.typed, nearest(name, EXAMPLES))
        made_of = [name for name in KINDS if name in node.fields]
        if len(made_of) == 2:
            what = f'the document "{key}" has both pages and a module.'
            self._add(node.fields["module"], what, node.fields["module"].typed, "keep one of the two.")
        for name, example in EXAMPLES.items():
            if name not in node.fields and (name not in KINDS or not made_of) and name not in OPTIONAL:
                self._add(node, f'the document "{key}" has no "{name}".', node.typed, f"add under it  {example}")
        words = {name: self._translated(name, node.fields[name]) for name in TRANSLATED if name in node.fields}
        kind, valid = node.fields.get("kind", node), KINDS[made_of[0]] if made_of else ()
        if "kind" in node.fields and valid and kind.text not in valid:
            what = f'"{kind.text}" is not a kind of document that is made of "{made_of[0]}".'
            self._add(kind, what, kind.typed, nearest(kind.text, valid))
        for language, file in words.get("file", {}).items():
            self._check_file(node.fields["file"].fields[language], file)
        pages = self._pages(node.fields["pages"]) if "pages" in node.fields else ()
        module = self._module(node.fields["module"]) if "module" in node.fields else ""
        titles, subtitles, files = (words.get(name, {}) for name in TRANSLATED)
        stand_ins = self._stand_ins(node.fields["stand_ins"], pages) if "stand_ins" in node.fields else {}
        return Plan(key, kind.text, titles, subtitles, files, pages, stand_ins, module)

    def _translated(self, name: str, node: Node) -> dict[str, str]:
        """The words of each language, without those that are missing."""
        filled = {language: words.text for language, words in node.fields.items() if words.is_words}
        if set(filled) != set(self.languages) or len(node.fields) != len(filled):
            self._unreadable(name, node)
        return filled

    def _check_file(self, node: Node, name: str) -> None:
        if not FILE.match(name):
            fix = f"write lower-case words without accents, joined by hyphens:  {EXAMPLES['file']}"
            self._add(node, f'"{name}" cannot be the name of a PDF.', node.typed, fix)
        elif name in self.files:
            what = f'two documents have the same file "{name}".'
            self._add(node, what, f"{name}, first on line {self.files[name]}", "give one of them another name.")
        self.files.setdefault(name, node.line)

    def _pages(self, node: Node) -> tuple[str, ...]:
        if not node.items or not all(item.is_words for item in node.items):
            self._unreadable("pages", node)
            return ()
        pages = tuple(item.text for item in node.items)
        for number, item in enumerate(node.items):
            if item.text not in self.src_uris:
                fix = nearest(item.text, self.src_uris)
                self._add(item, f'the page "{item.text}" of a document does not exist.', item.typed, fix)
            elif item.text in pages[:number]:
                self._add(item, f'the page "{item.text}" stands twice in a document.', item.typed, "keep one.")
        return pages

    def _stand_ins(self, node: Node, pages: tuple[str, ...]) -> dict[str, str]:
        if not node.fields:
            self._unreadable("stand_ins", node)
        for page, other in node.fields.items():
            if page not in pages:
                what = f'"{page}" stands for another page and is not in the document.'
                self._add(other, what, other.typed, nearest(page, pages))
            if other.text not in self.src_uris:
                what = f'the page "{other.text}" of a document does not exist.'
                self._add(other, what, other.typed, nearest(other.text, self.src_uris))
        return {page: other.text for page, other in node.fields.items()}

    def _module(self, node: Node) -> str:
        folders = [uri.removesuffix(f"/{TRAINER}") for uri in self.src_uris if uri.endswith(f"/{TRAINER}")]
        if node.text not in folders:
            what = f'"{node.text}" is not a module with a page for trainers.'
            self._add(node, what, node.typed, nearest(node.text, folders))
        return node.text

    def _unreadable(self, name: str, node: Node) -> None:
        self._add(node, f'"{name}" is not written as it should be.', node.typed, f"write  {EXAMPLES[name]}")

    def _add(self, node: Node, what: str, found: str, fix: str) -> None:
        self.problems.append(Problem(SRC_PATH, node.line, what, found, fix, HELP))
