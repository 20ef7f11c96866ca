from __future__ import annotations

import json

import pytest

from onrecord.errors import InputError
from onrecord.score.claim_files import claims_report, score_files


def line(start, text="t1", kind="event", **more):
    evidence = {"document": "d", "text_id": text, "start": start, "end": start + 10, "text": "x" * 10}
    return {"kind": kind, "act": "attack", "roles": {}, "evidence": evidence, **more}


def file(folder, name, *lines):
    path = folder / name
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    return path


def test_claims_pair_within_their_text_alone(tmp_path):
    gold = file(tmp_path, "gold.jsonl", line(0), line(50), line(0, "t2"))
    mine = file(tmp_path, "mine.jsonl", line(0), line(50, "t3"), line(0, "t2", polarity="negative"))
    report = claims_report(score_files(gold, mine))
    # t1: 1 of 2 found; t2: found; t3: one too many
    assert (report.task, report.n) == ("claims", 3)
    assert (report.precision, report.recall, report.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert 0 <= report.low < report.f1 < report.high <= 1
    assert report.parts["event.recall"] == pytest.approx(2 / 3)
    assert (report.parts["field.type"], report.parts["every_field_right"]) == (1, 0.5)


def test_a_gold_file_without_text_ids_is_known_by_its_documents(tmp_path):
    bare = line(0)
    del bare["evidence"]["text_id"]
    path = file(tmp_path, "gold.jsonl", bare)
    assert claims_report(score_files(path, path)).f1 == 1


def test_scores_of_shards_add_up(tmp_path):
    gold, mine = [line(0), line(0, "t2"), line(50, "t2")], [line(0), line(50, "t2"), line(90, "t2")]
    whole = claims_report(score_files(file(tmp_path, "g.jsonl", *gold), file(tmp_path, "m.jsonl", *mine)))
    first = score_files(file(tmp_path, "g1.jsonl", *gold[:1]), file(tmp_path, "m1.jsonl", *mine[:1]))
    rest = score_files(file(tmp_path, "g2.jsonl", *gold[1:]), file(tmp_path, "m2.jsonl", *mine[1:]))
    assert claims_report([*first, *rest]) == whole


@pytest.mark.parametrize(
    "bad", ["not json", "[]", '{"kind": "event"}', '{"kind": "event", "evidence": {"start": 1}}']
)
def test_a_line_that_is_no_claim_is_named(tmp_path, bad):
    gold = file(tmp_path, "gold.jsonl", line(0))
    gold.write_text(gold.read_text("utf-8") + bad + "\n", "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:2: not a claim"):
        score_files(gold, gold)


def test_two_empty_files_are_nothing_to_score(tmp_path):
    path = file(tmp_path, "empty.jsonl")
    with pytest.raises(InputError, match="neither file holds a claim"):
        claims_report(score_files(path, path))
