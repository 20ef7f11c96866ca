from __future__ import annotations

import json

from training.readers.re3d import read
from training.schema import NameType

TEXT = "Troops of Norland fought the Reds near Oldtown."
NAMES = [
    (0, 17, "Organisation", 1),
    (10, 17, "Location", 1),
    (29, 33, "Organisation", 0.9),
    (39, 46, "Person", 0),
]


def lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def folder(tmp_path):
    publisher = tmp_path / "Some_Office"
    publisher.mkdir()
    lines(publisher / "documents.jsonl", [{"_id": "A1", "text": TEXT}])
    names = [
        {"documentId": "A1", "begin": b, "end": e, "type": t, "value": TEXT[b:e], "confidence": c}
        for b, e, t, c in NAMES
    ]
    lines(publisher / "entities.jsonl", names)
    tie = {"documentId": "A1", "type": "FightingAgainst", "confidence": 1, "begin": 18, "end": 24}
    lines(
        publisher / "relations.jsonl",
        [{**tie, "sourceBegin": 0, "sourceEnd": 17, "targetBegin": 29, "targetEnd": 33}],
    )
    return tmp_path


def test_names_may_nest_and_what_the_crowd_doubts_is_left_out(tmp_path):
    (one,) = read(folder(tmp_path))
    assert {(one.words(name.at), name.type) for name in one.names} == {
        ("Troops of Norland", NameType.ORGANISATION),
        ("Norland", NameType.PLACE),
        ("Reds", NameType.ORGANISATION),
    }


def test_a_relation_has_its_ends_in_the_order_of_the_scheme(tmp_path):
    (one,) = read(folder(tmp_path))
    (tie,) = one.relations
    assert (tie.type, one.words(tie.subject), one.words(tie.object)) == (
        "FightingAgainst",
        "Troops of Norland",
        "Reds",
    )


def test_the_publisher_is_kept_for_its_licence(tmp_path):
    (one,) = read(folder(tmp_path))
    assert (one.id, one.source) == ("A1", "Some_Office")
