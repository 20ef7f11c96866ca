from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import made  # noqa: E402 - found through the line above


@pytest.fixture(scope="session")
def ids_and_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "record.db"
    return made.build_record(path), path


@pytest.fixture(scope="session")
def ids(ids_and_path):
    return ids_and_path[0]


@pytest.fixture(scope="session")
def record(ids_and_path):
    return ids_and_path[1]
