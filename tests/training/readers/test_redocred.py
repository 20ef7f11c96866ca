from __future__ import annotations

import json

from training.readers.redocred import read

ROW = {
    "title": "Ada Byte",
    "sents": [["Ada", "Byte", "lived", "in", "Norland", "."], ["Byte", "loved", "Norland", "."]],
    "vertexSet": [
        [
            {"type": "PER", "sent_id": 0, "pos": [0, 2], "name": "Ada Byte"},
            {"type": "PER", "sent_id": 1, "pos": [0, 1], "name": "Byte"},
        ],
        [{"type": "LOC", "sent_id": 1, "pos": [2, 3], "name": "Norland"}],
    ],
    "labels": [{"r": "P27", "h": 0, "t": 1, "evidence": [1]}],
}


def test_chains_are_groups_and_a_relation_stands_between_its_closest_mentions(tmp_path):
    (tmp_path / "dev_revised.json").write_text(json.dumps([ROW]))
    (one,) = read(tmp_path)
    assert [(one.words(name.at), name.own_type, name.group) for name in one.names] == [
        ("Ada Byte", "PER", 0),
        ("Byte", "PER", 0),
        ("Norland", "LOC", 1),
    ]
    (tie,) = one.relations
    assert (tie.type, tie.subject, one.words(tie.object)) == ("P27", one.names[1].at, "Norland")
    assert "Ada" not in one.id
