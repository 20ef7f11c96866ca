from __future__ import annotations

from dataclasses import dataclass

from onrecord.answers import Answer, Question
from onrecord.find.answering import both
from onrecord.find.answering.both import BothAnswerer
from onrecord.score.registry import TASKS


@dataclass
class Says:
    """An answerer that signs its answers."""

    name: str

    def answers(self, questions):
        yield from (Answer(labels=((f"{self.name}: {q.task} {q.text}", 1.0),)) for q in questions)


def test_each_question_goes_to_the_engine_that_measured_better_in_order(monkeypatch):
    monkeypatch.setattr(both, "BY_RULES", frozenset({"satp"}))
    asked = [Question("satp", "a"), Question("muc4-roles", "b"), Question("satp", "c")]
    given = BothAnswerer(Says("rules"), Says("trained")).answers(iter(asked))
    assert [answer.labels[0][0] for answer in given] == [
        "rules: satp a",
        "trained: muc4-roles b",
        "rules: satp c",
    ]


def test_every_task_left_to_the_rules_is_a_task():
    assert set(both.BY_RULES) <= set(TASKS)
