import dataclasses
import json
from types import SimpleNamespace

from onrecord.records import Role, claim_id


def minting(rows=(), redirects=()):
    return SimpleNamespace(rows=rows, redirects=redirects)


def test_event_ids_are_listed_in_the_order_of_minting(store):
    store.add_minted(minting((("evt_b", 1, "clm_z"), ("evt_b", 1, "clm_a"))))
    store.add_minted(minting((("evt_a", 2, "clm_m"), ("evt_b", 1, "clm_z"))))
    assert store.minted() == (("evt_b", 1, "clm_z"), ("evt_b", 1, "clm_a"), ("evt_a", 2, "clm_m"))


def test_an_id_that_gave_way_leads_to_the_event_that_stands(store, sample):
    store.replace_merged((sample.event(["clm_1"], "evt_1"),), (), ())
    store.add_minted(minting(redirects=(("evt_3", "evt_2"),)))
    store.add_minted(minting(redirects=(("evt_2", "evt_1"), ("evt_3", "evt_2"))))
    assert [store.resolve_event(name) for name in ("evt_1", "evt_2", "evt_3", "evt_4")] == ["evt_1"] * 3 + [
        "evt_4"
    ]
    assert store.event("evt_3").id == "evt_1"
    assert len(store._file.rows("SELECT * FROM redirects")) == 2


def test_an_id_that_stands_again_is_its_own(store, sample):
    store.add_minted(minting(redirects=(("evt_2", "evt_1"),)))
    store.replace_merged((sample.event(["a"], "evt_1"), sample.event(["b"], "evt_2")), (), ())
    assert store.resolve_event("evt_2") == "evt_2"


def reread(store, sample, reading, evidence):
    second = sample.reading(store.text(reading.text_id), "trained/1", evidence=evidence)
    store.add_reading(second)
    return second


def test_a_judgement_carries_over_to_a_better_reading(store, sample):
    reading = sample.fill(store)
    claim = reading.claims[0]
    added = store.append(
        sample.judgement(claim.id, span=claim.evidence, seen=json.dumps({"kind": claim.kind}))
    )
    assert store.carried() == ((added, claim.id),)
    second = reread(store, sample, reading, claim.evidence.words + ", the ministry said")
    assert second.claims[0].id != claim.id
    assert store.carried() == ((added, second.claims[0].id),)
    assert store.orphaned() == ()


def test_a_judgement_without_a_claim_is_listed_as_orphaned(store, sample):
    reading = sample.fill(store)
    claim = reading.claims[0]
    added = store.append(
        sample.judgement(claim.id, span=claim.evidence, seen=json.dumps({"kind": claim.kind}))
    )
    reread(store, sample, reading, "killing more than eighty people")
    assert (store.carried(), store.orphaned()) == ((), (added,))
    assert store.counts().orphaned == 1
    store.rank_engines(["rules/1"])
    assert store.orphaned() == ()


def test_judgements_on_links_pairs_and_events_stand_while_what_they_name_counts(store, sample):
    reading = sample.fill(store)
    first, second = (claim.id for claim in reading.claims)
    targets = [("link", reading.mentions[0].id), ("pair", f"{first} {second}"), ("event", "evt_1")]
    for target, target_id in targets:
        store.append(sample.judgement(target_id, "accept", target=target))
    assert [target for _, target in store.carried()] == [target_id for _, target_id in targets]
    gone = claim_id(
        reading.claims[0].kind, reading.claims[0].evidence, (Role("x", reading.claims[0].evidence),)
    )
    for target, target_id in (("link", "men_none"), ("pair", f"{first} {gone}"), ("claim", gone)):
        store.append(sample.judgement(target_id, "accept", target=target))
    assert [judgement.seq for judgement in store.orphaned()] == [4, 5, 6]


def test_claims_of_a_newer_reading_name_those_that_they_stand_for(store, sample):
    reading = sample.fill(store)
    assert store.successors() == {}
    second = reread(store, sample, reading, reading.claims[0].evidence.words + ", the ministry said")
    assert store.successors() == {second.claims[0].id: {reading.claims[0].id}}


def test_an_undone_judgement_is_not_carried(store, sample):
    reading = sample.fill(store)
    added = store.append(sample.judgement(reading.claims[0].id))
    store.append(dataclasses.replace(added, verdict="undo", value="1"))
    assert store.carried() == ()
