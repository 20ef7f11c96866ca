import dataclasses
import json

import pytest

from onrecord.records import Mention, MentionKind, Precision, Target, mention_id
from onrecord.store.corrections import Correction, correct_claim, correct_links, correct_moments, told

NAMES = {"act:9": "Lake Front", "geo:9": "Karstad"}


def correction(sample, target_id, value, *, target="link", seq=4):
    judged = sample.judgement(target_id, "correct", target=target, value=value)
    return Correction(dataclasses.replace(judged, seq=seq), target_id)


def test_what_a_person_decides_takes_the_place_and_the_machines_answer_is_the_first_alternative(
    store, sample
):
    reading = sample.fill(store)
    links, _ = sample.links(reading)
    one = correction(sample, links[0].mention_id, "act:9")
    (decided, *others) = correct_links(links, (one,), NAMES.get)
    assert (decided.target_id, decided.name, decided.by) == ("act:9", "Lake Front", "judgement 4")
    assert decided.why == f"{one.judgement.who} decided: {one.judgement.reason}"
    assert [(a.target_id, a.score) for a in decided.alternatives] == [("act:1", 0.9), ("act:2", 0.2)]
    assert tuple(others) == links[1:]


def test_a_name_can_be_left_open_and_an_open_one_can_be_given(store, sample):
    links, _ = sample.links(sample.fill(store))
    front, _, ministry = (link.mention_id for link in links)
    both = (correction(sample, front, "open"), correction(sample, ministry, "act:9"))
    decided = {link.mention_id: link for link in correct_links(links, both, NAMES.get)}
    assert (decided[front].target_id, decided[front].name) == ("", "")
    assert decided[ministry].target_id == "act:9"
    assert decided[ministry].alternatives[0].name == "open"


def test_words_that_the_machine_did_not_look_up_get_a_link(sample):
    (decided,) = correct_links((), (correction(sample, "men_x", "act:9"),), NAMES.get)
    assert (decided.mention_id, decided.target, decided.alternatives) == ("men_x", Target.ACTOR, ())


def test_an_entry_that_is_known_no_more_leaves_the_machines_link_and_says_so(store, sample):
    links, _ = sample.links(sample.fill(store))
    decided = correct_links(links, (correction(sample, links[0].mention_id, "act:gone"),), NAMES.get)
    assert decided[0].target_id == links[0].target_id
    assert "judgement 4 names act:gone, which is known no more" in decided[0].why


def test_the_newest_of_two_corrections_counts(store, sample):
    links, _ = sample.links(sample.fill(store))
    first, second = (
        correction(sample, links[1].mention_id, value, seq=n) for n, value in enumerate(("open", "geo:9"))
    )
    assert correct_links(links, (first, second), NAMES.get)[1].target_id == "geo:9"
    assert told((first, second)) == " corrected by 0, 1"
    assert told(()) == ""


def test_a_moment_says_who_decided_and_what_the_machine_had_read(store, sample):
    _, (moment,) = sample.links(sample.fill(store))
    (decided,) = correct_moments(
        (moment,), (correction(sample, moment.mention_id, "2016-06", target="moment"),)
    )
    assert (decided.when.earliest, decided.when.latest) == ("2016-06-01", "2016-06-30")
    assert decided.when.words == moment.when.words
    assert "the machine had read: 2016-05-03 to 2016-05-03, day, stated" in decided.why
    (left,) = correct_moments((moment,), (correction(sample, moment.mention_id, "open", target="moment"),))
    assert left.when.precision is Precision.OPEN


@pytest.mark.parametrize(
    ("value", "hedge"),
    [("killed=4", "exact"), ("killed=4..6", "range"), ("killed=4..", "at least"), ("killed=..4", "up to")],
)
def test_a_figure_is_replaced_and_its_words_stay(store, sample, value, hedge):
    claim = sample.fill(store).claims[0]
    decided = correct_claim(claim, (correction(sample, claim.id, value, target="claim"),))
    assert decided.casualties[0].number.hedge == hedge
    assert decided.casualties[0].number.span == claim.casualties[0].number.span
    assert correct_claim(claim, ()) is claim


def judge(store, sample, mention, *, value="act:9", kind=None):
    seen = json.dumps({"kind": kind or mention.kind})
    return store.append(
        dataclasses.replace(
            sample.judgement(mention.id, "correct", target="link", value=value), span=mention.span, seen=seen
        )
    )


def reread(store, sample, reading, kind):
    """Read the text with another engine that takes the first mention for another kind of thing."""
    newer = sample.reading(store.text(reading.text_id), "other/1")
    span = newer.mentions[0].span
    mention = Mention(mention_id(kind, span), kind, span, "River Front")
    store.add_reading(dataclasses.replace(newer, mentions=(mention, *newer.mentions[1:])))
    return mention


def test_a_correction_follows_its_words_to_another_engines_mention(store, sample):
    reading = sample.fill(store)
    added = judge(store, sample, reading.mentions[0])
    group = reread(store, sample, reading, MentionKind.GROUP)
    assert store.corrections() == {reading.text_id: (Correction(added, group.id),)}
    assert store.orphaned() == ()


def test_a_correction_is_orphaned_where_its_words_are_read_as_something_else(store, sample):
    reading = sample.fill(store)
    added = judge(store, sample, reading.mentions[0])
    reread(store, sample, reading, MentionKind.PLACE)
    assert store.corrections() == {}
    assert store.orphaned() == (added,)


def test_an_undone_correction_is_none(store, sample):
    reading = sample.fill(store)
    added = judge(store, sample, reading.mentions[0])
    store.append(dataclasses.replace(added, verdict="undo", value=str(added.seq)))
    assert store.corrections() == {}


def test_a_claim_is_handed_out_with_the_figure_that_a_person_decided(store, sample):
    claim = sample.fill(store).claims[0]
    seen = json.dumps({"kind": claim.kind})
    judged = sample.judgement(claim.id, "correct", value="killed=4..6")
    store.append(dataclasses.replace(judged, span=claim.evidence, seen=seen))
    row = store.claim(claim.id)
    assert (row.claim.casualties[0].number.low, row.claim.casualties[0].number.high) == (4, 6)
    assert row.machine == claim
    assert store.reading(claim.text_id, "rules/1").claims[0] == claim
