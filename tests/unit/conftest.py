from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from tests.unit.rendering import Site
from tests.unit.tiny_site import SITE

set_hypothesis_home_dir(Path(__file__).parents[2] / ".cache" / "hypothesis")
settings.register_profile("ours", database=None, deadline=None, derandomize=True)  # the same texts every time
settings.load_profile("ours")


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(SITE)


@pytest.fixture(params=["en", "fr"])
def language(request) -> str:
    return request.param
