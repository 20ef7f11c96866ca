import pytest

from onrecord.errors import InputError
from onrecord.records import Failure
from onrecord.store import Filter

SECOND = "Nobody knows. Raiders of the River Front attacked Ostrava Bridge on 3 May 2016, killing more than eighty people, the ministry said. The Front is led by Karim Vale."


def test_a_claim_row_holds_what_its_words_lead_to(store, sample):
    reading = sample.fill(store)
    row = store.claim(reading.claims[0].id)
    links, moments = sample.links(reading)
    spans = {mention.id: (mention.span.start, mention.span.end) for mention in reading.mentions}
    assert row.claim == reading.claims[0]
    assert row.links == {spans[link.mention_id]: link for link in links}
    assert row.moments == {spans[moment.mention_id]: moment for moment in moments}
    assert (row.title, row.event_id) == ("A story", "evt_1")
    assert row.document_id == store.documents()[0].id


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), 2),
        (Filter(actor="act:1"), 1),
        (Filter(actor="river front"), 1),
        (Filter(actor="rf"), 1),
        (Filter(actor="جبهه رود"), 1),
        (Filter(actor="river"), 1),
        (Filter(actor="lake front"), 0),
        (Filter(place="OSTRAVA BRIDGE"), 1),
        (Filter(place="geo:2"), 0),
        (Filter(country="aland"), 1),
        (Filter(country="AA"), 1),
        (Filter(country="Bland"), 0),
        (Filter(since="2016-05-03", until="2016-05-03"), 1),
        (Filter(until="2016"), 1),
        (Filter(since="2016-05-04"), 0),
        (Filter(until="2016-05-02"), 0),
        (Filter(type="relation"), 1),
        (Filter(type="attack"), 1),
        (Filter(source="ministry"), 1),
        (Filter(source="STORY"), 2),
        (Filter(source="nowhere"), 0),
        (Filter(text="karim vale"), 1),
        (Filter(text="attack bridge"), 1),
        (Filter(text='"* OR'), 0),
        (Filter(text="100%"), 0),
        (Filter(min_deaths=81), 1),
        (Filter(min_deaths=82), 0),
        (Filter(limit=1), 1),
        (Filter(limit=5, offset=1), 1),
        (Filter(document="doc_none"), 0),
    ],
)
def test_filters_narrow_claims(store, sample, wanted, found):
    sample.fill(store)
    assert len(store.claims(wanted)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), 2),
        (Filter(actor="River Front"), 2),
        (Filter(actor="people"), 2),
        (Filter(place="ostrava bridge"), 2),
        (Filter(since="2017"), 0),
        (Filter(country="Aland"), 2),
        (Filter(min_deaths=100), 0),
        (Filter(source="second.txt"), 1),
        (Filter(text="eighty"), 2),
        (Filter(type="small_arms"), 2),
        (Filter(type="ambush"), 0),
    ],
)
def test_filters_narrow_events(store, sample, wanted, found):
    sample.fill(store)
    sample.fill(store, SECOND, "second.txt", event_id="evt_2")
    assert len(store.events(wanted)) == found


@pytest.mark.parametrize(
    ("listing", "wanted", "found"),
    [
        ("documents", Filter(text="bridge"), 1),
        ("documents", Filter(actor="rf"), 1),
        ("documents", Filter(type="teaser"), 0),
        ("documents", Filter(since="2016"), 0),
        ("documents", Filter(source="story.txt", country="AA", place="geo:1"), 1),
        ("actors", Filter(actor="rf"), 1),
        ("actors", Filter(type="registry", text="front", country="AA", source="story"), 1),
        ("places", Filter(type="adm1"), 1),
        ("places", Filter(place="bridge"), 1),
        ("relations", Filter(actor="karim vale", type="led_by", text="eighty"), 1),
        ("relations", Filter(since="2016"), 0),
        ("presence", Filter(actor="rf", place="geo:1", type="present", country="aland"), 1),
        ("presence", Filter(until="2030"), 0),
        ("failures", Filter(type="read", source="broken", text="torn"), 1),
    ],
)
def test_filters_narrow_the_other_lists(store, sample, listing, wanted, found):
    sample.fill(store)
    store.add_failure(Failure("fail_1", "read", "broken.pdf", "the file is torn", "mend it"))
    assert len(getattr(store, listing)(wanted)) == found


def test_a_filter_that_a_list_does_not_know_is_refused(store):
    with pytest.raises(InputError, match="cannot be narrowed by place"):
        store.failures(Filter(place="Kabul"))


@pytest.mark.parametrize("wanted", [Filter(since="May"), Filter(until="2016-5-1"), Filter(limit=-1)])
def test_a_filter_that_makes_no_sense_is_refused(store, wanted):
    with pytest.raises(InputError):
        store.claims(wanted)


def test_words_of_arabic_script_are_found(store, sample):
    store.add_intake(sample.intake("قال الجيش إن القوات انسحبت من المدينة.", "ar.txt"))
    store.add_intake(sample.intake("فوج نے بدھ کو کہا کہ حملہ ناکام بنا دیا گیا۔", "ur.txt"))
    assert [row.location for row in store.documents(Filter(text="الجيش"))] == ["ar.txt"]
    assert [row.location for row in store.documents(Filter(text="حملہ"))] == ["ur.txt"]


def test_counts_say_what_there_is_and_what_needs_attention(store, sample):
    sample.fill(store)
    store.add_intake(sample.intake("Another story.", "other.txt"))
    counts = dict(store.counts().items())
    assert {name: number for name, number in counts.items() if number} == {
        "documents": 2, "claims": 2, "mentions": 4, "events": 1, "relations": 1, "presence": 1, "actors": 1,
        "places": 2, "unread_documents": 1, "unread_stretches": 1, "open_actors": 1,
    }  # fmt: skip


def test_single_values_come_by_their_id_and_unknown_ones_are_none(store, sample):
    reading = sample.fill(store)
    assert store.event("evt_1") == sample.event([reading.claims[0].id])
    assert store.actor("act:1") == sample.entries()[0][0]
    assert store.place("geo:2") == sample.entries()[1][1]
    assert store.document(store.documents()[0].id).claims == 2
    unknown = (store.event("x"), store.actor("x"), store.place("x"), store.document("x"), store.claim("x"))
    assert unknown == (None,) * 5


def test_only_places_with_a_point_stand_in_a_box(store, sample):
    sample.fill(store)
    assert [place.id for place in store.places_within(34, 70, 35, 71)] == ["geo:1"]
    assert store.places_within(34.6, 70, 35, 71) == ()
    assert [place.id for place in store.places_within(34.5, 70.25, 34.5, 70.25)] == ["geo:1"]


def test_a_day_in_other_digits_is_refused_and_not_compared_wrongly(store):
    with pytest.raises(InputError, match="is no day"):
        store.claims(Filter(since="٢٠١٦"))
