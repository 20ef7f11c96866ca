from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.claims import ClaimScore, Found, pair_claims, score_claims

TEXT = "Demo Wire said rebels attacked Northtown in May, killing at least 12 soldiers; the army denied it."


def words(text: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def claim(**changes: object) -> dict[str, object]:
    """One attack as gold would hold it, with changes."""
    line: dict[str, object] = {
        "kind": "event",
        "act": "attack",
        "method": "",
        "target": "combatants",
        "scale": "incident",
        "roles": {"agent": [words("rebels")], "place": [words("Northtown")]},
        "happened": {"earliest": "2020-05-01", "latest": "2020-05-31", "precision": "month"},
        "said": None,
        "as_of": None,
        "casualties": [{"outcome": "killed", "low": 12, "high": None}],
        "quantity": None,
        "sources": [{"who": words("Demo Wire"), "act": "say"}],
        "polarity": "positive",
        "modality": "actual",
        "evidence": words("rebels attacked Northtown in May, killing at least 12 soldiers"),
    }
    return line | changes


def test_a_claim_against_itself_is_found_with_every_field_right():
    score = score_claims([claim()], [claim()])
    assert score.found == Found(1, 1, 1)
    assert score.found.f1 == score.whole == 1.0
    assert score.judged("said") == 0


@pytest.mark.parametrize(
    ("changes", "field", "verdict"),
    [
        ({"act": "raid"}, "type", "wrong"),
        ({"target": "none_stated"}, "target", "missing"),
        ({"method": "none_stated"}, "method", "empty"),
        ({"method": "shelling"}, "method", "extra"),
        ({"roles": {"agent": [words("army")], "place": [words("Northtown")]}}, "doers", "wrong"),
        ({"roles": {"place": [words("Northtown")]}}, "doers", "missing"),
        ({"roles": {"agent": [words("rebels")], "place": [words("May")]}}, "places", "wrong"),
        ({"happened": None}, "when", "missing"),
        ({"happened": {"earliest": "2020-05-02", "latest": "2020-05-31"}}, "when", "right"),
        ({"happened": {"earliest": "2020-05-01", "latest": None}}, "when", "wrong"),
        ({"said": {"earliest": "2020-05-01", "latest": "2020-05-31"}}, "said", "extra"),
        ({"casualties": [{"outcome": "killed", "low": 12, "high": 12}]}, "casualties", "wrong"),
        ({"casualties": []}, "casualties", "missing"),
        ({"sources": [{"who": words("army"), "act": "say"}]}, "sources", "wrong"),
        ({"sources": [{"who": None, "act": "say"}]}, "sources", "wrong"),
        ({"sources": [{"who": words("Demo Wire"), "act": "deny"}]}, "source acts", "wrong"),
        ({"polarity": "negative"}, "polarity", "wrong"),
        ({"modality": "planned"}, "modality", "wrong"),
    ],
)
def test_one_changed_field_is_judged_and_no_other(changes, field, verdict):
    verdicts = score_claims([claim()], [claim(**changes)]).verdicts
    assert verdicts[field, verdict] == 1
    others = {name: found for name, found in verdicts if name != field}
    assert set(others.values()) <= {"right", "empty"}


def test_claims_of_two_kinds_or_with_evidence_apart_never_pair():
    apart = claim(evidence=words("the army denied it"))
    assert pair_claims([claim()], [claim(kind="toll"), apart]) == ()


def test_evidence_that_shares_less_than_half_of_the_shorter_is_not_found():
    assert pair_claims([claim()], [claim(evidence=words("12 soldiers; the army denied it"))]) == ()


def test_of_two_claims_on_the_same_words_each_pairs_with_its_like():
    attack, clash = claim(), claim(act="armed_clash")
    assert pair_claims([attack, clash], [clash, attack]) == ((attack, attack), (clash, clash))


def test_sides_count_as_one_whoever_calls_them_agent_and_target():
    gold = claim(act="armed_clash", roles={"side": [words("rebels"), words("army")]})
    mine = claim(act="armed_clash", roles={"agent": [words("army")], "target": [words("rebels")]})
    verdicts = score_claims([gold], [mine]).verdicts
    assert verdicts["doers", "right"] == verdicts["others", "empty"] == 1


def test_other_words_that_gold_allows_fill_the_role_as_well():
    gold = claim(roles={"agent": [words("rebels") | {"or": [words("army")]}], "place": [words("Northtown")]})
    mine = claim(roles={"agent": [words("army")], "place": [words("Northtown")]})
    assert score_claims([gold], [mine]).verdicts["doers", "right"] == 1


def test_nothing_against_nothing_gives_zeros_and_no_error():
    score = score_claims([], [])
    assert (score.found.f1, score.whole, score.accuracy("type")) == (0.0, 0.0, 0.0)
    assert score == ClaimScore()


changed = st.lists(st.sampled_from(["attack", "raid", "ambush"]).map(lambda act: claim(act=act)), max_size=4)


@given(st.lists(st.tuples(changed, changed), max_size=4), st.integers(0, 4))
def test_scores_of_shards_add_up_to_the_score_of_the_whole(texts, cut):
    scores = [score_claims(gold, mine) for gold, mine in texts]
    left, right = sum(scores[:cut], ClaimScore()), sum(scores[cut:], ClaimScore())
    assert left + right == sum(scores, ClaimScore())
    total = left + right
    assert total.found.paired <= min(total.found.gold, total.found.mine)
    assert sum(total.verdicts["type", v] for v in ("right", "wrong")) == total.found.paired
    assert total.kinds == Counter(
        {
            ("event", side): n
            for side, n in zip(
                ("gold", "mine", "paired"),
                (total.found.gold, total.found.mine, total.found.paired),
                strict=True,
            )
            if n
        }
    )


def test_a_role_that_gold_does_not_code_is_no_fault_and_may_fill_what_gold_asks_for():
    place = {"place": [words("Northtown")], "agent": [words("rebels")]}
    mine = claim(roles=place | {"victim": [words("soldiers")]})
    assert score_claims([claim()], [mine]).verdicts["others", "empty"] == 1
    gold = claim(roles=place | {"target": [words("soldiers")]})
    assert score_claims([gold], [mine]).verdicts["others", "right"] == 1
    assert score_claims([gold], [claim()]).verdicts["others", "missing"] == 1
    assert score_claims([claim()], [gold]).verdicts["others", "extra"] == 1


def test_a_type_is_not_compared_where_gold_has_none_finer_than_the_kind():
    gold, mine = claim(kind="toll", act="", type="toll"), claim(kind="toll", act="", type="killed")
    assert score_claims([gold], [mine]).verdicts["type", "empty"] == 1
    assert score_claims([claim()], [claim(act="")]).verdicts["type", "missing"] == 1
