"""Ways in which a file gets spoiled: by a slip of the hand, an editor, a merge, a transfer, a full disk."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

WORDS = (
    *("///", "////", "/// statement | C4.9 Words", "/// question | Q1-99 Words", "/// case | 1-Z Words", "//// why"),
    *("//// hint", "//// step | a-step Words", "/// figure | circles", "/// session | 2027-waiting", "/// agenda"),
    *("/// programs", "/// lessons", "/// glossary", "/// references", "/// upcoming-sessions", "/// compare"),
    *("    type: match", "    type: order", "    type: short", "    about: [C4.1]", "    who: A", "    version: 2"),
    *("- [x] Words {#key}", "- [ ] Words", "  > Why", "= one; two {#one}", "1 = Low", "1. Step {#step}", "-> home"),
    *("| one {#one} | two | three |", "| --- | --- | --- |", "# Title", "## Part {#part}", "####### Part", "#Part"),
    *("[[C4.1]]", "[[X]]", "[@roe1990]", "[@]", "![](a.png)", "[here](help.md)", "[a](", "<b>", "<script>", "<!--"),
    *("---", "...", "```", "~~~", "---\ntitle: !x words\n---", "key: value", "key:", ": value", "key: [a, b", "{a: b}"),
    *(
        "key: {a: b}",
        "a: b: c",
        "a: !x b",
        "a: !!int 5",
        "a: &b c",
        "a: *b",
        "<<: *a",
        "? a",
        "a: |",
        "a: >-",
        "a: b # c",
    ),
    *(
        'a: "b',
        "a: 'b",
        'a: "\\x41"',
        'a: "\\q"',
        "a: yes",
        "a: ~",
        "a: 1e3",
        "a: 0x1F",
        "%TAG ! a",
        "@a",
        "`a`",
        "- a",
    ),
    *("@article{key,", "title = {", "}", "{", "\\", "en: a = b", "fr:", "{name}", "{0}", "{", "{{", "%s", "\\u00e9"),
    *("2026-02-30", "25:61", "-1", "0", "²", "99999999999", "٣", "C4.1", "Q1-01", "tiny", "circles", "null", "[]"),
    *(
        "\u00a0",
        "\u202f",
        "\u200b",
        "\ufeff",
        "\ufffd",
        "\0",
        "\x85",
        "\u2028",
        "\u2029",
        "\x0c",
        "\t",
        "    ",
        "œ",
        "🙂",
    ),
    *("\ue0000\ue001", "\x02stx\x03", "&nbsp;", "&", "<", "]]>", "#", " #", "«", "»", "e\u0301", "\u202e", "ﬁ", "İ"),
)
"""What authors type, in the wrong place, and what nobody types."""
NESTED = (
    "/// a\n",
    "////",
    "[",
    "]",
    "{",
    "(",
    "> ",
    "- ",
    "  ",
    "*",
    "**",
    "`",
    "a: ",
    "? ",
    "\\",
    "![",
    "[[",
    "[@",
    "#",
    "((",
)
"""What may be opened again and again."""
LINE_ENDS = ("\r\n", "\r", "\n\r", "\n\n", "\x85", "\u2028", "\x0b")
ENCODINGS = ("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "cp1252", "utf-32", "utf-7")

Spoil = Callable[[st.DrawFn, str], str]


def _place(draw: st.DrawFn, text: str) -> int:
    return draw(st.integers(0, len(text)))


def _stretch(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = _place(draw, text)
    return start, min(len(text), start + draw(st.integers(1, 200)))


def _line(draw: st.DrawFn, lines: list[str]) -> int:
    return draw(st.integers(0, len(lines) - 1))


def cut_off(draw: st.DrawFn, text: str) -> str:
    return text[: _place(draw, text)]


def take_out(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:start] + text[end:]


def put_twice(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:end] + text[start:]


def put_in(draw: st.DrawFn, text: str) -> str:
    place = _place(draw, text)
    return text[:place] + draw(st.sampled_from(WORDS) | st.text(max_size=8)) + text[place:]


def put_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    lines.insert(_line(draw, lines), draw(st.sampled_from(WORDS)))
    return "\n".join(lines)


def change_line(draw: st.DrawFn, text: str) -> str:
    """Its words stay, and get something before or after them."""
    lines = text.split("\n")
    number, word = _line(draw, lines), draw(st.sampled_from(WORDS))
    lines[number] = draw(
        st.sampled_from([f"{word}{lines[number]}", f"{lines[number]}{word}", f"{lines[number]} {word}"])
    )
    return "\n".join(lines)


def change_value(draw: st.DrawFn, text: str) -> str:
    """What follows the colon of a setting."""
    lines = text.split("\n")
    settings = [number for number, line in enumerate(lines) if ":" in line]
    if settings:
        number = draw(st.sampled_from(settings))
        lines[number] = f"{lines[number].partition(':')[0]}: {draw(st.sampled_from(WORDS) | st.text(max_size=8))}"
    return "\n".join(lines)


def take_out_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    del lines[_line(draw, lines)]
    return "\n".join(lines)


def move_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(_line(draw, lines))
    lines.insert(draw(st.integers(0, len(lines))), line)
    return "\n".join(lines)


def indent(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    number = _line(draw, lines)
    lines[number] = draw(st.sampled_from(["\t", " ", "  ", "        ", "\u00a0\u00a0", ""])) + lines[number].lstrip()
    return "\n".join(lines)


def other_line_ends(draw: st.DrawFn, text: str) -> str:
    place = draw(st.just(0) | st.integers(0, len(text)))  # from some line on, as a careless merge leaves it
    return text[:place] + text[place:].replace("\n", draw(st.sampled_from(LINE_ENDS)))


def other_spaces(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:start] + text[start:end].replace(" ", draw(st.sampled_from(["\t", "\u00a0", "\u202f"]))) + text[end:]


def nest(draw: st.DrawFn, text: str) -> str:
    place = draw(st.just(0) | st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(NESTED)) * draw(st.sampled_from([20, 200, 3000])) + text[place:]


def lengthen(draw: st.DrawFn, text: str) -> str:
    place = _place(draw, text)
    return text[:place] + draw(st.sampled_from(["a", "a ", "[", "é", "ab: "])) * 30_000 + text[place:]


def put_nothing(draw: st.DrawFn, text: str) -> str:
    return draw(st.sampled_from(["", "\n", " ", "\t\n", "#", "---", "---\n---", "{}", "[]", "null", "\ufeff"]))


SPOILS: tuple[Spoil, ...] = (
    *(cut_off, take_out, put_twice, put_in, put_line, change_line, change_value, take_out_line, move_line, indent),
    *(other_line_ends, other_spaces, nest, lengthen, put_nothing),
)
OFTEN = (put_in, put_line, change_line, change_value, take_out, take_out_line, move_line)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """The file with one to three things wrong, or none that matters."""
    for spoil in draw(st.lists(st.sampled_from((*SPOILS, *OFTEN)), min_size=1, max_size=3)):
        text = spoil(draw, text)
    encoding = draw(st.sampled_from(("utf-8",) * 15 + ENCODINGS))
    return text.encode(encoding, "replace")
