"""Which Chromium the tests and the bench drive."""

from __future__ import annotations

import shutil


def system_chromium() -> str | None:
    """Debian's without windows and toolbars, which opens a page four times as fast; else Debian's whole one.

    None where there is neither: Playwright has brought its own.
    """
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")
