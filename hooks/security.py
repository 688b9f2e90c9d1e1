"""The policy of what pages may load and run, into every page and for the host, when everything is written."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from guidebook.policy import PLACE, headers_file, inline_of, policy_of


def on_config(config):
    """One address for the theme's settings, so that its inline script is the same on every page."""
    config.extra["scope"] = urlsplit(config.site_url or "").path or "/"
    return config


@event_priority(-101)  # after static-i18n (-100), so that the last call comes when every language is built
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    found = {path: inline_of(html) for path, html in pages.items()}
    wrong = [f"{path.relative_to(site)}: {words}" for path, inline in found.items() for words in inline.refused]
    wrong += [f"{path.relative_to(site)}: no place for the policy" for path, html in pages.items() if PLACE not in html]
    if wrong:
        advice = (
            "Browsers would refuse this. Put it into a file; a new inline script of the theme goes into policy.KNOWN."
        )
        raise PluginError("\n\n" + "\n".join([*wrong, advice]))
    policy = policy_of({script for inline in found.values() for script in inline.scripts})
    for path, html in pages.items():
        path.write_text(html.replace(PLACE, f'http-equiv="Content-Security-Policy" content="{policy}"', 1), "utf-8")
    (site / "_headers").write_text(headers_file(policy), "utf-8")
