"""Labelled mentions of actors: how many lead to the right entry, how many to a wrong one, how many stay open.

A mention whose actor the registry lacks is right when it leads to no entry; one that nobody could decide is
right when it stays open. The mark is the share that is right (recall and F1 alike); precision is right
links by all links made. `wrong` is the share that leads to another entry: the figure that must stay low.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Name, Question
from onrecord.score.task import Figures, Item, Tally, Task
from onrecord.score.tasks.actors_files import LabelledMention, LabelledText, read_actors

__all__ = ["TASKS"]

_OPEN = ""
_NEW = "new:"
_UNDECIDED = "open"
_GROUPS = ("all", "plain", "hard", "dev", "held")


def _verdict(gold: LabelledMention, linked: str) -> str:
    """Give right, wrong or open for a link to an entry, or for none."""
    unlinked = any(one == _UNDECIDED or one.startswith(_NEW) for one in gold.right)
    if linked in gold.right or (linked == _OPEN and unlinked):
        return "right"
    return "open" if linked == _OPEN else "wrong"


def _judge(item: Item, answer: Answer) -> Tally:
    given = {one.at: one.id for one in answer.actors}
    counts: dict[str, float] = {}
    for gold in cast("LabelledText", item.gold).mentions:
        linked = given.get(gold.at, _OPEN)
        verdict = _verdict(gold, linked)
        for group in ("all", *gold.groups):
            for name in ("asked", verdict, *(("linked",) if linked else ()), *_linked_right(verdict, linked)):
                counts[f"{group} {name}"] = counts.get(f"{group} {name}", 0) + 1
    return Tally(counts)


def _linked_right(verdict: str, linked: str) -> tuple[str, ...]:
    return ("linked right",) if linked and verdict == "right" else ()


def _figures(tally: Tally) -> Figures:
    parts: dict[str, float] = {}
    for group in _GROUPS:
        asked = tally[f"{group} asked"]
        if asked:
            parts |= {
                f"{group}_{name}": tally[f"{group} {name}"] / asked for name in ("right", "wrong", "open")
            }
            parts[f"{group}_asked"] = asked
    linked = tally["all linked"]
    right = parts.get("all_right", 0.0)
    return Figures(tally["all linked right"] / linked if linked else 0.0, right, right, parts)


def _items(path: Path) -> Iterator[Item]:
    for labelled in read_actors(path):
        names = tuple(Name(one.at, "actor") for one in labelled.mentions)
        yield Item(labelled.id, Question("actors", labelled.text, names=names, day=labelled.day), labelled)


TASKS: tuple[Task, ...] = (
    Task(
        "actors",
        "labelled mentions of actors (CSV): the share that leads to the right entry, or rightly to none",
        _items,
        _judge,
        _figures,
    ),
)
