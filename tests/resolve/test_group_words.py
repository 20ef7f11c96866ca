import pytest

from onrecord.resolve.group_words import group_words
from onrecord.resolve.registry import Registry

REGISTRY = Registry()


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("group", set()),
        ("jihadist militants", set()),
        ("Palestinian faction", {"PS"}),
        ("Iran-backed Iraqi militia", {"IQ"}),
        ("al-Qaeda-linked group", set()),
    ],
)
def test_a_description_tells_the_country_of_its_adjective_and_not_who_backs_it(words, countries):
    found = group_words(words)
    assert found is not None
    assert found.countries == countries


@pytest.mark.parametrize(
    "words", ["Wagner Group", "Boko Haram militants", "", "book club", "a " * 20 + "group"]
)
def test_words_with_a_name_or_of_another_sort_describe_none(words):
    assert group_words(words) is None


def test_who_serves_a_state_or_is_barred_or_of_another_country_is_not_meant():
    rebels, palestinian = group_words("rebels"), group_words("Palestinian group")
    assert rebels is not None
    assert palestinian is not None
    assert rebels.may_be("act:houthis", REGISTRY)
    assert not rebels.may_be("act:islamic-state-khorasan", REGISTRY)
    assert not rebels.may_be("act:national-defence-forces-syria", REGISTRY)
    assert palestinian.may_be("act:hamas", REGISTRY)
    assert not palestinian.may_be("act:hezbollah", REGISTRY)
