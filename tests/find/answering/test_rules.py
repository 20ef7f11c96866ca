from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Question
from onrecord.errors import FindError
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.rules import ANSWERS, answer_by_rules
from onrecord.resolve.answering import FILLED
from onrecord.score.registry import TASKS


class NoNames:
    version = "none"

    def kinds(self, name):
        del name
        return frozenset()


def test_the_rules_answer_every_task_that_is_scored():
    assert {*ANSWERS, *FILLED} == set(TASKS)


@pytest.mark.parametrize("task", list(ANSWERS))
def test_every_task_gets_an_answer_in_its_parts_alone(task):
    text = "Officials said that gunmen of the Hill League killed nine people in Oldmarket on Monday."
    (answer,) = answer_by_rules(NoNames()).answers([Question(task, text)])
    filled = {name for name in answer.__slots__ if getattr(answer, name)}
    assert filled <= set(ANSWERS[task])


def test_answers_come_in_the_order_of_the_questions():
    texts = ["A bomb went off.", "It rained.", "Gunmen shot dead two men."]
    answers = list(answer_by_rules(NoNames()).answers(Question("satp", text) for text in texts))
    assert [[label for label, _ in answer.labels] for answer in answers] == [
        ["bombing"],
        [],
        ["armed_assault"],
    ]


def test_a_task_that_the_rules_do_not_know_is_refused():
    with pytest.raises(FindError, match="no rules for task 'x'"):
        list(answer_by_rules(NoNames()).answers([Question("x", "words")]))


@given(st.text())
def test_a_question_stays_as_it_is_as_a_text(words):
    text = as_text(Question("satp", words))
    (passage,) = text.passages
    assert text.content == words
    assert (passage.start, passage.end) == (0, len(words))
