"""What the simplest answers to MUC-4 score: `bench/muc_baseline.py [FOLDER]`, the folder that holds muc4.

Prints a JSON line a task and baseline, in the form of `onrecord score`. "always empty" answers nothing.
"keyword and most frequent" gives one incident of each type whose words stand in the text; its fillers
are, of those that the training part has most often for the role, the ones that stand in the text too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Entity, Incident, Question
from onrecord.find.answering.incidents_terms import country_of
from onrecord.score.registry import find_task
from onrecord.score.running import report_on
from onrecord.score.tasks.muc_forms import ROLES, Template

DATA = Path(__file__).parents[2] / "shared" / "data" / "muc4"
TASKS = (
    ("muc4-roles", "templates_dev.jsonl"),
    ("muc4-templates", "templates_dev.jsonl"),
    ("muc4-slots", "."),
)
KEYWORDS = {
    "bombing": ("bomb", "explo", "dynamite"),
    "kidnapping": ("kidnap", "abduct", "hostage"),
    "arson": ("set fire", "burned", "arson"),
    "robbery": ("robbed", "robbery"),
    "attack": ("murder", "killed", "attack", "assassinat"),
}
MOST_FREQUENT = 50
Frequent = dict[str, tuple[str, ...]]


def main() -> None:
    """Print one line a task and baseline."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    frequent = learn(data / "templates_train.jsonl")
    baselines: dict[str, Callable[[Question], Answer]] = {
        "always empty": lambda _: Answer(),
        "keyword and most frequent": lambda question: guess(question, frequent),
    }
    for name, place in TASKS:
        task = find_task(name)
        items = list(task.read(data / place))
        for baseline, answer in baselines.items():
            line = report_on(task, [task.judge(item, answer(item.question)) for item in items]).line()
            print(json.dumps({"baseline": baseline, **line}))


def learn(path: Path) -> Frequent:
    """Give for each role the words that fill it most often in training."""
    counts: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
    for item in find_task("muc4-templates").read(path):
        for template in cast("tuple[Template, ...]", item.gold):
            for role, fillers in zip(ROLES, template.fillers, strict=True):
                counts[role].update(filler[0] for filler in fillers)
    return {role: tuple(w for w, _ in found.most_common(MOST_FREQUENT)) for role, found in counts.items()}


def guess(question: Question, frequent: Frequent) -> Answer:
    """Give an incident for each type whose words stand in the text; attack only where no other does."""
    text = question.text.lower()
    kinds = [kind for kind, words in KEYWORDS.items() if any(word in text for word in words)]
    chosen = [kind for kind in kinds if kind != "attack"] or kinds
    parts = tuple(
        (ROLES[role], Entity((word,), name=True))
        for role, words in frequent.items()
        for word in [word for word in words if word in text][:1]
    )
    places = tuple(filter(None, (country_of(text),)))
    return Answer(
        incidents=tuple(Incident(kind, parts, latest=question.day, places=places) for kind in chosen)
    )


if __name__ == "__main__":
    main()
