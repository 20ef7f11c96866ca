import pytest

from onrecord.resolve.owned_governments import leaders, owned_government
from onrecord.resolve.registry import Registry
from onrecord.vocabulary import rows


@pytest.mark.parametrize(
    ("words", "led", "force"),
    [
        ("Assad’s brutal regime", "act:state-sy", ""),
        ("Ian Smith's government", "act:state-zw", ""),
        ("government of Bashar al-Assad", "act:state-sy", ""),
        ("troops loyal to Muammar Gaddafi", "act:state-ly", "military"),
        ("Maduro government", "act:state-ve", ""),
        ("Hemedti’s fighters", "act:rsf-sudan", ""),
        ("Xanthia Quill’s government", "", ""),
    ],
)
def test_a_leader_tells_the_country_and_an_unknown_one_none(words, led, force):
    owned = owned_government(words)
    assert owned is not None
    assert (owned.actor, owned.force) == (led, force)


@pytest.mark.parametrize(
    "words",
    ["Syria's army", "Army of the Pious", "government of Chad", "the minister's car", "police", "x " * 30],
)
def test_a_countrys_own_force_a_name_and_other_words_have_no_leader(words):
    assert owned_government(words) is None


def test_every_leader_leads_an_actor_that_exists():
    registry = Registry()
    assert all(registry.entry(led) for led in leaders().values() if led)
    assert all(int(row["first"]) <= int(row["last"] or 9999) for row in rows("leaders"))
