from __future__ import annotations

import json

import pytest
from training.readers.ecbplus import read

CONLL = """\
#begin document (5/5ecb/1); part 000
5/5ecb/1\t0\t0\thttp\t-
5/5ecb/1\t0\t1\t:\t-

5/5ecb/1\t1\t0\tAda\t-
5/5ecb/1\t1\t1\tdid\t-
5/5ecb/1\t1\t2\tnot\t-
5/5ecb/1\t1\t3\tresign\t-

5/5ecb/1\t2\t0\tThe\t-
5/5ecb/1\t2\t1\tstep\t-
5/5ecb/1\t2\t2\tcame\t-

5/5ecb/1\t3\t0\tRain\t-
#end document
#begin document (45/45ecb/1); part 000
45/45ecb/1\t0\t0\tHidden\t-
#end document
"""


def mention(kind, chain, sentence, numbers, *, whole=True, head=0):
    return {
        "conll_doc_key": "5/5ecb/1",
        "mention_id": f"{sentence}_{numbers}",
        "mention_full_type": kind,
        "coref_chain": chain,
        "sent_id": sentence,
        "tokens_number": numbers,
        "is_continuous": whole,
        "mention_head_id": head,
    }


@pytest.fixture
def examples(tmp_path):
    place = tmp_path / "5ecb" / "annotation" / "original"
    place.mkdir(parents=True)
    (place / "5ecb.conll").write_text(CONLL)
    events = [
        mention("NEG_ACTION_OCCURRENCE", "c1", 1, [3]),
        mention("ACTION_OCCURRENCE", "c1", 2, [0, 2], whole=False, head=2),
    ]
    (place / "event_mentions_5ecb.json").write_text(json.dumps(events))
    (place / "entity_mentions_5ecb.json").write_text(json.dumps([mention("HUMAN_PART_PER", "c2", 1, [0])]))
    return list(read(tmp_path))


def test_documents_of_other_topics_in_the_file_are_not_read(examples):
    assert [one.id for one in examples] == ["5ecb-1"]


def test_events_of_one_chain_are_one_group(examples):
    (one,) = examples
    told = [(one.words(event.at), event.type, event.polarity) for event in one.events]
    assert told == [("resign", "ACTION_OCCURRENCE", "negative"), ("came", "ACTION_OCCURRENCE", "positive")]
    assert one.events[0].group == one.events[1].group != one.names[0].group


def test_only_sentences_with_a_mention_are_covered(examples):
    (one,) = examples
    assert [one.words(at) for at in one.covered] == ["Ada did not resign", "The step came"]
    assert one.text.endswith("Rain")
    assert "http" not in one.text


def test_every_fifth_topic_is_dev(examples):
    assert examples[0].given == "dev"
