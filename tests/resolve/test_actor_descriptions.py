import pytest

from onrecord.resolve.geonames import countries
from onrecord.resolve.resolver import Resolver


@pytest.fixture(scope="module")
def resolver():
    return Resolver()


def linked(resolver, marked, source):
    text, reading = marked(source)
    links = resolver.resolve(text, reading).links
    return {one.mention_id: one for one in links}, [mention.id for mention in reading.mentions]


@pytest.mark.parametrize(
    ("source", "ident"),
    [
        ("In [[p:Lagos]], [[p:Nigeria]], the [[a:police]] fired.", "act:state-ng.police"),
        ("Nigerian radio and Nigerian papers say that the [[a:army]] left.", "act:state-ng.army"),
        ("[[a:Security forces]] closed [[p:Warsaw]].", "act:state-pl.security"),
        ("Talks failed, and [[a:Athens]] sent a ship.", "act:state-gr"),
        ("Men of [[a:Boko Haram]] came; the [[a:group]] took food.", "act:boko-haram"),
    ],
)
def test_what_names_nobody_is_told_by_the_text_around(source, ident, resolver, marked):
    links, mentions = linked(resolver, marked, source)
    assert ident in [links[one].target_id for one in mentions]
    (told,) = [one for one in links.values() if one.target_id == ident and one.score < 0.9]
    assert told.why


@pytest.mark.parametrize(
    "source",
    [
        "The [[a:police]] fired.",
        "Between [[p:Nigeria]] and [[p:Chad]] the [[a:army]] waited.",
        "Men of [[a:Boko Haram]] and [[a:Ansaru]] came; the [[a:group]] took food.",
        "The [[a:group]] took food.",
        "A [[a:group]] of [[a:police]] left.",
        "In [[p:Guernsey]] and again in [[p:Guernsey]] the [[a:police]] came.",
        "A letter came from [[a:Saint Peter Port]].",
    ],
)
def test_where_two_answers_are_possible_or_none_it_stays_open(source, resolver, marked):
    links, mentions = linked(resolver, marked, source)
    assert not links[mentions[-1]].target_id.startswith("act:")


def test_every_capital_is_a_government_or_nobody(resolver, marked):
    for country in countries():
        if country.capital:
            links, mentions = linked(resolver, marked, f"[[a:{country.capital}]] sent a note.")
            assert links[mentions[0]].why


def test_a_group_named_long_before_is_followed_where_the_text_names_no_other(resolver, marked):
    far = f"Men of [[a:Boko Haram]] came. {'It rained all day. ' * 20}"
    for source, ident in (("", "act:boko-haram"), ("[[a:Ansaru]] too. " + "It rained all day. " * 20, "")):
        links, mentions = linked(resolver, marked, f"{far}{source}The [[a:group]] took food.")
        assert links[mentions[-1]].target_id == ident


def test_a_shared_acronym_leads_to_the_one_actor_of_the_country_that_the_text_speaks_of(resolver, marked):
    links, mentions = linked(
        resolver, marked, "In [[p:Quetta]] and [[p:Karachi]] the [[a:BRA]] held a rally."
    )
    told = links[mentions[-1]]
    assert told.target_id == "act:baloch-republican-army"
    assert "alone" in told.why
    assert len(told.alternatives) > 1
