from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.answers import Answer
from onrecord.errors import InputError

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import crossval
from crossval import CROSSED, Crossed, cross, digest, in_folds, known_folds, open_fold

from onrecord.score.registry import TASKS

TEXTS = [f"Side {name} praised the other." for name in "ABCDEF"]
CAMEO = Crossed("cameo", "cameo.tsv", "cameo", by_words=True)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Seven sentences of folds 0, 1, 2, 3, 4, 0, 1; training read the quotes around the last as words."""
    cells = [*TEXTS, '"A ""side"" fell."']
    (tmp_path / "cameo.tsv").write_text(
        "".join(f"{text}\t{n % 2}\n" for n, text in enumerate(cells)), "utf-8"
    )
    names = [f"train-{n:05d}-{digest(text)}" for n, text in enumerate(cells)]
    rows = [f"{name},cameo,train,,{n % 5}," for n, name in enumerate(names)]
    lines = ["document,set,part,reason,fold,group", *rows, "other,re3d,train,,3,"]
    (tmp_path / "splits.csv").write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.setattr(crossval, "SPLITS", tmp_path / "splits.csv")
    return tmp_path


@dataclass
class Asked:
    """An answerer that keeps what it was asked."""

    seen: list[str]

    def answers(self, questions):
        self.seen += [question.text for question in questions]
        return (Answer() for _ in questions)


def test_a_document_falls_into_the_fold_of_its_words(data):
    parted = [[item.question.text for item in fold] for fold in in_folds(CAMEO, data)]
    assert parted == [[TEXTS[0], TEXTS[5]], [TEXTS[1], 'A "side" fell.'], [TEXTS[2]], [TEXTS[3]], [TEXTS[4]]]


def test_each_reader_answers_its_own_fold_and_all_counts_add_up(data):
    readers = [Asked([]) for _ in range(5)]
    (report,) = cross([CAMEO], readers.__getitem__, data)
    assert report.n == 7
    assert [len(reader.seen) for reader in readers] == [2, 2, 1, 1, 1]
    assert report.f1 == 0


def test_a_document_that_the_split_does_not_know_is_refused(data):
    with (data / "cameo.tsv").open("a", encoding="utf-8") as file:
        file.write("Side H is new.\t1\n")
    with pytest.raises(InputError, match="has no document"):
        in_folds(CAMEO, data)


@pytest.mark.usefixtures("data")
def test_folds_are_those_of_the_set_alone():
    assert known_folds(Crossed("re3d-names", "re3d", "re3d")) == {"other": 3}
    assert len(known_folds(CAMEO)) == len(TEXTS) + 1


def test_a_missing_reader_is_named(tmp_path):
    with pytest.raises(InputError, match=r"fold-3\.zip is missing"):
        open_fold(tmp_path, 3)


def test_every_crossed_set_is_of_a_task():
    assert {one.task for one in CROSSED} <= set(TASKS)
