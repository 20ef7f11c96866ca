from pathlib import Path

import pytest

from onrecord.answers import Answer, Stretch, Timed
from onrecord.errors import InputError
from onrecord.score.task import Tally
from onrecord.score.tasks.times import TASKS, matched
from onrecord.score.tasks.times_files import read_times

DATA = Path(__file__).parents[4] / "shared" / "data" / "timebank"
(TASK,) = TASKS
DOCUMENT = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2016-03-09T10:00">03/09</TIMEX3></DCT><TEXT>
It <EVENT eid="e1">fell</EVENT> <TIMEX3 tid="t1" type="DATE" value="2016-03-04">last Friday</TIMEX3> after
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def item(tmp_path):
    (tmp_path / "one.tml").write_text(DOCUMENT, "utf-8")
    return next(TASK.read(tmp_path))


def test_documents_are_found_in_folders_within(tmp_path):
    for folder in ("a", "b/c"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "one.tml").write_text(DOCUMENT, "utf-8")
    assert len(list(read_times(tmp_path))) == 2


def test_a_document_without_a_body_gives_its_day_by_the_mark_of_its_creation(tmp_path):
    made = '<TIMEX3 tid="t0" type="DATE" value="2016-03-09" functionInDocument="CREATION_TIME">03/09</TIMEX3>'
    told = '<TIMEX3 tid="t1" type="DATE" value="2016-03-04">Friday</TIMEX3>'
    (tmp_path / "old.tml").write_text(f"<TimeML>{made} It fell on {told}.</TimeML>", "utf-8")
    (one,) = read_times(tmp_path)
    assert one.day == "2016-03-09"
    assert [one.text[time.at.start : time.at.end] for time in one.times] == ["Friday"]


@pytest.mark.parametrize("value", ["2016-03", "PRESENT_REF", ""])
def test_a_day_that_is_no_whole_day_stays_unknown(tmp_path, value):
    (tmp_path / "one.tml").write_text(DOCUMENT.replace("2016-03-09T10:00", value), "utf-8")
    (one,) = read_times(tmp_path)
    assert one.day == ""


def figures(item, *times):
    return TASK.figures(TASK.judge(item, Answer(times=times)) + Tally())


def test_the_body_is_asked_and_its_day_is_given(item):
    assert item.question.day == "2016-03-09"
    words = [item.question.text[time.at.start : time.at.end] for time in item.gold.times]
    assert words == ["last Friday", "three days"]


def test_the_right_answer_is_worth_one(item):
    whole = figures(item, *item.gold.times)
    assert (whole.precision, whole.recall, whole.f1) == (1, 1, 1)
    assert whole.parts["strict_f1"] == whole.parts["type_accuracy"] == 1


def test_overlap_counts_as_found_and_a_wrong_value_does_not_count_as_right(item):
    friday, days = item.gold.times
    shorter = Timed(Stretch(friday.at.start + 5, friday.at.end), "DATE", "2016-03-04 ")
    wrong = Timed(days.at, "DATE", "P4D")
    found = figures(item, shorter, wrong)
    assert found.f1 == pytest.approx(0.5)
    assert found.parts["lenient_f1"] == 1
    assert found.parts["strict_recall"] == found.parts["type_accuracy"] == 0.5


def test_no_answer_is_worth_nothing(item):
    assert figures(item).f1 == 0
    assert figures(item).parts["value_accuracy"] == 0


def test_each_expression_matches_once():
    gold = (Timed(Stretch(0, 10), "DATE", ""),)
    given = (Timed(Stretch(0, 4), "DATE", ""), Timed(Stretch(5, 10), "DATE", ""))
    assert matched(gold, given) == [(gold[0], given[0])]


@pytest.mark.parametrize("content", ["<TimeML>", "<TimeML></TimeML>"])
def test_another_form_is_refused_with_the_name_of_the_file(tmp_path, content):
    (tmp_path / "bad.tml").write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"bad\.tml"):
        list(read_times(tmp_path))


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"no \*\.tml"):
        list(read_times(tmp_path))


@pytest.mark.data
def test_all_documents_of_timebank_are_read():
    documents = list(read_times(DATA))
    assert (len(documents), sum(len(one.times) for one in documents)) == (183, 1243)
