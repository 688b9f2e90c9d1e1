"""What makes a page right, whatever it is about: its blocks, headings and mentions of other places. Reads nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from guidebook import agenda, catalogue, overviews
from guidebook.blocks import Block, check_vocabulary, unknown_word
from guidebook.comparison import check_comparison
from guidebook.figures.rules import check_block_of_figure, shown_in
from guidebook.library import Library, Page
from guidebook.problems import Problem, nearest
from guidebook.programs.model import Section
from guidebook.training import module
from guidebook.training import parse as training

CASE_ID = re.compile(r"^\d{1,3}-[A-Z]$")
BARE_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
VAGUE = frozenset(
    {
        *("", "here", "click here", "click", "this", "this link", "this page", "link", "page", "more", "read more"),
        *("see more", "learn more", "find out more", "more information", "more info", "details", "read", "see"),
        *("continue", "go", "see here", "read here", "download", "click this link", "website", "this website"),
        *("ici", "cliquez ici", "cliquer ici", "cliquez", "ce lien", "cette page", "lien", "plus", "lire plus"),
        *(
            "en savoir plus",
            "pour en savoir plus",
            "voir plus",
            "lire la suite",
            "la suite",
            "suite",
            "plus d'information",
        ),
        *(
            "plus d'informations",
            "détails",
            "voir",
            "lire",
            "voir ici",
            "lire ici",
            "continuer",
            "télécharger",
            "par ici",
        ),
        *("site", "site web", "ce site"),
    }
)
"""Words of a link that say nothing alone."""
BLOCKS = (
    *("statement", "question", "case", "care", "try", "caution", "doors", "worksheet"),
    *("levels", "glossary", "figure", "references", "reviews", "clear", "help-checked", "counts"),
    *("lessons", "revisit", "workbook"),
    *("statements", "rests-on", "cite", "situations", "compare", "agenda"),
    *("session", "upcoming-sessions", "past-sessions", "subscribe"),
    *("filter", "programs", "coverage", "trainer", "plans", "papers"),
)
"""What may follow `///` at the top level of a page."""
SETTINGS = {
    **overviews.SETTINGS,
    **{"agenda": agenda.SETTINGS, "programs": ("section",), "filter": ("list",), "trainer": training.SETTINGS},
}
"""Block -> its settings, which stand in the first language only. Statements and questions have rules of their own."""
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "programs": {"section": tuple(Section)},
    "filter": {"list": ("programs",)},
}
"""Block -> settings that it must have -> what each may say."""


def is_vague(words: str) -> bool:
    """Whether the words of a link say nothing without those around it, in any language of the site."""
    return " ".join(BARE_WORD.findall(words.casefold().replace("’", "'"))) in VAGUE


def check_block(library: Library, page: Page, block: Block) -> Iterator[Problem]:
    is_first = page.source.language == library.first_language
    if block.name not in BLOCKS:
        yield unknown_word(page.source, block.line, f'"{block.name}" is not a kind of block', block.name, BLOCKS)
    elif block.name not in ("statement", "question", "case"):
        yield from check_vocabulary(block, page.source, SETTINGS.get(block.name, ()) if is_first else (), ())
        yield from _check_content(library, page, block, is_first)
    help = f"docs/{page.source.language}/contribute.md#blocks"
    if block.name == "case" and block.title and not CASE_ID.match(block.identifier):
        fix = "begin its title with the number of the module and a capital letter:  /// case | 1-A Short title"
        found = f"/// case | {block.title}"
        yield Problem(page.source.src_path, block.line, "the case has no id.", found, fix, help)
    if block.name in ("try", "caution", "case") and not block.title:
        yield Problem(
            page.source.src_path,
            block.line,
            f'the block "{block.name}" has no title.',
            f"/// {block.name}",
            f"write  /// {block.name} | A few words",
            help,
        )


def _check_content(library: Library, page: Page, block: Block, is_first: bool) -> Iterator[Problem]:
    if block.name == "agenda":
        yield from agenda.check_agenda(page, block, is_first)
    elif block.name == catalogue.BLOCK:
        yield from catalogue.check_lessons(library, page, block)
    elif block.name == "compare":
        yield from check_comparison(page, block)
    elif block.name == "figure":
        twin = library.pages[library.first_language].get(page.source.src_uri, page)
        yield from check_block_of_figure(block, shown_in(twin.blocks), page.source, library.figures)
    elif block.name in overviews.SETTINGS:
        yield from overviews.check_selection(library, page, block)
    elif block.name in module.OF_A_MODULE:
        yield from module.check_module_block(library, page, block) if is_first else ()
    elif is_first:
        yield from _check_choices(page, block)


def _check_choices(page: Page, block: Block) -> Iterator[Problem]:
    """Settings without which a block would show nothing."""
    for key, valid in CHOICES.get(block.name, {}).items():
        value = block.options.get(key)
        if value is None or value.text not in valid:
            found, line = (f"{key}: {value}", value.line) if value else (f'no "{key}"', block.line)
            either = f"  (or {', '.join(valid[1:])})" if valid[1:] else ""
            fix = f"write under the opening line, indented by four spaces:  {key}: {valid[0]}{either}"
            help = f"docs/{page.source.language}/contribute.md#programs"
            what = f'the block "{block.name}" does not say which {key} it shows.'
            yield Problem(page.source.src_path, line, what, found, fix, help)


def check_passage(library: Library, page: Page, passage: str, line: int, question_id: str) -> Iterator[Problem]:
    """The place in a lesson that a question points back to must exist."""
    if not passage:
        return
    uri, _, anchor = passage.partition("#")
    folder = posixpath.dirname(page.source.src_uri)
    src_uri = posixpath.normpath(posixpath.join(folder, uri)) if uri else page.source.src_uri
    target = library.pages[page.source.language].get(src_uri)
    anchors = {heading.anchor for heading in target.outline.headings} - {""} if target else set()
    if anchor in anchors:
        return
    if target is None:
        fix = 'name a page of the same folder, as in  passage: "1-2.md#heading-id"'
    else:
        an_id = f"give a heading of {target.source.src_path} an id:  {{#{anchor or 'two-words'}}}"
        fix = nearest(anchor, anchors) if anchors else an_id
    yield Problem(
        page.source.src_path,
        line,
        f'question "{question_id}" points back to a passage that does not exist.',
        f"passage: {passage}",
        fix,
        f"docs/{page.source.language}/contribute.md#questions",
    )


def check_headings(page: Page) -> Iterator[Problem]:
    help = f"docs/{page.source.language}/contribute.md#headings"
    src_path = page.source.src_path
    headings = page.outline.headings
    if not headings or headings[0].level != 1:
        line = headings[0].line if headings else page.source.body_start + 1
        found = f"{'#' * headings[0].level} {headings[0].text}" if headings else "no heading"
        yield Problem(src_path, line, "the page does not begin with its title.", found, "begin with  # Title", help)
    for near in page.outline.near_headings:
        what = "this line is almost a heading."
        fix = "write one to six #, one ordinary space, then the words:  ## Words {#two-words}"
        yield Problem(src_path, near.line, what, near.text, fix, help)
    previous = 1
    for heading in headings[1:]:
        found = f"{'#' * heading.level} {heading.text}"
        if heading.level == 1:
            yield Problem(src_path, heading.line, "this is a second title.", found, f"write  #{found}", help)
        elif heading.level > previous + 1:
            fix = f"write  {'#' * (previous + 1)} {heading.text}"
            what = f"this heading jumps from level {previous} to level {heading.level}."
            yield Problem(src_path, heading.line, what, found, fix, help)
        elif not heading.anchor:
            what = "this heading has no id of its own, so its address would differ in each language."
            yield Problem(src_path, heading.line, what, found, f"write  {found} {{#two-words}}", help)
        previous = heading.level


def check_mentions(library: Library, page: Page) -> Iterator[Problem]:
    source = page.source
    help = f"docs/{source.language}/contribute.md#links"
    for image in page.outline.images:
        if not image.text.strip():
            fix = "say in a few words what the image shows:  ![words](file)"
            yield Problem(source.src_path, image.line, "this image has no alternative text.", "![](…)", fix, help)
    for link in page.outline.link_texts:
        if is_vague(link.text):
            what = "this link does not say where it goes; read alone, as screen readers list links, it says nothing."
            fix = "make a link of the words that name the page:  Read [the list of help lines](help.md)."
            yield Problem(source.src_path, link.line, what, f"[{link.text}](…)", fix, help)
    for citation in page.outline.bad_citations:
        what = "there is more than keys between these brackets, and it would be lost."
        fix = "write only keys, each with its @, and ; between them:  [@squires2015; @cox1987]"
        yield Problem(source.src_path, citation.line, what, f"[{citation.text}]", fix, help)
    for citation in page.outline.citations:
        if library.references and citation.text not in library.references:
            what = "this source is not in the bibliography."
            fix = f"add it to data/references.bib, or {nearest(citation.text, library.references)}"
            yield Problem(source.src_path, citation.line, what, f"[@{citation.text}]", fix, help)
    known = library.statements[library.first_language]
    for link in page.outline.statement_links:
        if link.text not in known:
            what = "this statement does not exist."
            yield Problem(source.src_path, link.line, what, f"[[{link.text}]]", nearest(link.text, known), help)
