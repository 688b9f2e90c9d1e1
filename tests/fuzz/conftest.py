from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, settings
from tests.fuzz.project import write_whole_site

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))
"""How many times as much as in `make test`; `make fuzz` sets it."""


def often(examples: int) -> settings:
    """The same texts every time in `make test`, other ones every time in `make fuzz`."""
    phases = [Phase.explicit, Phase.generate, Phase.shrink] if TIMES > 1 else [Phase.explicit, Phase.generate]
    return settings(
        max_examples=examples * TIMES,
        phases=phases,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="session")
def root(tmp_path_factory) -> Path:
    return write_whole_site(tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(autouse=True)
def _yaml_is_read_once(monkeypatch):
    """One file changes from text to text and thirty do not: without reading those again it takes half the time."""
    compose, known = yaml.compose, {}

    def remembered(text, **how):
        if text not in known:
            known[text] = compose(text, **how)
        return known[text]

    monkeypatch.setattr(yaml, "compose", remembered)
