"""References as a reader meets them: "(Tronick et al., 1978)" in a sentence, the full entry in the list.

Styles are CSL files, run by citeproc-py: APA 7 in English, the same with « et » and Canadian French terms in French.
"""

from __future__ import annotations

import html
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from guidebook.bibliography.load import ET_AL, Reference

STYLES_DIR = Path(__file__).parents[3] / "data" / "csl"
TAG = re.compile(r"</?[ib]>")
PAIR = re.compile(r"<([ib])>((?:(?!</?[ib]>).)*)</\1>")
ADDRESS = re.compile(r"https?://[^\s<]+[^\s<.,;)]")
EDITORS = re.compile(r"\(eds?\.\)")
TWO_STOPS = re.compile(r"([?!](?:</em>)?)\.(?=\s|$)")
"""After a title that asks, citeproc-py puts the full stop all the same."""
LOCALES = {"en": "en-US", "fr": "fr-CA"}


@dataclass(frozen=True)
class Citations:
    """All references in one language."""

    short: dict[str, str]
    """Key -> `Tronick et al., 1978`, plain text."""
    entries: dict[str, str]
    """Key -> the full entry as HTML, in the order of the list."""


def render_citations(references: dict[str, Reference], language: str) -> Citations:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py warns of CSL fields that it does not know; none is ours
        source = CiteProcJSON([reference.csl_in(language) for reference in references.values()])
        bibliography = CitationStylesBibliography(_style(language), source, formatter.html)
        citations = {key: Citation([CitationItem(key)]) for key in references}
        for citation in citations.values():
            bibliography.register(citation)
        short = {key: _bare(str(bibliography.cite(c, lambda _: None))) for key, c in citations.items()}
        bibliography.sort()
        entries = bibliography.bibliography()
        return Citations(
            short, {item.key: _tidy(str(entry)) for item, entry in zip(bibliography.items, entries, strict=True)}
        )


@lru_cache
def _style(language: str) -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLES_DIR / f"{language}.csl"), locale=LOCALES[language], validate=False)


def _bare(citation: str) -> str:
    text = TAG.sub("", html.unescape(citation)).strip("()")  # a work without author is named by its title
    return _mend_others(text)


def _tidy(entry: str) -> str:
    """Well-formed HTML: citeproc-py escapes some ampersands and not others."""
    entry = html.unescape(entry)
    # In pairs: what is left of the signs < and > was typed by an author.
    while PAIR.search(entry):
        entry = PAIR.sub("\x01\\1\x02\\2\x01/\\1\x02", entry)
    entry = html.escape(entry, quote=False).replace("\x01", "<").replace("\x02", ">")
    entry = ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', entry)
    entry = EDITORS.sub(lambda label: label[0].replace("(ed", "(Ed"), entry)  # citeproc-py forgets the style's capital
    entry = entry.replace("<i>", "<em>").replace("</i>", "</em>")
    return _mend_others(TWO_STOPS.sub(r"\1", entry))


def _mend_others(text: str) -> str:
    """`A, B., & et al.` -> `A, B., et al.`: BibTeX's "and others" is not a last author."""
    for joint in (", &amp; ", ", & ", ", et ", " &amp; ", " & ", " et "):
        text = text.replace(joint + ET_AL, (", " if joint.startswith(",") else " ") + ET_AL)
    return text.replace(ET_AL + ".", ET_AL)
