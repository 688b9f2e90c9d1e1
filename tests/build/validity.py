"""The HTML of a folder, judged by html-validate: one run of Node over all pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

NODE = Path(__file__).parents[1] / "node"
PROGRAM = NODE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"

OF_THE_THEME = (
    ("valid-autocomplete", r'id="__(drawer|search)"'),
    ("unique-landmark", r'class="md-nav md-nav--secondary"|class="md-banner"'),
)
"""(rule, what stands on the line): of Material 9.8.1, each known and harmless. The table of contents stands twice in
the page and is shown once; the banner is the only landmark of its kind without a name.
Off in `html-validate.json`: `no-redundant-for` (both ways of naming an option, for the sake of voice control) and
`wcag/h32` (search, colours and filters answer at once and have no submit button), `no-redundant-role` (a table shown as
cards on a phone would lose its roles) and `prefer-native-element` (a real heading would enter the menu)."""


def mistakes_in(folder: Path) -> list[str]:
    """`page:line: message (rule)` for everything that is wrong, known faults of the theme left out."""
    command = [Path(sys.executable).with_name("node"), PROGRAM, "--config", NODE / "html-validate.json"]
    with tempfile.TemporaryFile("w+") as output:  # a pipe would be cut off: the program ends before it is drained
        subprocess.run([*command, "--formatter", "json", f"{folder}/**/*.html"], stdout=output, check=False)
        output.seek(0)
        judged = json.load(output)
    return [
        f"{Path(page['filePath']).relative_to(folder.resolve()).as_posix()}:{message['line']}: "
        f"{message['message']} ({message['ruleId']})"
        for page in judged
        for message in page["messages"]
        if not _is_of_the_theme(message, Path(page["filePath"]))
    ]


def _is_of_the_theme(message: dict, page: Path) -> bool:
    line = page.read_text("utf-8").split("\n")[message["line"] - 1]
    return any(message["ruleId"] == rule and re.search(pattern, line) for rule, pattern in OF_THE_THEME)
