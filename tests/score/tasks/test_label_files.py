from __future__ import annotations

import pytest

from onrecord.answers import Stretch
from onrecord.errors import InputError
from onrecord.score.tasks.label_files import read_classed, read_flagged, read_marked

FLAGS = {"1": "raid", "2": "arrest"}
ROOTS = {"ACCUSE": "ACCUSE", "None": "nothing"}
HEADER = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n"


def file(folder, words, name="dev.tsv"):
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def test_flags_become_the_labels_of_their_columns(tmp_path):
    path = file(tmp_path, 'Two held in a raid.\t1\t1\n"He said ""no""."\t0\t0\n')
    items = list(read_flagged("x", FLAGS, path))
    assert [item.gold for item in items] == [{"raid", "arrest"}, frozenset()]
    assert items[1].question.text == 'He said "no".'
    assert items[1].id == f"{path}:2"


def test_a_folder_is_every_tsv_in_it(tmp_path):
    file(tmp_path, "One.\t1\t0\n", "train.tsv")
    file(tmp_path, "Two.\t0\t1\n", "dev.tsv")
    file(tmp_path, "not read", "notes.md")
    assert [item.question.text for item in read_flagged("x", FLAGS, tmp_path)] == ["Two.", "One."]


def test_a_class_stands_behind_its_text(tmp_path):
    (item,) = read_classed("x", {"3": "verbal_conflict"}, file(tmp_path, "They refused.\t3\n"))
    assert item.gold == {"verbal_conflict"}


def test_marks_become_stretches_of_the_plain_sentence(tmp_path):
    row = "1\tx\tOn Monday <s>Norland</s> blamed <t>the  Front</t>.\tNorland\tthe  Front\t3\tACCUSE\n"
    (item,) = read_marked("x", ROOTS, file(tmp_path, HEADER + row))
    text = item.question.text
    assert text == "On Monday Norland blamed the  Front."
    source, target = item.question.source, item.question.target
    assert text[source.start : source.end] == "Norland"
    assert text[target.start : target.end] == "the  Front"


def test_a_mark_inside_a_mark_keeps_both_places(tmp_path):
    row = "1\tx\t<t>The <s>UN</s>-led talks</t> ended.\tUN\tThe UN-led talks\t3\tACCUSE\n"
    (item,) = read_marked("x", ROOTS, file(tmp_path, HEADER + row))
    assert (item.question.source, item.question.target) == (Stretch(4, 6), Stretch(0, 16))


def test_the_word_none_is_a_word(tmp_path):
    row = "1\tx\tNone came for <t>None</t>.\tNone\tNone\tNone\tNone\n"
    (item,) = read_marked("x", ROOTS, file(tmp_path, HEADER + row))
    assert item.gold == {"nothing"}
    assert item.question.source is None
    assert item.question.target == Stretch(14, 18)


def test_a_document_of_any_length_is_read(tmp_path):
    words = "x" * 200_000
    (item,) = read_flagged("x", FLAGS, file(tmp_path, f"{words}\t0\t1\n"))
    assert item.question.text == words


@pytest.mark.parametrize(
    ("read", "places", "words", "told"),
    [
        (read_flagged, FLAGS, "Fine.\t1\t0\nShort.\t1\n", "dev.tsv:2: not a text and 2 columns of 0 or 1"),
        (read_flagged, FLAGS, "Odd.\t1\tyes\n", "dev.tsv:1: not a text"),
        (read_flagged, FLAGS, '"Two\nlines."\t1\t1\nOdd.\t2\t0\n', "dev.tsv:3: not a text"),
        (read_classed, {"0": "a", "1": "b"}, "Odd.\t7\n", "dev.tsv:1: not a text and one of 0, 1"),
        (read_marked, ROOTS, "sentence\tgold_root\n", "dev.tsv:1: no column marked_sentence"),
        (read_marked, ROOTS, "marked_sentence\tgold_root\nHi.\tSHRUG\n", "dev.tsv:2: not 2 columns"),
        (read_marked, ROOTS, "marked_sentence\tgold_root\n<s>Hi.\tACCUSE\n", "dev.tsv:2: <s> and </s>"),
    ],
)
def test_what_is_not_in_the_format_is_named_with_file_and_line(tmp_path, read, places, words, told):
    with pytest.raises(InputError, match=told):
        list(read("x", places, file(tmp_path, words)))


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "dev.tsv"
    path.write_bytes(b"caf\xe9\t1\t0\n")
    with pytest.raises(InputError, match="UTF-8"):
        list(read_flagged("x", FLAGS, path))


def test_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        list(read_flagged("x", FLAGS, tmp_path / "gone.tsv"))
    with pytest.raises(InputError, match=r"no folder with \.tsv"):
        list(read_flagged("x", FLAGS, tmp_path))
