"""A report of scores as a table on a terminal or as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.score.running import Report

__all__ = ["SCORE_FORMATS", "score_lines"]

SCORE_FORMATS = ("table", "json")
SHARES = ("precision", "recall", "f1")
WIDTH = 10
NO_SHARES = ("_asked", "_km")
"""Ends of the names of parts that are counts or kilometres and no shares."""


def score_lines(report: Report, form: str) -> Iterator[str]:
    """Give the lines of a report in one of `SCORE_FORMATS`; tables show shares in per cent."""
    if form == "json":
        yield json.dumps(report.line(), ensure_ascii=False)
        return
    documents = "text" if report.n == 1 else "texts"
    yield f"{report.task}: {report.n:,} {documents}, per cent; F1 is {_interval(report)} in 95 of 100 draws"
    rows = {"all": {name: getattr(report, name) for name in SHARES}, **_rows(report)}
    width = max(map(len, rows)) + 2
    yield " " * width + "".join(name.rjust(WIDTH) for name in SHARES)
    for name, shares in rows.items():
        yield (name.ljust(width) + "".join(_cell(shares.get(share)) for share in SHARES)).rstrip()
    others = {name: value for name, value in report.parts.items() if _split(name)[1] not in SHARES}
    if others:
        yield ""
    width = max(map(len, others), default=0) + 2
    for name, value in others.items():
        yield name.ljust(width) + _cell(value / 100 if name.endswith(NO_SHARES) else value)


def _interval(report: Report) -> str:
    return f"{100 * report.low:.1f} to {100 * report.high:.1f}"


def _rows(report: Report) -> dict[str, dict[str, float]]:
    """Gather parts such as "kill.f1" into a row a thing."""
    rows: dict[str, dict[str, float]] = {}
    for part, value in report.parts.items():
        name, share = _split(part)
        if share in SHARES:
            rows.setdefault(name, {})[share] = value
    return rows


def _split(part: str) -> tuple[str, str]:
    name, _, share = part.rpartition(".")
    return name, share if name else ""


def _cell(value: float | None) -> str:
    return "".rjust(WIDTH) if value is None else f"{100 * value:.1f}".rjust(WIDTH)
