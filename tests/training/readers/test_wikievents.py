from __future__ import annotations

import json

from training.readers.wikievents import read
from training.schema import NameType

ROW = {
    "doc_id": "made_1",
    "sentences": [
        [[["Bombs", 0, 5], ["fell", 6, 10], [".", 10, 11]], "Bombs fell."],
        [[["Two", 12, 15], ["died", 16, 20]], "Two died"],
    ],
    "entity_mentions": [
        {"id": "T1", "start": 0, "end": 1, "entity_type": "WEA", "text": "Bombs"},
        {"id": "T2", "start": 3, "end": 4, "entity_type": "MHI", "text": "Two"},
    ],
    "event_mentions": [
        {
            "event_type": "Life.Die",
            "trigger": {"start": 4, "end": 5, "text": "died"},
            "arguments": [{"entity_id": "T2", "role": "Victim", "text": "Two"}],
        }
    ],
}


def test_the_text_is_rebuilt_so_that_every_span_finds_its_words(tmp_path):
    (tmp_path / "dev.jsonl").write_text(json.dumps(ROW) + "\n")
    (one,) = read(tmp_path)
    assert one.text == "Bombs fell.\nTwo died"
    assert [(one.words(name.at), name.type) for name in one.names] == [
        ("Bombs", NameType.WEAPON),
        ("Two", NameType.OTHER),
    ]
    assert [(one.words(event.at), event.type) for event in one.events] == [("died", "Life.Die")]
    assert [(role.event, one.words(role.at), role.role) for role in one.roles] == [(0, "Two", "Victim")]
