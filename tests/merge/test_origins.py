from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.merge.origins import find_origins

WIRE = """At least fourteen people were killed when a lorry loaded with explosives went off beside the gate of the
provincial office on Tuesday morning, the governor's spokesman said. Most of the dead were clerks on their way to
work. Nobody has said that they did it. A second device was found under a bridge and made safe by the police."""
OTHER = """Farmers in the valley say that the harvest failed for a third year, and that the road to the market has
been closed since a convoy was fired on in spring. The council has asked the ministry for seed and for an escort."""


def test_a_reprint_with_another_head_and_a_cut_tail_has_the_origin_of_the_first():
    reprint = "Blast at the gate: what is known\n" + WIRE[: int(len(WIRE) * 0.8)]
    origins = find_origins([("t2", "2019-05-02", reprint), ("t1", "2019-05-01", WIRE), ("t3", "", OTHER)])
    assert origins == {"t1": "t1", "t2": "t1", "t3": "t3"}


def test_two_reports_of_one_attack_in_other_words_are_two_origins():
    own = """Fourteen people died on Tuesday as a truck bomb tore through the entrance of the governor's compound.
    Witnesses spoke of clerks lying in the street. Police defused another bomb below a bridge nearby."""
    assert len(set(find_origins([("a", "2019-05-01", WIRE), ("b", "2019-05-01", own)]).values())) == 2


def test_texts_too_short_for_a_shingle_are_their_own_origin():
    assert find_origins([("a", "", "yes"), ("b", "", "yes"), ("c", "", "")]) == {"a": "a", "b": "b", "c": "c"}


@given(
    st.permutations(
        [("a", "2020-01-01", WIRE), ("b", "2020-01-02", WIRE + OTHER), ("c", "", OTHER), ("d", "", WIRE)]
    )
)
def test_the_order_of_reading_does_not_matter(texts):
    assert find_origins(texts) == find_origins(sorted(texts))
