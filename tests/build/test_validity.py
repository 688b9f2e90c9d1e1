"""Every page is valid HTML: what a browser guesses today it may guess otherwise tomorrow."""

from __future__ import annotations

from tests.build.project import ROOT
from tests.build.validity import mistakes_in

PAGE = """<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A page</title></head>
  <body>
    <p>One <div>two</div>
    <button id="same">Go</button><button id="same" type="button">Go</button>
  </body>
</html>
"""


def test_every_page_is_valid():
    assert mistakes_in(ROOT / "site") == []


def test_a_page_that_is_not_valid_is_told_with_its_lines(tmp_path):
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    assert sorted(mistakes_in(tmp_path)) == [
        'index.html:6: <button> is missing recommended "type" attribute (no-implicit-button-type)',
        'index.html:6: Duplicate ID "same" (no-dup-id)',
    ]
