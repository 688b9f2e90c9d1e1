"""Puts statements, questions and the other blocks of a page into its conversion."""

from __future__ import annotations

from guidebook import site
from guidebook.catalogue import asked_on
from guidebook.pages import PageRenderer
from guidebook.templates import assets_of


def on_config(config):
    """Register our Markdown extension, once: with two languages this event fires twice on one configuration."""
    if site.state.extension not in config.markdown_extensions:
        config.markdown_extensions.append(site.state.extension)
    return config


def on_page_markdown(markdown, page, config, files):
    """The page as our own parser reads it, so that what was checked is what is shown."""
    language = site.language_of(config)
    src_uri = page.file.src_uri.removeprefix(f"{language}/")
    renderer = PageRenderer(site.library(), language, src_uri, site.state.citations[language], site.edition())
    converted = renderer.markdown()
    site.state.extension.context = renderer.context
    page.meta["asks"] = " ".join(map(str, asked_on(renderer.page)))
    return converted


def on_page_content(html, page, config, files):
    """Which components it took; pages are converted one at a time, so that the context is still this page's."""
    page.meta["components"] = {component.name for component in site.state.extension.context.components}
    return html


def on_page_context(context, page, config, nav):
    """What the templates need to know of a page: which components' scripts and styles it asks for."""
    context["assets"] = assets_of(page.meta["components"])
    return context
