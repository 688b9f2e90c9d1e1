"""The page that is measured: the first lesson with ten choice questions of the module; the same ten for the peers."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from string import Template

from markdown import markdown

from guidebook.blocks import Block
from guidebook.learning.model import Question, Type, Verdict
from guidebook.library import Library, Page

FOLDER = "modules/competencies"
LESSON = f"{FOLDER}/1-1.md"
PASSAGE = re.compile(r"^( +passage: ).*$", re.MULTILINE)
MENTION = re.compile(r"\[\[([^\]]+)\]\]")
CITATION = re.compile(r"\s*\[@[^\]]+\]")
FLOOR = Path(__file__).with_name("floor")
DESCRIPTION = "A page of the bench, with the words of the first lesson and questions of the whole module."
WORDS = {"en": ("Check", "Answers and reasons"), "fr": ("Vérifier", "Réponses et raisons")}


@dataclass(frozen=True)
class Source:
    """A question and its lines as an author typed them."""

    question: Question
    markdown: str


def choice_questions(library: Library, language: str) -> list[Source]:
    """The choice questions of the module, in the order of their ids in the first language."""
    found = []
    for uri, page in library.pages[language].items():
        if uri.startswith(FOLDER):
            blocks = {block.line: block for block in page.blocks}
            found += [Source(question, _lines(page, blocks[question.line])) for question in page.questions]
    return sorted((one for one in found if one.question.type is Type.CHOICE), key=lambda one: one.question.id)


def ids(count: int, first: int) -> list[str]:
    """Ids that no question of the module has."""
    return [f"Q{first + number // 100}-{number % 100:02}" for number in range(count)]


def our_page(library: Library, language: str, count: int, first: int) -> str:
    """The lesson's words, then `count` questions in our syntax, with ids of their own."""
    return "\n\n".join([_words(library, language), *_questions(library, language, count, first)]) + "\n"


def small_page(library: Library, language: str, count: int, first: int) -> str:
    """A heading that each question can send back to, and `count` questions."""
    head = f"---\ndescription: {DESCRIPTION}\n---\n\n# {first}.1\n\n## Bench {{#relationships-first}}"
    return "\n\n".join([head, *_questions(library, language, count, first)]) + "\n"


def _questions(library: Library, language: str, count: int, first: int) -> list[str]:
    sources = islice(cycle(choice_questions(library, language)[:10]), count)
    return [
        PASSAGE.sub(r'\1"#relationships-first"', source.markdown).replace(source.question.id, identifier, 1)
        for source, identifier in zip(sources, ids(count, first), strict=False)
    ]


def quiz_page(library: Library, language: str) -> str:
    """The same words, and the same ten questions as mkdocs-quiz writes them."""
    questions = [source.question for source in choice_questions(library, language)[:10]]
    return "\n\n".join([_words(library, language), *map(_quiz, questions)]) + "\n"


def write_floor(library: Library, folder: Path) -> None:
    """The ten questions by hand: one page a language, one style, one script."""
    template = Template((FLOOR / "floor.html").read_text("utf-8"))
    for language in library.languages:
        questions = [source.question for source in choice_questions(library, language)[:10]]
        page = template.substitute(language=language, questions="\n".join(_plain(one, language) for one in questions))
        (folder / language).mkdir(parents=True)
        (folder / language / "index.html").write_text(page, "utf-8")
    for name in ("floor.css", "floor.js"):
        (folder / name).write_bytes((FLOOR / name).read_bytes())


def _words(library: Library, language: str) -> str:
    """What a learner reads in the lesson, without its questions: a trainer's note needs a page of a module."""
    page = library.page(language, LESSON)
    lines = list(page.source.body)
    offset = page.source.body_start + 1
    for block in reversed(page.blocks):
        if block.name in ("question", "trainer"):
            del lines[block.line - offset : block.end - offset + 1]
    return f"---\ndescription: {DESCRIPTION}\n---\n" + "\n".join(lines).strip()


def _lines(page: Page, block: Block) -> str:
    return "\n".join(page.source.lines[block.line - 1 : block.end])


def _quiz(question: Question) -> str:
    parts = ["<quiz>", _bare(question.stem), ""]
    for option in question.options:
        reason = _bare(option.reason).replace("\n", "\n  > ")
        parts += [f"- [{'x' if option.verdict is Verdict.BEST else ' '}] {_bare(option.text)}", f"  > {reason}"]
    return "\n".join([*parts, "", _bare(question.closing), "</quiz>"])


def _plain(question: Question, language: str) -> str:
    check, answers = WORDS[language]
    options = "\n".join(
        f'<label><input type="radio" name="{question.id}" value="{option.key}"> {_html(option.text)}</label>'
        for option in question.options
    )
    reasons = "\n".join(
        f'<li data-key="{option.key}"><strong>{html.escape(option.text)}</strong> {_html(option.reason)}</li>'
        for option in question.options
    )
    return (
        f'<plain-question id="{question.id}"><fieldset><legend>{_html(question.stem)}</legend>\n{options}\n'
        f'</fieldset>\n<button type="button" disabled>{check}</button><output></output>\n'
        f"<details><summary>{answers}</summary><ul>\n{reasons}\n</ul>{_html(question.closing)}</details></plain-question>"
    )


def _html(text: str) -> str:
    return markdown(_bare(text)).removeprefix("<p>").removesuffix("</p>")


def _bare(text: str) -> str:
    """Without links to statements and sources, which peers do not have."""
    return CITATION.sub("", MENTION.sub(r"\1", text))
