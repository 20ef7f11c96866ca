from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Counted, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Tally
from onrecord.score.tasks.counts import TASKS
from onrecord.score.tasks.counts_baseline import nearest_numbers

GOLD = Path(__file__).parents[3] / "bench" / "gold" / "counts.csv"
HEADER = "text,outcome,low,high,hedge,status,side,inflicted_by,scope,as_of\n"
(COUNTS,) = TASKS


def items(folder, rows, header=HEADER):
    path = folder / "counts.csv"
    path.write_text(f"# ours\n{header}{rows}\n", "utf-8")
    return list(COUNTS.read(path))


def counted(outcome, low, high, **cells):
    return Counted(Stretch(0, 1), outcome, low, high, tuple(cells.items()))


def judged(item, *rows):
    return COUNTS.figures(COUNTS.judge(item, Answer(counts=rows)))


def test_rows_of_one_text_are_one_document_and_an_empty_outcome_is_none(tmp_path):
    read = items(tmp_path, '"A, b",killed,3,,,,*,*,*,*\n"A, b",injured,,5,,,*,*,*,*\nC,,,,,,,,,')
    assert [(item.question.text, len(item.gold.rows)) for item in read] == [("A, b", 2), ("C", 0)]


def test_a_row_is_right_with_outcome_and_both_ends(tmp_path):
    (item,) = items(tmp_path, "A,killed,32,,at least,unknown,*,*,total,*\nA,killed,8,8,,civilian,*,*,part,*")
    figures = judged(item, counted("killed", 32, None), counted("killed", 8, 9), counted("injured", 8, 8))
    assert (figures.precision, figures.recall) == (pytest.approx(1 / 3), 0.5)
    assert figures.f1 == pytest.approx(0.4)
    assert figures.parts["killed_precision"] == 0.5


def test_a_row_counts_once_however_often_it_is_given(tmp_path):
    (item,) = items(tmp_path, "A,killed,3,3,,,*,*,*,*")
    assert judged(item, counted("killed", 3, 3), counted("killed", 3, 3)).precision == 0.5


def test_a_star_is_not_compared_and_an_empty_cell_is(tmp_path):
    (item,) = items(tmp_path, "A,killed,*,3,,*,*,*,total,*")
    parts = judged(item, counted("killed", 1, 3, hedge="about", status="civilian", scope="total")).parts
    assert [parts[f"with_{name}_f1"] for name in ("hedge", "status", "scope")] == [0, 1, 1]


def test_words_of_a_cell_are_right_where_they_name_the_same(tmp_path):
    (item,) = items(tmp_path, "A,killed,3,3,,,army soldiers,the Red Front,total,*")
    row = counted("killed", 3, 3, side="the soldiers", inflicted_by="Blue League")
    parts = judged(item, row).parts
    assert (parts["with_side_f1"], parts["with_inflicted_by_f1"]) == (1, 0)


def test_of_rows_with_one_count_those_pair_that_agree_most(tmp_path):
    (item,) = items(tmp_path, "A,killed,3,3,,civilian,*,*,total,*\nA,killed,3,3,,combatant,*,*,total,*")
    given_rows = [counted("killed", 3, 3, status=s, scope="total") for s in ("combatant", "civilian")]
    assert judged(item, *given_rows).parts["with_status_f1"] == 1


def test_the_parts_of_a_file_get_figures_of_their_own(tmp_path):
    header, rows = "text,outcome,low,high,part\n", "A,killed,1,1,dev\nB,killed,2,2,held"
    first, second = items(tmp_path, rows, header)
    total = COUNTS.judge(first, Answer(counts=(counted("killed", 1, 1),))) + COUNTS.judge(second, Answer())
    parts = COUNTS.figures(total).parts
    assert (parts["part_dev_f1"], parts["part_held_f1"], parts["texts_right"]) == (1, 0, 0.5)


def test_a_folder_is_read_file_by_file(tmp_path):
    for name in ("b", "a"):
        (tmp_path / f"{name}.csv").write_text(f"{HEADER}{name},killed,1,1,,,,,,\n", "utf-8")
    assert [item.id for item in COUNTS.read(tmp_path)] == ["a:1", "b:1"]


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [("text,outcome,low\n", "A,killed,1", "no column high"), (HEADER, "A,killed,few,3,,,,,,", "'few'")],
)
def test_a_file_in_another_form_is_refused_with_what_to_do(tmp_path, header, row, said):
    with pytest.raises(InputError, match=said):
        items(tmp_path, row, header)


def test_a_folder_without_files_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"no \.csv"):
        list(COUNTS.read(tmp_path))


def test_the_baseline_takes_the_nearest_number_before_a_harm_word():
    found = nearest_numbers("On 3 May, 1,300 people were killed and twelve injured. Nobody died.")
    assert [(row.outcome, row.low) for row in found] == [("killed", 1300), ("injured", 12)]


def test_the_gold_has_two_hundred_texts_in_two_parts_and_every_cell_is_of_the_scheme():
    texts = [item.gold for item in COUNTS.read(GOLD)]
    rows = [row for text in texts for row in text.rows]
    assert len(texts) >= 200
    assert {text.part for text in texts} == {"dev", "held"}
    assert {dict(row.cells)["scope"] for row in rows} == {"total", "part", "cumulative"}
    assert {dict(row.cells)["status"] for row in rows} == {"unknown", "civilian", "combatant", "attacker"}


def test_gold_given_as_answer_is_right_in_every_part():
    tally = Tally()
    for item in COUNTS.read(GOLD):
        rows = tuple(Counted(Stretch(0, 0), r.outcome, r.low, r.high, r.cells) for r in item.gold.rows)
        tally += COUNTS.judge(item, Answer(counts=rows))
    figures = COUNTS.figures(tally)
    own = [value for name, value in figures.parts.items() if not name.startswith("baseline")]
    assert (figures.f1, set(own)) == (1, {1})


@given(st.text(alphabet="killed 12,one.\n", max_size=200))
def test_the_baseline_reads_any_text(text):
    assert all(text[row.at.start : row.at.end] for row in nearest_numbers(text))
