"""One search index for each language, made from finished pages and read by Material's own search box."""

from __future__ import annotations

from pathlib import Path

from guidebook import site
from guidebook.search.extract import entries_of
from guidebook.search.index import index_of, write_index
from guidebook.search.synonyms import abbreviations_of, synonyms_of_terms
from guidebook.strings import translator


def on_env(env, config, files):
    """After every page of this language is converted: what is found on it, and nothing for Material's mixed index."""
    language = site.language_of(config)
    t, terms = translator(language), site.library().terms
    abbreviations = abbreviations_of(terms)
    entries = []
    for file in files.documentation_pages():
        page, settings = file.page, file.page.meta.get("search") or {}
        source = site.library().page(language, file.src_uri.removeprefix(f"{language}/")).source
        page.meta["search"] = {"exclude": True}
        if settings.get("exclude"):
            continue
        found = entries_of(page.content, page.url, page.title)
        found[0].labels = [ancestor.title for ancestor in reversed(page.ancestors)]
        found[0].leads = list(source.meta["keywords"].items) if "keywords" in source.meta else []
        for entry in found:
            entry.boost = float(settings.get("boost", 1))
            entry.leads += abbreviations.get(entry.location.partition("#")[2], [])
            if entry.kind == "question":
                entry.labels = [t("search.question")]
        entries += found
    synonyms = [*site.state.synonyms, *synonyms_of_terms(terms, language)]
    index = index_of(entries, language, synonyms)
    write_index(index, Path(config.site_dir) / "search" / f"{language}.json")
