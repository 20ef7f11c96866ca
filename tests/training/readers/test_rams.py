from __future__ import annotations

import json

from training.readers.rams import read
from training.schema import Layer

ROW = {
    "sentences": [["It", "was", "calm", "."], ["Guards", "shot", "two", "men", "."]],
    "evt_triggers": [[5, 5, [["conflict.attack.firearmattack", 1.0]]]],
    "gold_evt_links": [[[5, 5], [6, 7], "evt008arg02target"], [[5, 5], [4, 4], "evt008arg01attacker"]],
}


def test_the_one_event_has_its_roles_and_other_words_are_no_negatives(tmp_path):
    (tmp_path / "dev.jsonl").write_text(json.dumps(ROW) + "\n")
    (one,) = read(tmp_path)
    assert one.text == "It was calm.\nGuards shot two men."
    assert [(one.words(event.at), event.type) for event in one.events] == [
        ("shot", "conflict.attack.firearmattack")
    ]
    assert [(role.event, one.words(role.at), role.role) for role in one.roles] == [
        (0, "two men", "target"),
        (0, "Guards", "attacker"),
    ]
    assert Layer.EVENTS not in one.annotated
