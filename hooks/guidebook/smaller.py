"""Styles and scripts as they travel: the same meaning without comments and indentation, a quarter less when compressed.

Names stay as they are written, so that an error in a reader's console can be found in the source.
"""

from __future__ import annotations

import rcssmin
import rjsmin


def smaller(text: str, suffix: str) -> str:
    """The style (`.css`) or script (`.js`) without what only its maintainers read.

    Raises KeyError for any other suffix.
    """
    return str({".css": rcssmin.cssmin, ".js": rjsmin.jsmin}[suffix](text))
