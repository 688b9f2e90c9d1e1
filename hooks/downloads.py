"""Makes the PDFs from finished pages, and puts a link with their true size where a page asks for one."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from guidebook import site
from guidebook.documents.model import DocumentError
from guidebook.documents.plan import SiteFacts, describe, plan_document, shown_size, write_downloads
from guidebook.documents.produce import delete_unreferenced, produce
from guidebook.strings import translator
from guidebook.training.paper import chapters_of

PLACE = re.compile(r'<p data-gb-download="([^"]+)" data-pdf="omit"></p>')

made = {}
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
    language, root = site.language_of(config), site.root_of(config)
    pages = site.finished_pages(files, language)
    images = {file.dest_uri: Path(file.abs_src_path) for file in files.media_files() if file.abs_src_path}
    facts = SiteFacts(config.site_name, config.site_url, (root / "overrides/assets/mark.svg").read_text("utf-8"))
    for plan in site.library().documents.values():
        try:
            chapters = chapters_of(plan, pages, site.library(), language)
            document = plan_document(plan, language, chapters, pages[plan.home].url, site.edition(), facts)
            pdf = produce(document, root / ".cache" / "pdf", translator(language), images.get)
        except DocumentError as error:
            raise PluginError(f"\n\nThe PDF of {plan.key} ({language}) cannot be made: {error}") from error
        made[plan.key, language] = download = describe(plan, language, pdf)
        keys.add(pdf.key)
        site.log.info(f"PDF {download.href}: {pdf.pages} pages, {'unchanged' if pdf.cached else 'made'}")
        target = Path(config.site_dir) / download.href
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf.path.read_bytes())


def on_page_context(context, page, config, nav):
    language = site.language_of(config)
    t = translator(language)

    def link(match):
        download = made.get((match[1], language))
        if download is None:
            return ""
        size = shown_size(download.bytes, language)
        href = get_relative_url(download.href, page.url)
        words = t(f"download.{download.kind}", pages=download.pages, size=size)
        return f'<p><a class="gb-download" href="{href}">{words}</a></p>'

    page.content = PLACE.sub(link, page.content)
    return context


@event_priority(-101)  # after static-i18n (-100), so that the last call comes when every language is built
def on_post_build(config):
    if serving or config.plugins["i18n"].building:
        return
    write_downloads(Path(config.site_dir) / "downloads.json", made.values())
    delete_unreferenced(site.root_of(config) / ".cache" / "pdf", keys)
