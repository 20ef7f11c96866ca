"""Every benchmark task by name; a task's module is imported when the task is asked for."""

from __future__ import annotations

from importlib import import_module

from onrecord.errors import InputError
from onrecord.score.task import Task

__all__ = ["TASKS", "find_task"]

TASKS: dict[str, str] = {
    "muc4-roles": "muc",
    "muc4-templates": "muc",
    "muc4-slots": "muc",
    "re3d-names": "re3d",
    "re3d-relations": "re3d",
    "re3d-relations-gold-names": "re3d",
    "satp": "labels",
    "insightcrime": "labels",
    "ipe-docs": "labels",
    "ipe-sents": "labels",
    "cameo": "labels",
    "plover": "labels",
    "polnear": "polnear",
    "modality": "modality",
    "coref": "coref",
    "counts": "counts",
    "places-gold": "places",
    "places": "places",
    "actors": "actors",
    "times": "times",
}
"""Task and the module in score/tasks that holds it, in the order in which they are listed."""


def find_task(name: str) -> Task:
    """Give a task by its name; InputError names the tasks there are."""
    if name not in TASKS:
        raise InputError(f"no task {name!r}; there are: {', '.join(TASKS)}")
    module = import_module(f"onrecord.score.tasks.{TASKS[name]}")
    found: dict[str, Task] = {task.name: task for task in module.TASKS}
    return found[name]
