from __future__ import annotations

from dataclasses import replace

import pytest

from builders.facts import day, fact
from onrecord.merge.reference import refer_back
from onrecord.records import Span

TEXT = "A bomb went off in Kabul on 3 May. {} In June a mine went off in Herat. "


def told(sentence: str, evidence: str, *, place: bool = False):
    """Facts of a dated bombing and of a sentence after it, as one text has them."""
    content = TEXT.format(sentence)

    def at(words: str, **changes: object):
        start = content.index(words)
        one = fact("t", **changes)
        span = Span("t", start, start + len(words), words)
        return replace(one, claim=replace(one.claim, id=f"clm_{start}", evidence=span))

    first = at("A bomb went off in Kabul on 3 May", when=day("2019-05-03"))
    second = at(evidence) if place else at(evidence, place=None)
    return refer_back([second, first], content)


@pytest.mark.parametrize(
    ("sentence", "evidence", "goes_back"),
    [
        ("Nine people were killed.", "Nine people were killed", True),
        ("The attack was the worst of the year.", "attack", True),
        ("Nine were killed in a second attack.", "Nine were killed in a second attack", False),
    ],
    ids=["dead without time and place", "the attack", "a second attack"],
)
def test_what_goes_back_to_the_act_told_before(sentence, evidence, goes_back):
    first, second = told(sentence, evidence)
    assert bool(second.refers_to) is goes_back
    assert second.refers_to in ("", first.claim.id)
    assert first.refers_to == ""


def test_an_act_with_a_place_of_its_own_and_no_article_goes_back_to_nothing():
    assert told("Gunmen attacked a bank.", "Gunmen attacked a bank", place=True)[1].refers_to == ""
