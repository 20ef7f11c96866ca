"""TimeBank: time expressions found and valued, in the manner of TempEval-3 (UzZaman et al., 2013, task A).

A gold and a given expression match leniently where they share a character, strictly where both ends agree;
each matches once, in the order of the text. The mark is the F1 of expressions that are found leniently and
bear the right value. Values are compared in capitals and without blanks around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Question, Stretch, Timed
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.times_files import Dated, read_times

__all__ = ["TASKS", "judge_times", "matched", "times_figures"]

_LENIENT, _STRICT, _VALUED, _TYPED = "lenient", "strict", "valued", "typed"


def judge_times(item: Item, answer: Answer) -> Tally:
    """Give the counts of one document: asked, given, and how many are right in each way."""
    asked = cast("Dated", item.gold).times
    pairs = matched(asked, answer.times)
    return Tally(
        {
            "asked": len(asked),
            "given": len(answer.times),
            _LENIENT: len(pairs),
            _STRICT: sum(gold.at == ours.at for gold, ours in pairs),
            _VALUED: sum(_value(gold) == _value(ours) for gold, ours in pairs),
            _TYPED: sum(gold.type == ours.type for gold, ours in pairs),
        }
    )


def matched(asked: tuple[Timed, ...], given: tuple[Timed, ...]) -> list[tuple[Timed, Timed]]:
    """Pair expressions that overlap, one to one, from left to right; one with the same ends goes first."""
    free = sorted(given, key=lambda time: time.at)
    pairs = []
    for gold in sorted(asked, key=lambda time: time.at):
        near = [ours for ours in free if _overlap(gold.at, ours.at)]
        if near:
            best = next((ours for ours in near if ours.at == gold.at), near[0])
            free.remove(best)
            pairs.append((gold, best))
    return pairs


def times_figures(tally: Tally) -> Figures:
    """Give the shares of found and rightly valued; parts: extraction, value and type given what is found."""
    given, asked, found = tally["given"], tally["asked"], tally[_LENIENT]
    parts: dict[str, float] = {}
    for kind in (_LENIENT, _STRICT):
        shares = prf(tally[kind], given, asked)
        parts |= {
            f"{kind}_{name}": share for name, share in zip(("precision", "recall", "f1"), shares, strict=True)
        }
    parts["value_accuracy"] = tally[_VALUED] / found if found else 0.0
    parts["type_accuracy"] = tally[_TYPED] / found if found else 0.0
    parts["type_f1"] = prf(tally[_TYPED], given, asked)[2]
    return Figures(*prf(tally[_VALUED], given, asked), parts)


def _value(time: Timed) -> str:
    return time.value.strip().upper()


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _items(path: Path) -> Iterator[Item]:
    for document in read_times(path):
        yield Item(document.id, Question("times", document.text, day=document.day), document)


TASKS: tuple[Task, ...] = (
    Task(
        "times",
        "TimeBank: time expressions found and with the right value, F1 with overlapping spans",
        _items,
        judge_times,
        times_figures,
    ),
)
