"""Runs a measurement in a process of its own, so that its peak of memory is its own too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["ENGINES", "NOTHING", "Figures", "child", "run"]

Figures = dict[str, float]
ENGINES = ("rules", "trained", "both")
NOTHING: Mapping[str, str] = {}


def child(*command: object, environment: Mapping[str, str] = NOTHING) -> Figures | str:
    """Give the figures that a command prints as its last line, or what it said when it failed."""
    line = [str(word) for word in command]
    done = subprocess.run(
        line, capture_output=True, text=True, check=False, env=os.environ | dict(environment)
    )
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(what: str, *rest: object, environment: Mapping[str, str] = NOTHING) -> Figures | str:
    """Run a measurement of reader_runs.py."""
    script = Path(__file__).with_name("reader_runs.py")
    return child(sys.executable, script, what, *rest, environment=environment)
