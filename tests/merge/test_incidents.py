from __future__ import annotations

from builders.facts import HERAT, KABUL, day, fact
from onrecord.merge.incidents import Decided, find_incidents

DAY = day("2016-07-23")


def test_an_incident_is_explained_by_its_own_pairs_and_by_what_people_decided_of_it():
    kabul = [fact(f"kabul{i}", place=KABUL, when=DAY) for i in range(3)]
    herat = [fact(f"herat{i}", place=HERAT, when=DAY, type="bombing") for i in range(2)]
    pair = (kabul[0].claim.id, kabul[1].claim.id)
    incidents = find_incidents([*kabul, *herat], Decided(same=frozenset({pair})))
    assert sorted(len(incident.facts) for incident in incidents) == [2, 3]
    for incident in incidents:
        own = {f.claim.id for f in incident.facts}
        others = {f.claim.id for f in (*kabul, *herat)} - own
        assert all(name in incident.why for name in own)
        assert not any(name in incident.why for name in others)
        assert ("a person decided" in incident.why) is (kabul[0].claim.id in own)


def test_a_claim_alone_says_so():
    (incident,) = find_incidents([fact("a", when=DAY)])
    assert incident.why == "one claim"
