"""Gives MkDocs what no file holds: the page of each session, and the calendars that people subscribe to."""

from __future__ import annotations

from urllib.parse import urljoin

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

from guidebook import site
from guidebook.languages import other_language_url
from guidebook.sessions.calendar import calendar_files
from guidebook.sessions.page import SITE_ADDRESS, uri_of, url_of


def _add_files(files, config):
    """Before static-i18n, which takes every file of the docs folder to the address that it has in this language."""
    twins = {f"{code}/{uri_of(s)}" for code in site.library().languages for s in site.library().programme.sessions}
    for uri in sorted({*_contents(config), *twins}):  # a twin is not built now, and must be known to be linked to
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-101)  # after static-i18n (-100), which makes the files anew and reads none
def _fill_files(files, config):
    for uri, content in _contents(config).items():
        file = files.src_uris[uri]
        file.content_bytes = content
        file.inclusion = InclusionLevel.NOT_IN_NAV  # the calendar leads to them
    return files


on_files = CombinedEvent(_add_files, _fill_files)


def on_page_context(context, page, config, nav):
    page.content = page.content.replace(f"webcal:{SITE_ADDRESS}", f"webcal:{_home(config).partition(':')[2]}")
    page.content = page.content.replace(SITE_ADDRESS, _home(config))
    return context


def _contents(config):
    """Path in the docs folder -> bytes, in the language being built."""
    language = site.language_of(config)
    programme = site.library().programme
    pages = site.library().pages[language]
    contents = {uri_of(session): "\n".join(pages[uri_of(session)].source.lines) for session in programme.sessions}

    def address_of(session):
        return _home(config) + url_of(uri_of(session))

    calendars = calendar_files(programme.sessions, programme.day, language, config.site_name, address_of)
    found = {uri: text.encode() for uri, text in contents.items()} | dict(calendars)
    return {f"{language}/{uri}": content for uri, content in found.items()}


def _home(config):
    """The absolute address of this language's folder."""
    first = site.library().languages[0]
    return urljoin(config.site_url, other_language_url("", first, site.language_of(config), first))
