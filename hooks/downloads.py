"""Makes the PDFs from finished pages, and puts a link with their true size where a page asks for one."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from guidebook import site
from guidebook.documents.model import Chapter, Document, DocumentError
from guidebook.documents.plan import FOLDER, Download, load_plans, shown_size, write_downloads
from guidebook.documents.produce import delete_unreferenced, produce
from guidebook.strings import translator

PLACE = re.compile(r'<p data-gb-download="([^"]+)" data-pdf="omit"></p>')

made: dict[tuple[str, str], Download] = {}
"""(key of the document, language) -> what was made in this build."""
keys: set[str] = set()
"""Cache keys of this build; every other PDF in the cache is stale."""
serving = False


def on_startup(command, dirty):
    """A preview shows pages at once; PDFs are for the build."""
    global serving
    serving = command == "serve"


def on_env(env, config, files):
    """After every page of this language is converted, before the first is written: links need sizes."""
    if serving:
        return
    language = site.language_of(config)
    root = site.root_of(config)
    pages = {file.src_uri.removeprefix(f"{language}/"): file.page for file in files.documentation_pages()}
    images = {file.dest_uri: Path(file.abs_src_path) for file in files.media_files() if file.abs_src_path}
    for plan in load_plans(root / "data" / "documents.yml"):
        document = _document(plan, pages, config, language, root)
        try:
            pdf = produce(document, root / ".cache" / "pdf", translator(language), images.get)
        except DocumentError as error:
            raise PluginError(f"\n\nThe PDF of {plan.key} ({language}) cannot be made: {error}") from error
        href = f"{FOLDER}/{plan.file[language]}"
        site.log.info(f"PDF {href}: {pdf.pages} pages, {'unchanged' if pdf.cached else 'made'}")
        _write(Path(config.site_dir) / href, pdf.path.read_bytes())
        keys.add(pdf.key)
        made[plan.key, language] = Download(
            plan.key, plan.kind, language, document.title, href, pdf.pages, pdf.bytes, pdf.sha256
        )


def on_page_context(context, page, config, nav):
    language = site.language_of(config)
    t = translator(language)

    def link(match):
        download = made.get((match[1], language))
        if download is None:
            return ""
        size = shown_size(download.bytes, language)
        href = get_relative_url(download.href, page.url)
        return f'<p><a class="gb-download" href="{href}">{t("download.text", pages=download.pages, size=size)}</a></p>'

    page.content = PLACE.sub(link, page.content)
    return context


@event_priority(-101)  # after static-i18n (-100), so that the last call comes when every language is built
def on_post_build(config):
    if serving or config.plugins["i18n"].building:
        return
    write_downloads(Path(config.site_dir) / "downloads.json", made.values())
    delete_unreferenced(site.root_of(config) / ".cache" / "pdf", keys)


def _document(plan, pages, config, language, root):
    edition = site.edition()
    t = translator(language)
    return Document(
        key=plan.key,
        language=language,
        title=plan.title[language],
        subtitle=plan.subtitle[language],
        site_name=config.site_name,
        version=edition.version,
        date=edition.date,
        url=pages[plan.pages[0]].canonical_url,
        site_url=config.site_url,
        licence=t("pdf.licence"),
        chapters=tuple(_chapter(pages[src_uri]) for src_uri in plan.pages),
        mark_svg=(root / "overrides" / "assets" / "mark.svg").read_text("utf-8"),
    )


def _chapter(page):
    return Chapter(page.title, page.content, page.canonical_url)


def _write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
