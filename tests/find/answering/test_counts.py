from __future__ import annotations

from onrecord.answers import Question
from onrecord.find.answering.rules import answer_by_rules


class NoNames:
    version = "none"

    def kinds(self, name):
        del name
        return frozenset()


def counts(text):
    (answer,) = answer_by_rules(NoNames()).answers([Question("counts", text)])
    return answer.counts


def test_a_row_says_how_many_where_and_of_whom():
    text = "Gunmen killed at least nine teachers in Oldmarket."
    (row,) = counts(text)
    assert text[row.at.start : row.at.end] == "at least nine"
    assert (row.outcome, row.low, row.high) == ("killed", 9, None)
    told = dict(row.cells)
    assert (told["hedge"], told["status"], told["side"], told["scope"]) == (
        "at least",
        "civilian",
        "teachers",
        "total",
    )
    assert told["inflicted_by"] == "Gunmen"


def test_a_count_that_two_claims_carry_is_given_once():
    rows = counts("Gunmen attacked the post and killed nine soldiers, the army said.")
    assert [(row.outcome, row.low) for row in rows] == [("killed", 9)]


def test_people_are_counted_also_where_no_act_is_told():
    assert [(row.outcome, row.low) for row in counts("Nine people died in the crash.")] == [("killed", 9)]


def test_rows_come_in_the_order_of_the_text():
    rows = counts("Two men died. A bomb killed five people and injured eleven.")
    assert [row.low for row in rows] == [2, 5, 11]


def test_cattle_and_houses_are_nobody():
    assert counts("Raiders killed 30 head of cattle and burned 12 houses.") == ()


def test_a_doer_goes_on_with_the_verbs_that_follow():
    rows = counts("Gunmen killed nine teachers and abducted four pupils.")
    assert [dict(row.cells)["inflicted_by"] for row in rows] == ["Gunmen", "Gunmen"]


def test_a_running_count_says_until_when():
    (row,) = counts("As of 4 June, 310 people had been killed.")
    told = dict(row.cells)
    assert (told["scope"], told["as_of"]) == ("cumulative", "4 June")
