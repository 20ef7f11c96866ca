"""A small record that the tests of the store build on: our own sentences, real parts."""

import hashlib

import pytest

from onrecord import records as r
from onrecord.store import Store

STORY = (
    "Raiders of the River Front attacked Ostrava Bridge on 3 May 2016, killing more than eighty people, "
    "the ministry said. The Front is led by Karim Vale."
)
AT = "2026-01-02T03:04:05+00:00"


class Sample:
    """Makes records around texts."""

    story = STORY

    def span(self, text, words):
        start = text.content.index(words)
        return r.Span(text.id, start, start + len(words), words)

    def intake(self, content=STORY, location="story.txt", *, title="A story", parts=None, **described):
        raw = content.encode()
        sha = hashlib.sha256(raw).hexdigest()
        items = parts or (content,)
        documents = tuple(
            r.Document(r.document_id(sha, i), sha, i, "article" if i == 0 else "teaser")
            for i in range(len(items))
        )
        texts = tuple(
            r.Text(
                r.text_id(sha, i, "plain/1"),
                documents[i].id,
                "plain/1",
                item,
                (r.Passage(0, len(item), "body", "en", "ltr"),),
                title,
                **described,
            )
            for i, item in enumerate(items)
        )
        fetch = r.Fetch(location, sha, "text/plain", AT)
        return r.Intake(r.RawBytes(sha, "text/plain", raw), fetch, documents, texts)

    def mention(self, text, kind, words):
        span = self.span(text, words)
        return r.Mention(r.mention_id(kind, span), kind, span, words.removeprefix("the "))

    def reading(self, text, by="rules/1", *, evidence="", act="attack"):
        front = self.span(text, "River Front")
        bridge = self.span(text, "Ostrava Bridge")
        day = self.span(text, "3 May 2016")
        toll = self.span(text, "more than eighty people")
        ministry, said = self.span(text, "the ministry"), self.span(text, "said")
        roles = (r.Role("agent", front), r.Role("place", bridge))
        words = self.span(text, evidence or text.content[front.start : toll.end])
        attack = r.Claim(
            r.claim_id(r.Kind.EVENT, words, roles),
            text.id,
            r.Kind.EVENT,
            act,
            words,
            by,
            roles=roles,
            times=(r.TimeRole(r.Which.HAPPENED, day),),
            casualties=(r.Casualty("killed", r.Number(81, None, "more_than", toll), victims=toll),),
            sources=(r.Source(ministry, r.SpeechAct.SAY, said),),
            method="small_arms",
            scale="incident",
            qualities=(("partial", "yes"),),
            confidence=0.7,
        )
        led = self.span(text, "The Front is led by Karim Vale")
        lead = r.Claim(r.claim_id(r.Kind.RELATION, led, ()), text.id, r.Kind.RELATION, "led_by", led, by)
        mentions = (
            self.mention(text, r.MentionKind.ACTOR, "River Front"),
            self.mention(text, r.MentionKind.PLACE, "Ostrava Bridge"),
            self.mention(text, r.MentionKind.TIME, "3 May 2016"),
            self.mention(text, r.MentionKind.ACTOR, "the ministry"),
        )
        unread = (r.Unread(self.span(text, "The Front"), "garbled"),)
        return r.Reading(
            text.id, by, mentions, (attack, lead), (r.Tie(attack.id, lead.id, "part_of"),), unread
        )

    def links(self, reading):
        front, bridge, day, ministry = (mention.id for mention in reading.mentions)
        other = r.Alternative("act:2", "Lake Front", 0.2, "shares a word")
        links = (
            r.Link(front, r.Target.ACTOR, "act:1", "River Front", 0.9, "its name", "resolve/1", (other,)),
            r.Link(bridge, r.Target.PLACE, "geo:1", "Ostrava Bridge", 0.8, "its name", "resolve/1"),
            r.Link(ministry, r.Target.ACTOR, "", "", 0.0, "no ministry is known here", "resolve/1"),
        )
        when = r.When("2016-05-03", "2016-05-03", r.Precision.DAY, r.Anchor.STATED, "3 May 2016")
        return links, (r.Moment(day, when, "stated", "resolve/1"),)

    def entries(self):
        actor = r.Actor(
            "act:1",
            "River Front",
            "rebel group",
            "registry",
            ("RF", "جبهه رود"),
            "act:2",
            "AA",
            (("ucdp", "77"),),
        )
        place = r.Place(
            "geo:1", "Ostrava Bridge", "settlement", "AA", ("Aland", "North", "East"), 34.5, 70.25, 900
        )
        return (actor,), (place, r.Place("geo:2", "North", "adm1", "AA", ("Aland", "North", "")))

    def event(self, claim_ids, event_id="evt_1"):
        when = r.When("2016-05-03", "2016-05-03", r.Precision.DAY, r.Anchor.STATED, "3 May 2016")
        return r.Event(
            event_id, tuple(claim_ids), "attack", "small_arms", "civilians", "incident", when, "geo:1",
            "Ostrava Bridge", 1, "AA", (("agent", "act:1", "River Front"), ("target", "", "people")),
            r.Bound(81, 81, None), r.Bound(), 1, 1, why="one claim",
        )  # fmt: skip

    def fill(self, store, content=STORY, location="story.txt", *, event_id="", **described):
        """Add a story, its reading, links and event; give the reading."""
        intake = self.intake(content, location, **described)
        store.add_intake(intake)
        reading = self.reading(intake.texts[0])
        store.add_reading(reading)
        store.save_links(reading.text_id, "rules/1", *self.links(reading))
        store.save_entries(*self.entries())
        claim, events = reading.claims[0].id, store.events()
        open_when = r.When(None, None, r.Precision.OPEN, r.Anchor.NONE)
        store.replace_merged(
            (*events, self.event([claim], event_id or f"evt_{len(events) + 1}")),
            (
                r.Relation(
                    "rel_1", "act:1", "River Front", "led_by", "act:9", "Karim Vale", open_when, (claim,)
                ),
            ),
            (
                r.Presence(
                    "pre_1", "act:1", "River Front", "geo:1", "Ostrava Bridge", "present", open_when, (claim,)
                ),
            ),
        )
        return reading

    def judgement(self, target_id, verdict="reject", value="", **fields):
        return r.Judgement(
            0, fields.pop("target", "claim"), target_id, verdict, value, "A. Reviewer", "why", AT, **fields
        )


@pytest.fixture
def sample():
    return Sample()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture
def store(path):
    with Store(path, create=True) as opened:
        yield opened


@pytest.fixture
def dump():
    """Give every row of every table of a record, as SQL."""

    def lines(store):
        return [line for line in store._file._db.iterdump() if "migration" not in line]

    return lines
