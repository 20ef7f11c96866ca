from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.answers import Answer, Question
from onrecord.score.task import Item
from onrecord.score.tasks.labels import TASKS, scheme
from onrecord.vocabulary import rows

DATA = Path(__file__).parents[4] / "shared" / "data"
FILES = {
    "satp": "conflict_text/satp_relevant/dev.tsv",
    "insightcrime": "conflict_text/insightCrime/dev.tsv",
    "ipe-docs": "conflict_text/IndiaPoliceEvents_docs/dev.tsv",
    "ipe-sents": "conflict_text/IndiaPoliceEvents_sents/dev.tsv",
    "cameo": "conflict_text/cameo_class/train.tsv",
    "plover": "plover/PLV_train.tsv",
}
BY_NAME = {task.name: task for task in TASKS}


def judged(task, gold, *labels):
    question = Question(task, "words")
    return BY_NAME[task].judge(Item("1", question, frozenset(gold)), Answer(labels=labels))


def test_the_schemes_have_as_many_labels_as_the_benchmarks():
    sizes = {name: len(scheme(name)) for name in BY_NAME}
    assert sizes == {"satp": 4, "insightcrime": 7, "ipe-docs": 5, "ipe-sents": 5, "cameo": 5, "plover": 15}
    assert {row["task"] for row in rows("label_schemes")} == set(BY_NAME)


def test_where_a_text_may_have_several_labels_those_that_are_likelier_than_not_are_given():
    tally = judged("satp", {"bombing"}, ("bombing", 0.5), ("abduction", 0.49))
    assert (tally["right:bombing"], tally["given:abduction"], tally["f1"]) == (1, 0, 1)


def test_where_a_text_has_one_label_the_likeliest_is_given():
    tally = judged("cameo", {"verbal_conflict"}, ("public_statement", 0.2), ("verbal_conflict", 0.3))
    assert (tally["right:verbal_conflict"], tally["given:public_statement"]) == (1, 0)


def test_a_wrong_root_may_be_in_the_right_class():
    tally = judged("plover", {"ACCUSE"}, ("REJECT", 0.9))
    assert (tally["right:ACCUSE"], tally["right:REJECT"]) == (0, 0)
    assert tally["broad right:verbal_conflict"] == 1


def test_an_empty_answer_is_a_miss():
    tally = judged("plover", {"AID"})
    assert (tally["asked:AID"], tally["given:AID"]) == (1, 0)


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: the development data are not beside the checkout")
@pytest.mark.parametrize("name", list(FILES))
def test_the_development_part_is_read_whole(name):
    path = DATA / FILES[name]
    with path.open(encoding="utf-8", newline="") as file:
        texts = sum(1 for row in csv.reader(file, delimiter="\t") if row)
    items = list(BY_NAME[name].read(path))
    assert len(items) == texts - (name == "plover")
    assert frozenset().union(*(item.gold for item in items)) == set(scheme(name))
    perfect = [BY_NAME[name].judge(i, Answer(labels=tuple((g, 1.0) for g in sorted(i.gold)))) for i in items]
    assert BY_NAME[name].figures(sum(perfect[1:], perfect[0])).f1 == pytest.approx(1)
