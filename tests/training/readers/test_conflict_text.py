from __future__ import annotations

import pytest
from training.readers.conflict_text import FOLDERS, read
from training.schema import Layer

NER = (
    "The O\nstrong B-S\narmy I-S\nhit O\nrebels B-T\n, O\nsays O\nthe B-R\nUN I-R\n\nNobody O\ncame O\n. O\n"
)


@pytest.fixture
def examples(tmp_path):
    for folder in (*FOLDERS.values(), "cameo_ner"):
        (tmp_path / folder).mkdir()
    (tmp_path / "satp_relevant" / "train.tsv").write_text("Men fired and a mine went off.\t1\t1\t0\t0\n")
    (tmp_path / "satp_relevant" / "dev.tsv").write_text('"A ""quiet"" day."\t0\t0\t0\t0\n')
    (tmp_path / "cameo_class" / "train.tsv").write_text("The two sides met.\t1\n")
    (tmp_path / "cameo_ner" / "train.txt").write_text(NER)
    return {(one.set, one.id[:11]): one for one in read(tmp_path)}


def test_each_column_is_a_label(examples):
    assert examples["satp", "train-00000"].labels == {"satp": ("armed_assault", "bombing")}
    assert examples["satp", "train-00000"].annotated == {"labels:satp"}


def test_a_text_may_have_no_label_and_quotation_marks_are_undone(examples):
    (one,) = [one for (name, key), one in examples.items() if name == "satp" and key.startswith("dev")]
    assert (one.text, one.labels["satp"], one.given) == ('A "quiet" day.', (), "dev")


def test_a_set_of_one_file_has_no_given_part_and_a_label_by_its_value(examples):
    one = examples["cameo", "train-00000"]
    assert (one.labels, one.given) == ({"cameo": ("verbal_cooperation",)}, "")


def test_the_parties_stand_at_their_words(examples):
    one = examples["cameo_ner", "train-00000"]
    assert one.text == "The strong army hit rebels, says the UN"
    assert [(one.words(role.at), role.role) for role in one.roles] == [
        ("strong army", "source"),
        ("rebels", "target"),
        ("the UN", "related"),
    ]
    assert one.annotated == {Layer.PARTIES}
