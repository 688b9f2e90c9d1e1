from __future__ import annotations

import pytest
from tests.build.project import ROOT, Built, build, write_project
from tests.build.reading import LANGUAGES, BuiltSite


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    return write_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def built(project, tmp_path_factory) -> Built:
    """The tiny site, built once for all tests that only read it."""
    return build(project, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def tiny(built) -> BuiltSite:
    assert built.code == 0, built.output
    return BuiltSite(built.site)


@pytest.fixture(scope="session")
def real() -> BuiltSite:
    """The project's own site, as `make site` left it."""
    if not (ROOT / "site" / "index.html").exists():
        pytest.skip("site/ is not built: make site")
    return BuiltSite(ROOT / "site")


@pytest.fixture(scope="session", params=["tiny", "real"])
def built_site(request) -> BuiltSite:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param
