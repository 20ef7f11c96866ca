from __future__ import annotations

import json

import pytest
from training.readers.muc4 import read
from training.schema import Layer, Stretch

TEXT = "rebels of the red front (rf) shot rosa lima in puno. the front denied it. rosa lima, a mayor, died."
TEMPLATE = {
    "incident_type": "attack",
    "PerpInd": [[["rebels", 0]]],
    "PerpOrg": [[["red front", 14], ["rf", 25]]],
    "Target": [],
    "Victim": [[["rosa lima", 34]]],
    "Weapon": [],
}
KEY = """\
;;; a remark on the key
0.  MESSAGE: ID                     DEV-MUC3-0001 (NOBODY)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 05 JAN 90
3.  INCIDENT: LOCATION              PERU: PUNO (CITY)
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "REBELS"
10. PERP: ORGANIZATION ID           "RED FRONT" / "RF"
11. PERP: ORGANIZATION CONFIDENCE   ? SUSPECTED OR ACCUSED: "RED FRONT" / "RF"
18. HUM TGT: NAME                   "ROSA LIMA"
19. HUM TGT: DESCRIPTION            "MAYOR": "ROSA LIMA"
21. HUM TGT: NUMBER                 2: "FARMERS"
                                    1: "ROSA LIMA"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ROSA LIMA"

0.  MESSAGE: ID                     DEV-MUC3-0002 (NOBODY)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
HEADS = """\
DEV-MUC3-0001 (NOBODY)

   LIMA, 6 JAN 90 (WIRE) -- [TEXT] REBELS OF THE RED FRONT

DEV-MUC3-0002 (NOBODY)

   [TEXT] NOTHING HAPPENED ON 7 JAN 90
"""


@pytest.fixture
def examples(tmp_path):
    for folder in ("dev", "tst1", "tst2"):
        (tmp_path / folder).mkdir()
    (tmp_path / "dev" / "key-dev-0001.muc4").write_text(KEY)
    (tmp_path / "dev" / "dev-muc3-0001-0100").write_text(HEADS)
    rows = [
        {"docid": "DEV-MUC3-0001", "doctext": TEXT, "templates": [TEMPLATE]},
        {"docid": "DEV-MUC3-0002", "doctext": "nothing happened.", "templates": []},
    ]
    (tmp_path / "templates_train.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "templates_dev.jsonl").write_text("")
    return list(read(tmp_path))


def test_a_template_has_what_its_key_says(examples):
    (template,) = examples[0].muc
    assert (template.type, template.date, template.location, template.stage) == (
        "attack",
        "- 05 jan 90",
        "peru: puno (city)",
        "accomplished",
    )


def test_a_filler_stands_where_the_file_says_and_where_its_words_stand_again(examples):
    victim = dict(examples[0].muc[0].parts)["Victim"]
    assert victim.given == (Stretch(34, 43),)
    assert [examples[0].words(at) for at in victim.further] == ["rosa lima"]
    assert victim.further != victim.given


def test_a_filler_has_the_number_effect_and_confidence_of_its_words(examples):
    parts = dict(examples[0].muc[0].parts)
    assert (parts["Victim"].number, parts["Victim"].effect, parts["Victim"].name) == ("1", "death", True)
    assert parts["PerpOrg"].words == ("red front", "rf")
    assert parts["PerpOrg"].confidence == "suspected or accused"
    assert not parts["PerpOrg"].name


def test_a_text_without_an_incident_is_read_and_says_so(examples):
    assert examples[1].muc == ()
    assert examples[1].annotated == {Layer.MUC}


def test_the_day_is_that_of_the_head_only(examples):
    assert [one.day for one in examples] == ["1990-01-06", ""]
    assert {one.given for one in examples} == {"train"}
