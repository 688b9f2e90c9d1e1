"""What the policy lets through, and what ends a build."""

from __future__ import annotations

import pytest

from guidebook.policy import KNOWN, hash_of, headers_file, inline_of, policy_of


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ('<p style="color: red">a</p>', '<p style="color: red">'),
        ("<style>p { color: red }</style>", "<style>"),
        ('<a onclick="x()">a</a>', '<a onclick="x()">'),
        ('<a href=" JavaScript:x()">a</a>', '<a href=" JavaScript:x()">'),
        ('<iframe src="x"></iframe>', "<iframe>"),
        ('<base href="/x/">', "<base>"),
        ("<script>alert(1)</script>", "<script>alert(1)"),
    ],
)
def test_what_a_browser_would_refuse_is_found(html, refused):
    assert inline_of(f"<!doctype html><body>{html}</body>").refused == [refused]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">{"a": "<b>"}</script>',
        '<a href="tel:911">9-1-1</a>',
        '<link rel="stylesheet" href="site.css">',
    ],
)
def test_what_a_page_is_made_of_passes(html):
    found = inline_of(html)
    assert (found.refused, found.scripts) == ([], set())


def test_policy_names_each_script_by_its_hash_and_nothing_unsafe():
    policy = policy_of({"one()", "two()"})
    assert all(f"'sha256-{hash_of(text)}'" in policy for text in ("one()", "two()"))
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert len(KNOWN) == 3


def test_file_for_hosts_holds_the_same_policy_and_what_only_a_host_can_say():
    text = headers_file("default-src 'none'")
    assert "  Content-Security-Policy: default-src 'none'; frame-ancestors 'self'\n" in text
    for line in ("Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff", "Permissions-Policy: "):
        assert f"\n  {line}" in text
