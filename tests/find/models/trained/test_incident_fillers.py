from __future__ import annotations

import pytest

from onrecord.find.models.trained.incident_fillers import PARTS, Filler, apart, fillers_of
from onrecord.find.models.trained.incident_places import Place

TEXT = (
    "Three men of the Harbour Front (HF) kidnapped the banker Ado in Estmouth with rifles. Ado was later "
    "freed. The Front denied it."
)


def filler(part, words, *starts, others=()):
    places = [Place(part, at, at + len(words), len(words.split()), *(0.5,) * 9) for at in starts]
    return Filler(part, words, places, others=others)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("river column", 0), ("ado", 40), True),
        (("river column", 0), ("column", 40), False),
        (("river column", 0), ("rc", 40), False),
        (("river column", 0), ("umn of men", 9), False),
        (("river column", 0), ("umn of men", 12), True),
    ],
)
def test_fillers_are_apart_that_share_neither_words_nor_place(one, other, expected):
    left, right = filler("PerpOrg", *one), filler("PerpOrg", *other)
    assert apart(left, right) is expected
    assert apart(right, left) is expected


def test_fillers_that_brackets_bind_are_not_apart():
    assert not apart(
        filler("PerpOrg", "front", 0, others=("fmx",)), filler("PerpOrg", "fmx", 9, others=("front",))
    )


def test_fillers_lead_back_to_their_words_and_say_what_their_marks_say(reader):
    found = fillers_of(reader, TEXT)
    assert found
    assert len({(one.part, one.words) for one in found}) == len(found)
    for one in found:
        assert one.part in PARTS
        for place in one.places:
            assert place.part == one.part
            assert " ".join(TEXT[place.start : place.end].lower().split()) == one.words
        for kept, head in ((one.types, "incident"), (one.effects, "effect"), (one.blames, "blame")):
            assert tuple(kept) == reader.weights.marks.classes[head]
            assert all(0 <= share <= 1 for share in kept.values())


def test_a_name_and_its_letters_in_brackets_behind_it_name_the_same(reader):
    bound = [one for one in fillers_of(reader, TEXT) if one.others]
    for one in bound:
        for words in one.others:
            assert f"{one.words} ({words}" in TEXT.lower() or f"{words} ({one.words}" in TEXT.lower()


def test_a_text_without_words_has_no_fillers(reader):
    assert fillers_of(reader, "") == []
    assert fillers_of(reader, " \n") == []
