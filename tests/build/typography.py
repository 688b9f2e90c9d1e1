"""The text of a built page as its language sets it: Canadian French after Le guide du rédacteur, and English.

Reads whole blocks, so that a space and the colon after it are seen together when a link ends between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import lxml.html
from tests.build.reading import BuiltPage

UNREAD = frozenset({"code", "pre", "script", "style", "kbd", "samp", "textarea", "math"})
INLINE_TAGS = """
a abbr b bdi bdo button cite del dfn em i ins label mark q s small span strong sub sup time u var tspan
"""
INLINE = frozenset(INLINE_TAGS.split())
GONE = "\ufffc"
"""Stands for what is not read, or is of another language: a word of some kind."""
ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
OF_THE_THEME = {"md-footer__link"}
"""Material writes a colon into their names; what is shown is set."""
DIRECT = "https?://\\S+|\\b[\\w.-]+\\.(?:md|pdf|ics|csv|json|yml)\\b|\\b\\w+@\\w\\S+"
"""Addresses and names of files, whose signs are their own."""
WITHOUT_ACCENT = r"Etat|Ecole|Ecout|Ecri|Educat(?!ion\b)|Equipe|Etape|Etre|Evalu|Evit|Enonc"
QUOTING = ("fr/contribute/index.html", "fr/maintain/index.html")
"""Pages that quote what the build says, in English, with the signs that authors type."""
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
BOTH = (
    ("a straight quotation mark", r"[\"']"),
    ("three points for an ellipsis", r"\.\.\."),
    ("a hyphen for a dash", r"(?<=\w)(?<!Attribution) -{1,2} (?=\w)"),
    ("a space before a comma or a full stop", r"[ \u00a0\u202f][,.](?=[\s\u00a0]|$)"),
    ("a space inside a parenthesis", r"[(\[][ \u00a0\u202f]+\w|\w[ \u00a0\u202f]+[)\]]"),
    ("two spaces of which one does not break", r"[\u00a0\u202f][ \u00a0\u202f]| [\u00a0\u202f]"),
)
RULES = {
    "en": (
        *BOTH,
        ("a French quotation mark", r"[«»]"),
        ("a space before a sign", r"(?<=\w)[ \u00a0\u202f][:;!?%](?=[\s\u00a0]|$)"),
        ("a quotation mark that looks the wrong way", r"[“‘](?:[\s.,;:!?)]|$)|(?:^|\s)”|\w“"),
        ("a comma and a space in a number", r"\d[, \u00a0]\d{3} \d{3}\b"),
    ),
    "fr": (
        *BOTH,
        ("no no-break space before a colon", r"(?<![\u00a0\d]):(?=[\s\u00a0]|$)"),
        ("a space before ; ! or ?", r"[ \u00a0\u202f][;!?]"),
        ("no no-break space inside guillemets", r"«(?!\u00a0)|(?<!\u00a0)»"),
        ("no no-break space before a unit", r"\d(?! ?\ufffc)[ \u202f]?[%$](?!\w)|\d (?=(?:h|kg|cm|km|ko|Mo|min)\b)"),
        ("a number that could break", r"(?<![\d/-])\d{1,3} \d{3}\b(?![\d-])"),
        ("a number as in English", r"\b\d{1,3},\d{3}\b|\$ ?\d"),
        ("an hour as in English", r"\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:[ap]\.?m\.?)\b"),
        ("a date as in English", rf"\b\d{{1,2}}(?:er)? (?:{MONTHS.title()})\b|\b1 (?:{MONTHS})\b"),
        ("a point inside a word", r"\w·\w|\w\(e\)s?\b"),
        (
            "a capital without its accent",
            rf"\b(?:{WITHOUT_ACCENT})",
        ),
        ("letters without their ligature", r"(?i)\b(?:coeur|soeur|oeuvr|oeil|noeud|voeu|manoeuvr|moeurs)"),
        ("À without its accent", r"(?:^|[.!?] )A (?=la |le |l’|votre |quoi |partir |propos |retenir |chaque |qui )"),
    ),
}
"""Language -> (what is wrong, where)."""
COMPILED = {code: [(what, re.compile(pattern)) for what, pattern in rules] for code, rules in RULES.items()}


def mistakes_in(page: BuiltPage) -> list[str]:
    """`page: what: words around it`, each once."""
    if page.uri in QUOTING:
        return []
    texts = dict.fromkeys(texts_of(page.tree, page.language))
    return [f"{page.uri}: {told}" for language, text in texts for told in mistakes_of(text, language)]


@cache  # the menu stands on every page
def mistakes_of(text: str, language: str) -> tuple[str, ...]:
    """`what: words around it` for each mistake of a text."""
    found = (
        f"{what}: {text[max(0, match.start() - 25) : match.end() + 15].strip()}"
        for what, match in _mistakes(text, language)
    )
    return tuple(dict.fromkeys(found))


def _mistakes(text: str, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    for what, pattern in COMPILED.get(language, ()):
        for match in pattern.finditer(text):
            yield what, match
    if language == "fr":
        for match in re.finditer("[“”]", text):
            if text.count("«", 0, match.start()) <= text.count("»", 0, match.start()):
                yield "English quotation marks outside guillemets", match


def texts_of(tree: lxml.html.HtmlElement, language: str) -> Iterator[tuple[str, str]]:
    """(language, words) of each block and each attribute that is read aloud."""
    parts: list[str] = []
    yield from _texts(tree, language, parts)
    yield from _flush(parts, language)


def _texts(element: lxml.html.HtmlElement, language: str, parts: list[str]) -> Iterator[tuple[str, str]]:
    """Adds the words of an element to `parts`, and gives out what ends before it does."""
    parts.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _child(child, language, parts)
        parts.append(child.tail or "")


def _child(child: lxml.html.HtmlElement, language: str, parts: list[str]) -> Iterator[tuple[str, str]]:
    own = (child.get("lang") or language)[:2]
    read_aloud = [] if OF_THE_THEME & set(child.classes) else [child.get(name) for name in ATTRIBUTES]
    if child.tag == "meta" and child.get("name") == "description":
        read_aloud.append(child.get("content"))
    yield from ((own, _without_addresses(words)) for words in read_aloud if words)
    if child.tag in UNREAD or "headerlink" in (child.get("class") or ""):
        parts.append(GONE)
    elif child.tag in INLINE and own == language and child.get("data-say") is None:
        yield from _texts(child, own, parts)
    elif child.tag in INLINE and own != language:
        parts.append(GONE)
        yield from texts_of(child, own)
    else:
        yield from _flush(parts, language)
        yield from texts_of(child, own)


def _flush(parts: list[str], language: str) -> Iterator[tuple[str, str]]:
    text = _without_addresses(re.sub(r"[ \n\t\r]+", " ", "".join(parts)).strip(" "))
    parts.clear()
    if text:
        yield language, text


def _without_addresses(text: str) -> str:
    return re.sub(DIRECT, GONE, text)
