import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Entity, Incident, Question
from onrecord.errors import InputError
from onrecord.score.task import Item
from onrecord.score.tasks.muc import TASKS
from onrecord.score.tasks.muc_fills import Fill, credit
from onrecord.score.tasks.muc_keys import fills_of, iso_day, read_keys
from onrecord.score.tasks.muc_sheets import SLOTS, key_sheet

TASK = TASKS[2]
TABLE = Path(__file__).parents[2] / "cases" / "muc_fills.csv"
DATA = Path(__file__).parents[4] / "shared" / "data" / "muc4"
BY_NAME = {slot.name: slot for slot in SLOTS}

TEXT = """
TST9-MUC4-0001

   LIMA, 4 FEB 90 (AGENCY) -- [TEXT] REBELS OF THE TF FRONT BLEW UP A
BRIDGE YESTERDAY.  THREE PEASANTS DIED, AND ANA RUIZ WAS HURT.


TST9-MUC4-0002

   LIMA, NO DATE -- [TEXT] THE WEATHER WAS FINE.
"""
SHEET = """;;; a remark
0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  03 FEB 90
3.  INCIDENT: LOCATION              PERU: LIMA (CITY)
4.  INCIDENT: TYPE                  BOMBING
6.  INCIDENT: INSTRUMENT ID         -
9.  PERP: INDIVIDUAL ID             "REBELS"
10. PERP: ORGANIZATION ID           "TF FRONT" /
                                    "TF"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT: "TF FRONT" / "TF"
12. PHYS TGT: ID                    "BRIDGE"
18. HUM TGT: NAME                   "ANA RUIZ"
19. HUM TGT: DESCRIPTION            "PEASANTS"
21. HUM TGT: NUMBER                 3: "PEASANTS"
                                    ? 1: "ANA RUIZ"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "PEASANTS"
                                    INJURY: "ANA RUIZ"

"""
OPTIONAL = """0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 04 FEB 90
3.  INCIDENT: LOCATION              PERU
4.  INCIDENT: TYPE                  ATTACK
12. PHYS TGT: ID                    "HOUSE"

"""
NONE = """0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
RIGHT = Incident(
    "bombing",
    (
        ("perpetrator_individual", Entity(("REBELS",))),
        ("perpetrator_organisation", Entity(("TF",), confidence="REPORTED AS FACT")),
        ("target", Entity(("BRIDGE",))),
        ("victim", Entity(("ANA RUIZ",), (1, 1), "INJURY", name=True)),
        ("victim", Entity(("PEASANTS",), (3, 3), "DEATH")),
    ),
    "1990-02-03",
    "1990-02-03",
    ("PERU", "LIMA"),
)


def rows():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [tuple(row.values())[:4] for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("slot", "given_", "key", "expected"), rows())
def test_a_fill_earns_what_the_guidelines_say(slot, given_, key, expected):
    (gold,) = fills_of([key], BY_NAME[slot].read)
    assert credit(Fill((tuple(given_.split(";")),)), gold, BY_NAME[slot].verdict) == float(expected)


@pytest.mark.parametrize(
    ("said", "tag", "expected"),
    [("DEATH", "MAYOR", 1), ("DEATH", "JUDGE", 0.5), ("INJURY", "MAYOR", 0), ("NO INJURY", "MAYOR", 0)],
)
def test_a_right_value_said_of_somebody_else_is_partial(said, tag, expected):
    (gold,) = fills_of(['DEATH: "MAYOR" / "MR MORA"'], BY_NAME["victim_effect"].read)
    assert credit(Fill(((said,),), (tag,)), gold, BY_NAME["victim_effect"].verdict) == expected


def test_nothing_and_what_does_not_apply_are_no_fills_and_a_question_mark_makes_one_optional():
    read = BY_NAME["target"].read
    assert fills_of(["-", "*", ""], read) == ()
    assert [fill.optional for fill in fills_of(['? "A"', '"B"', '?"C"'], read)] == [True, False, True]


def test_a_key_file_is_cut_into_sheets_and_lines_of_one_slot_stay_together():
    blocks = list(read_keys(SHEET + OPTIONAL + NONE))
    assert [(name, optional) for name, optional, _ in blocks] == [
        ("TST9-MUC4-0001", False),
        ("TST9-MUC4-0001", True),
        ("TST9-MUC4-0002", False),
    ]
    assert blocks[0][2][10] == ['"TF FRONT" / "TF"']
    assert len(blocks[0][2][21]) == 2


@pytest.mark.parametrize(
    ("words", "day"), [("LIMA, 4 FEB 90 --", "1990-02-04"), ("NO DATE", ""), ("4 FOO 90", "")]
)
def test_the_day_of_a_dateline(words, day):
    assert iso_day(words) == day


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tst9").mkdir()
    (tmp_path / "tst9" / "tst9-muc4").write_text(TEXT, "utf-8")
    (tmp_path / "tst9" / "tst9-muc4.mixed-case").write_text(TEXT, "utf-8")
    (tmp_path / "tst9" / "key-tst9.v1").write_text(SHEET + OPTIONAL + NONE, "utf-8")
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "dev-muc3-0001-0100").write_text(TEXT.replace("TST9-MUC4", "DEV-MUC3"), "utf-8")
    (tmp_path / "dev" / "key-dev-0001.muc4").write_text(NONE.replace("TST9-MUC4", "DEV-MUC3"), "utf-8")
    return tmp_path


def test_a_folder_of_test_sets_is_read_without_the_training_part_and_each_text_once(folder):
    first, second = TASK.read(folder)
    assert (first.id, first.question.day) == ("TST9-MUC4-0001", "1990-02-04")
    assert first.question.text.startswith(
        "LIMA, 4 FEB 90 (AGENCY) -- [TEXT] REBELS OF THE TF FRONT BLEW UP A\nBRIDGE"
    )
    assert (second.question.day, second.gold) == ("", ())
    assert [item.id for item in TASK.read(folder / "tst9")] == [first.id, second.id]
    assert [item.id for item in TASK.read(folder / "dev")] == ["DEV-MUC3-0002"]


def test_a_folder_without_keys_says_what_is_wanted(tmp_path):
    with pytest.raises(InputError, match="key-"):
        list(TASK.read(tmp_path))


@pytest.fixture
def judged(folder):
    first, second = TASK.read(folder)

    def judge(*incidents, item=first):
        return TASK.judge(item, Answer(incidents=incidents))

    judge.second = second
    return judge


def test_the_key_against_itself_is_all_right_and_leaves_out_what_is_optional(judged):
    figures = TASK.figures(judged(RIGHT))
    assert (figures.precision, figures.recall, figures.f1) == (1, 1, 1)
    assert figures.parts["all.possible"] == 12  # all of the first sheet, nothing of the optional second
    assert figures.parts["victim_number.correct"] == 2
    assert figures.parts["all.overgeneration"] == 0


def test_slots_worked_by_hand(judged):
    poor = Incident(
        "attack",
        (
            ("target", Entity(("THE OLD BRIDGE",))),
            ("target", Entity(("ROAD",))),
            ("victim", Entity(("PEASANTS",), (2, None), "DEATH")),
        ),
        "",
        "1990-02-04",
        ("PERU",),
    )
    parts = TASK.figures(judged(poor)).parts
    assert (parts["type.partial"], parts["type.recall"]) == (1, 0.5)
    assert (parts["date.incorrect"], parts["date.precision"]) == (1, 0)
    assert parts["location.partial"] == 1
    assert (parts["target.partial"], parts["target.spurious"], parts["target.overgeneration"]) == (1, 1, 0.5)
    assert (parts["victim_number.incorrect"], parts["victim_number.missing"]) == (1, 0)
    assert (parts["victim_effect.correct"], parts["victim_effect.missing"]) == (1, 1)
    assert parts["perpetrator_individual.missing"] == 1
    # possible 11: all but the optional number; right 1 + 3 * 0.5, given 7
    assert (parts["all.possible"], parts["all.actual"]) == (11, 7)
    assert parts["all.recall"] == 2.5 / 11


def test_a_sheet_maps_only_with_a_fitting_type_and_some_content(judged):
    elsewhere = Incident(
        "bombing", (("target", Entity(("SCHOOL",))),), "1990-02-03", "1990-02-03", ("PERU", "LIMA")
    )
    parts = TASK.figures(judged(elsewhere)).parts
    assert (parts["all.correct"], parts["date.spurious"], parts["date.missing"]) == (0, 1, 1)
    assert parts["all.recall_matched"] == 0
    robbery = Incident("robbery", RIGHT.parts)
    assert TASK.figures(judged(robbery)).parts["all.correct"] == 0


def test_a_spurious_sheet_costs_all_templates_but_not_the_matched_ones(judged):
    parts = TASK.figures(judged(RIGHT, Incident("arson", (("target", Entity(("CAR",))),)))).parts
    assert (parts["target.precision"], parts["target.precision_matched"]) == (0.5, 1)
    assert (parts["target.spurious"], parts["type.spurious"]) == (1, 1)
    assert parts["all.recall"] == 1


def test_an_optional_sheet_counts_when_it_is_given(judged):
    house = Incident("attack", (("target", Entity(("HOUSE",))),), "", "1990-02-04", ("PERU",))
    parts = TASK.figures(judged(house, RIGHT)).parts
    assert (parts["target.correct"], parts["all.possible"], parts["all.recall"]) == (2, 16, 1)


OTHERS = [
    RIGHT,
    Incident("arson", (("target", Entity(("CAR",))),)),
    Incident("attack", (("target", Entity(("HOUSE",))),), "", "1990-02-04"),
    Incident("attack", (("perpetrator_individual", Entity(("REBELS",))),)),
]


@given(st.permutations(OTHERS), st.booleans())
def test_the_order_of_sheets_does_not_matter(order, turned):
    gold = tuple(key_sheet(slots, optional=optional) for _, optional, slots in read_keys(SHEET + OPTIONAL))
    item = Item("d", Question(TASK.name, ""), gold[::-1] if turned else gold)
    figures = TASK.figures(TASK.judge(item, Answer(incidents=tuple(order))))
    assert (figures.parts["all.correct"], figures.parts["all.spurious"]) == (15, 4)


def test_shards_add_up(judged):
    one, other = judged(RIGHT), judged(Incident("arson"), item=judged.second)
    assert TASK.figures(one + other) == TASK.figures(other + one)
    assert TASK.figures(one + other).parts["type.actual"] == 2


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: the MUC-4 data are not beside the checkout")
def test_the_development_sets_have_the_known_numbers_of_messages_and_templates():
    items = list(TASK.read(DATA))
    assert (len(items), sum(len(item.gold) for item in items)) == (200, 191)
    assert sum(sheet.optional for item in items for sheet in item.gold) == 31
