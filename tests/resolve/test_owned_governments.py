import pytest

from onrecord.resolve.owned_governments import leaders, owned_government
from onrecord.resolve.states import force_actor
from onrecord.vocabulary import rows


@pytest.mark.parametrize(
    ("words", "iso", "force"),
    [
        ("Assad’s brutal regime", "SY", ""),
        ("Ian Smith's government", "ZW", ""),
        ("government of Bashar al-Assad", "SY", ""),
        ("troops loyal to Muammar Gaddafi", "LY", "military"),
        ("Maduro government", "VE", ""),
        ("Xanthia Quill’s government", "", ""),
    ],
)
def test_a_leader_tells_the_country_and_an_unknown_one_none(words, iso, force):
    owned = owned_government(words)
    assert owned is not None
    assert (owned.iso, owned.force) == (iso, force)


@pytest.mark.parametrize(
    "words",
    ["Syria's army", "Army of the Pious", "government of Chad", "the minister's car", "police", "x " * 30],
)
def test_a_countrys_own_force_a_name_and_other_words_have_no_leader(words):
    assert owned_government(words) is None


def test_every_leader_leads_a_state_that_exists():
    assert all(force_actor(f"act:state-{row['iso'].lower()}") for row in rows("leaders"))
    assert all(key for key in leaders())
