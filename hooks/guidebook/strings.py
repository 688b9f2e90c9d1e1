"""Every word of the interface, in every language. Knows where words are kept; refuses to invent one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

STRINGS_PATH = Path(__file__).with_name("strings.yml")

Translate = Callable[..., str]
"""`t("question.check")` or `t("question.of", number=3)`: the words for a key in one language."""


@cache
def load_strings(path: Path = STRINGS_PATH) -> dict[str, dict[str, str]]:
    """Key -> {language: words, where: where a reader meets them}."""
    strings: dict[str, dict[str, str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return strings


def translator(language: str) -> Translate:
    """The function that templates call `t`. Raises KeyError for a key or a language that is not in `strings.yml`."""
    strings = load_strings()

    def t(key: str, **values: object) -> str:
        return strings[key][language].format(**values)

    return t
