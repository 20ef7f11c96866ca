from __future__ import annotations

import json

from training.readers.geneva import read

ROW = {
    "wnd_id": "9_1",
    "tokens": ["Ada", "wo", "n't", "travel", "."],
    "entity_mentions": [{"id": "9_1_0_1", "start": 0, "end": 1, "text": "Ada"}],
    "event_mentions": [
        {
            "event_type": "Travel",
            "trigger": {"start": 3, "end": 4, "text": "travel"},
            "arguments": [{"entity_id": "9_1_0_1", "role": "Traveler"}],
        }
    ],
}


def test_a_sentence_of_two_files_is_read_once(tmp_path):
    (tmp_path / "lr1200").mkdir()
    for path in (tmp_path / "val.json", tmp_path / "lr1200" / "train-s160.json"):
        path.write_text(json.dumps(ROW) + "\n")
    (one,) = read(tmp_path)
    assert one.text == "Ada won't travel."
    assert [(one.words(event.at), event.type) for event in one.events] == [("travel", "Travel")]
    assert [(role.event, one.words(role.at), role.role) for role in one.roles] == [(0, "Ada", "Traveler")]
