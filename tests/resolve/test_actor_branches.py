import pytest

from onrecord.resolve.resolver import Resolver


@pytest.fixture(scope="module")
def resolver():
    return Resolver()


def first_link(resolver, marked, source):
    text, reading = marked(source)
    return resolver.resolve(text, reading).links[0]


def test_the_whole_in_a_branchs_land_has_the_branch_as_an_alternative_and_not_as_the_answer(resolver, marked):
    link = first_link(resolver, marked, "[[a:Islamic State]] took a village in Nangarhar, Afghanistan.")
    assert link.target_id == "act:islamic-state"
    (branch,) = link.alternatives
    assert branch.target_id == "act:islamic-state-khorasan"
    assert branch.score < link.score
    assert "afghanistan" in branch.why


@pytest.mark.parametrize(
    "source",
    ["[[a:Islamic State]] fell back in Mosul.", "[[a:Boko Haram]] came.", "[[a:Nobody Known]] came."],
)
def test_elsewhere_and_without_branches_nothing_is_added(source, resolver, marked):
    assert first_link(resolver, marked, source).alternatives == ()
