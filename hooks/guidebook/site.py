"""The seam to MkDocs: the only module of the package that may import it.

One site is built at a time; what its hooks share lives in `state`, made anew before each build.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from guidebook.bibliography.cache import cached_citations
from guidebook.bibliography.render import Citations
from guidebook.check import load_and_check
from guidebook.documents.model import Chapter
from guidebook.edition import Edition, load_edition
from guidebook.library import Library
from guidebook.markdown import GuidebookExtension
from guidebook.problems import Problem, report
from guidebook.search.synonyms import Synonyms, load_synonyms

log = get_plugin_logger("guidebook")


@dataclass
class State:
    library: Library | None = None
    edition: Edition | None = None
    citations: dict[str, Citations] = field(default_factory=dict)
    synonyms: list[Synonyms] = field(default_factory=list)
    extension: GuidebookExtension = field(default_factory=GuidebookExtension)


state = State()


def root_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def language_of(config: MkDocsConfig) -> str:
    """The language being built. Right from `on_pre_build` on; before that static-i18n has not said it."""
    return str(_i18n(config).current_language)


def is_first_language(config: MkDocsConfig) -> bool:
    return bool(_i18n(config).current_language == _i18n(config).default_language)


def _i18n(config: MkDocsConfig) -> Any:
    """static-i18n, which has no types."""
    return config.plugins["i18n"]


def load_library(config: MkDocsConfig) -> Library:
    """Read and check the sources of this build. Raises PluginError with the report of everything that is wrong."""
    library, problems = load_and_check(root_of(config))
    fail(problems)
    if state.library is None or state.library.references != library.references:
        folder = root_of(config) / ".cache" / "citations"
        state.citations = {code: cached_citations(library.references, code, folder) for code in library.languages}
    state.library = library
    state.edition = load_edition(root_of(config))
    state.synonyms, _ = load_synonyms(root_of(config))
    return library


def finished_pages(files: Files, language: str) -> dict[str, Chapter]:
    """src_uri -> page of this language, once all of them are converted: with its h1, before the theme is around it."""
    pages = {file.src_uri.removeprefix(f"{language}/"): file.page for file in files.documentation_pages()}
    return {
        uri: Chapter(str(page.title), page.content, page.canonical_url or "")
        for uri, page in pages.items()
        if page and page.content
    }


def library() -> Library:
    assert state.library is not None, "the library is loaded in on_pre_build of the first language"
    return state.library


def edition() -> Edition:
    assert state.edition is not None, "the edition is loaded in on_pre_build of the first language"
    return state.edition


def fail(problems: Iterable[Problem]) -> None:
    """End the build with the authors' report: exit code 1, no traceback, before anything is written."""
    problems = list(problems)
    if problems:
        raise PluginError("\n\n" + report(problems))
