import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.actor_table import entries
from onrecord.resolve.near_names import NEAR, NearNames

USES = {use.key: (use,) for entry in entries(("actors",)).values() for use in entry.uses}
NAMES = NearNames(USES)


@pytest.mark.parametrize("name", ["Boko Harum", "al-Shabbaab", "Jaish al-Adal"])
def test_a_name_spelled_almost_so_is_near_with_its_ratio(name):
    ((use, ratio), *_) = NAMES.near(name, 3)
    assert use.key in USES
    assert NEAR / 100 <= ratio < 1


@pytest.mark.parametrize("name", ["Hamaz", "", "Nobody at All Here", "Boko"])
def test_short_names_and_strangers_are_near_to_none(name):
    assert NAMES.near(name, 3) == ()


@given(st.sampled_from(sorted(USES)))
def test_every_long_name_that_is_not_shared_is_nearest_to_itself(key):
    (use,) = USES[key]
    if len(key) >= 7 and not use.shared:
        assert NAMES.near(key, 5)[0][1] == 1
