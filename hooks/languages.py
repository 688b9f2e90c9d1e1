"""Both languages in one another's reach: words for templates, the same page in the other language, addresses."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from mkdocs.utils import get_relative_url

from guidebook import site
from guidebook.edition import long_date
from guidebook.languages import Alternate, other_language_url
from guidebook.pages import OTHER_LANGUAGE
from guidebook.strings import translator
from guidebook.typography import set_titles, set_type


def on_pre_build(config):
    """What static-i18n cannot vary by language: the words that Markdown extensions print."""
    t = translator(site.language_of(config))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = t("toc.permalink")


def on_page_content(html, page, config, files):
    """The words of a page that stand on other pages and in search engines, set like those of the page itself."""
    language = site.language_of(config)
    set_titles([page, *page.toc], language)
    if "description" in page.meta:
        page.meta["description"] = set_type(str(page.meta["description"]), language)
    return html


def on_page_context(context, page, config, nav):
    language = site.language_of(config)
    languages = site.library().languages
    urls = {code: other_language_url(page.url, language, code, languages[0]) for code in languages}
    _add_words(context, language)
    context["alternates"] = [Alternate(code, urljoin(config.site_url, url)) for code, url in urls.items()]
    context["other_language_url"] = urls[_other(language)]
    here = get_relative_url(urls[_other(language)], page.url)
    page.content = page.content.replace(f'href="{OTHER_LANGUAGE}', f'href="{here}')
    context["help_url"] = other_language_url("help/", languages[0], language, languages[0])
    return context


def on_template_context(context, template_name, config):
    """404.html and sitemap.xml: no page, so no address in the other language but its home."""
    language = site.language_of(config)
    languages = site.library().languages
    _add_words(context, language)
    context["alternates"] = []
    context["homes"] = {code: other_language_url("", languages[0], code, languages[0]) for code in languages}
    context["other_language_url"] = context["homes"][_other(language)]
    context["help_url"] = other_language_url("help/", languages[0], language, languages[0])
    return context


def on_post_template(output, template_name, config):
    """The first language's 404.html is the site's; every later build would write over it."""
    language = site.language_of(config)
    if template_name != "404.html" or site.is_first_language(config):
        return output
    path = Path(config.site_dir) / language / template_name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, "utf-8")
    return ""


def _add_words(context, language):
    context["t"] = translator(language)
    context["t_other"] = translator(_other(language))
    context["language"] = language
    context["other_language"] = _other(language)
    context["edition"] = site.edition()
    context["edition_date"] = long_date(site.edition().date, language)
    context["help_checked"] = long_date(site.edition().help_checked, language)


def _other(language):
    return next(code for code in site.library().languages if code != language)
