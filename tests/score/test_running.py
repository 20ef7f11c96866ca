from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Question
from onrecord.errors import InputError
from onrecord.score.running import judge_items, report_on
from onrecord.score.task import Figures, Item, Tally, Task, prf

NOWHERE = Path()


def figures(tally: Tally) -> Figures:
    return Figures(*prf(tally["right"], tally["given"], tally["asked"]), {"given": tally["given"]})


def task(texts):
    """Asks for the letters of each text that are vowels."""

    def read(path):  # noqa: ARG001 - a task reads a path
        return (
            Item(str(n), Question("vowels", text), set(text) & set("aeiou")) for n, text in enumerate(texts)
        )

    def judge(item, answer):
        given = {label for label, _ in answer.labels}
        return Tally({"right": len(given & item.gold), "given": len(given), "asked": len(item.gold)})

    return Task("vowels", "vowels of words", read, judge, figures)


class Finder:
    """Knows two vowels, and keeps how it was asked."""

    def __init__(self):
        self.asked = []

    def answers(self, questions):
        questions = list(questions)
        self.asked.append([question.text for question in questions])
        for question in questions:
            yield Answer(labels=tuple((letter, 1.0) for letter in "ab" if letter in question.text))


def test_items_are_asked_in_batches_in_the_order_of_the_file():
    finder = Finder()
    tallies = list(judge_items(task(["ab", "e", "a", "xa", "b"]), NOWHERE, finder, batch=2))
    assert finder.asked == [["ab", "e"], ["a", "xa"], ["b"]]
    assert [tally["given"] for tally in tallies] == [2, 0, 1, 1, 1]


def test_a_limit_reads_no_further():
    finder = Finder()
    assert len(list(judge_items(task(["a", "b", "c"]), NOWHERE, finder, limit=2))) == 2
    assert finder.asked == [["a", "b"]]


def test_the_report_holds_the_figures_of_the_whole_and_an_interval_around_f1():
    asked = task(["ab", "e", "a", "xa", "b"])
    report = report_on(asked, list(judge_items(asked, NOWHERE, Finder())))
    # given 5 (a b a a b), right 3, asked 4 (a e a a)
    assert report.line() == {
        "task": "vowels",
        "n": 5,
        "precision": 0.6,
        "recall": 0.75,
        "f1": 0.6667,
        "low": report.line()["low"],
        "high": report.line()["high"],
        "parts": {"given": 5},
    }
    assert 0 <= report.low < report.f1 < report.high <= 1


def test_nothing_to_score_is_said():
    with pytest.raises(InputError, match="vowels: the data hold no documents"):
        report_on(task([]), [])


def test_an_engine_that_leaves_a_question_out_is_no_silent_shift():
    class Lazy:
        def answers(self, questions):
            return iter([Answer()] * (len(list(questions)) - 1))

    with pytest.raises(ValueError, match="shorter"):
        list(judge_items(task(["a", "b"]), NOWHERE, Lazy()))


@given(st.lists(st.text("abexy", min_size=1, max_size=4), min_size=2, max_size=9), st.integers(1, 8))
def test_shards_add_up_to_the_whole(texts, cut):
    def total(part):
        return sum(judge_items(task(part), NOWHERE, Finder()), Tally())

    whole, shards = total(texts), total(texts[:cut]) + total(texts[cut:])
    assert figures(whole) == figures(shards)
