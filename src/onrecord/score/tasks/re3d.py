"""re3d: names and relations in reports on Syria and Iraq (dstl/re3d, 2017)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.answers import Question
from onrecord.score.task import Item, Task
from onrecord.score.tasks.re3d_files import read_re3d
from onrecord.score.tasks.re3d_names import judge_names, names_figures
from onrecord.score.tasks.re3d_relations import judge_relations, relations_figures

__all__ = ["TASKS"]


def _items(task: str, path: Path, *, names: bool) -> Iterator[Item]:
    for coded in read_re3d(path):
        given = tuple(replace(name, score=1.0) for name in coded.names) if names else ()
        yield Item(coded.id, Question(task, coded.text, given), coded)


TASKS: tuple[Task, ...] = (
    Task(
        "re3d-names",
        "re3d: names, exact span and one of ten types, micro F1 (as published for ConfliBERT)",
        lambda path: _items("re3d-names", path, names=False),
        judge_names,
        names_figures,
    ),
    Task(
        "re3d-relations",
        "re3d: relations end to end, type and both names' spans right, micro F1 over eleven types",
        lambda path: _items("re3d-relations", path, names=False),
        judge_relations,
        relations_figures,
    ),
    Task(
        "re3d-relations-gold-names",
        "re3d: relations between given names, type and both ends right, micro F1 over eleven types",
        lambda path: _items("re3d-relations-gold-names", path, names=True),
        judge_relations,
        relations_figures,
    ),
)
