"""The calendars of a built site: each is there in both languages, and leads back to a page that exists."""

from __future__ import annotations

from urllib.parse import urlsplit

import vobject
from tests.build.reading import LANGUAGES

FEED = "champions/sessions.ics"


def calendars(site, language: str) -> dict[str, bytes]:
    """Path below the language's folder -> bytes."""
    folder = site.folder if language == LANGUAGES[0] else site.folder / language
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "champions").rglob("*.ics")}


def events(data: bytes) -> list:
    return getattr(vobject.readOne(data.decode()), "vevent_list", [])


def test_calendars_are_the_same_files_in_both_languages(built_site):
    english, french = (calendars(built_site, code) for code in LANGUAGES)
    assert english.keys() == french.keys() >= {FEED}
    for path, data in english.items():
        ours, theirs = events(data), events(french[path])
        assert [event.uid.value for event in ours] == [event.uid.value for event in theirs], path
        assert [event.dtstart.value for event in ours] == [event.dtstart.value for event in theirs], path


def test_every_event_leads_to_its_page_in_its_language(built_site, language):
    found = [event for data in calendars(built_site, language).values() for event in events(data)]
    assert found
    for event in found:
        assert event.url.value in {page.url for page in built_site.of(language)}


def test_feed_of_the_tiny_site_holds_what_is_to_come(tiny, language):
    shown = {"en": ["Waiting, “well”", "Cancelled: Called off"], "fr": ["Attendre", "Annulée\u00a0: Séance annulée"]}
    assert [event.summary.value for event in events(calendars(tiny, language)[FEED])] == shown[language]


def test_page_shows_the_whole_address_of_the_feed(built_site, language):
    page = built_site.page(language, "champions/sessions/index.html")
    home = built_site.root_url if language == LANGUAGES[0] else f"{built_site.root_url}{language}/"
    (address,) = page.tree.xpath("//*[contains(@class, 'gb-subscribe__address')]/code/text()")
    (app,) = page.tree.xpath("//a[contains(@class, 'gb-subscribe__app')]/@href")
    assert address == f"{home}{FEED}"
    assert app == f"webcal:{address.removeprefix(urlsplit(address).scheme + ':')}"


def test_material_can_be_had_at_its_link(tiny, language):
    page = tiny.page(language, "champions/sessions/2027-waiting/index.html")
    (href,) = [link for link in page.links() if link.endswith(".odp")]
    assert (tiny.folder / tiny.target(page, href)[0]).read_text("utf-8").startswith("Slides")
