"""Typst literals and calls. Knows Typst's syntax; refuses to know any element.

Every word is written as a string literal: in plain Typst markup a `1.`, an `@` or a quotation mark would be
reinterpreted. Every call ends with a semicolon, which keeps a following bracket from being read as its argument.
"""

from __future__ import annotations

import re

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

SUBSTITUTES = str.maketrans({"\u202f": "\u00a0", "\u2011": "-"})
"""Characters that a reader cannot tell from one that our serif has: the narrow no-break space and the hard hyphen."""


def literal(text: str) -> str:
    """A Typst string: between quotes, what would end it escaped."""
    return '"' + re.sub(r'[\\"\n\r\t]', lambda match: _ESCAPES[match[0]], text) + '"'


def words(text: str) -> str:
    """Text as content."""
    return f"#{literal(text)};" if text else ""


def expression(function: str, *bodies: str, **arguments: str) -> str:
    """`function(name: value)[body]…`: the values are Typst expressions, the bodies Typst content."""
    named = ", ".join(f"{name.replace('_', '-')}: {value}" for name, value in arguments.items())
    return f"{function}({named})" + "".join(f"[{body}]" for body in bodies)


def call(function: str, *bodies: str, **arguments: str) -> str:
    """The same, inside content."""
    return f"#{expression(function, *bodies, **arguments)};"
