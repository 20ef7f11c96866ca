"""A small record built by hand through the real store, in our own words, for the tests of what people see."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onrecord.records import (
    Actor,
    Alternative,
    Anchor,
    Bound,
    Casualty,
    Claim,
    Document,
    Event,
    Failure,
    Fetch,
    Intake,
    Kind,
    Link,
    Mention,
    MentionKind,
    Modality,
    Moment,
    Number,
    Passage,
    Place,
    Polarity,
    Precision,
    Presence,
    RawBytes,
    Reading,
    Relation,
    Role,
    Source,
    Span,
    SpeechAct,
    Target,
    Text,
    TimeRole,
    When,
    Which,
    claim_id,
    document_id,
    mention_id,
    text_id,
)
from onrecord.store import Store

AT = "2026-01-02T03:04:05+00:00"
BY = "hand/1"

WIRE = """Home News About
Blast at a market
Officials said on 3 May 2019 that a suicide bomber of the Hill League killed 12 people in Oldmarket.
The River Front denied that Karim Example, its commander, had planned it."""
DAILY = """The Hill League attack in Oldmarket on 3 May killed more than eighty people, witnesses said.
The League is allied with the River Front and controls Westvale."""
URDU = "حکام نے کہا کہ پرانے بازار میں دھماکے سے بارہ افراد ہلاک ہوئے۔"
HOSTILE = "=HYPERLINK(1) and <script>alert(1)</script> attacked Oldmarket, 😀 a post claims."

HILL = Actor(
    "act:hill-league",
    "Hill League",
    "armed group",
    names=("Hill League", "The League"),
    crosswalk=(("UCDP", "99999"),),
)
RIVER = Actor("act:river-front", "River Front", "armed group", parent_id="act:hill-league")
CANDIDATE = Actor("cand:old-guard", "Old Guard", "armed group", status="candidate")
PERSON = Actor("cand:karim-example", "Karim Example", "person", status="candidate")
MARKET = Place(
    "pl:oldmarket",
    "Oldmarket",
    "settlement",
    "Exampleland",
    ("Exampleland", "North", "Oldmarket District"),
    34.5,
    69.2,
)
VALE = Place("pl:westvale", "Westvale", "adm2", "Exampleland", ("Exampleland", "North", "Westvale"))

DAY = When("2019-05-03", "2019-05-03", Precision.DAY, Anchor.STATED, "3 May 2019")
FROM_PUBLICATION = When("2019-05-03", "2019-05-03", Precision.DAY, Anchor.PUBLICATION, "3 May")
MONTH = When("2019-06-01", "2019-06-30", Precision.MONTH, Anchor.STATED, "June 2019")
OPEN = When(None, None, Precision.OPEN, Anchor.NONE, "")


def build_record(path: Path) -> dict[str, str]:
    """Fill a new record; give the ids that tests ask for."""
    with Store(path, create=True) as store:
        wire = add_text(store, WIRE, "Blast at a market", "Demo Wire", passages=wire_passages())
        daily = add_text(store, DAILY, "Market toll rises", "Demo Daily")
        urdu = add_text(store, URDU, "پرانے بازار میں دھماکہ", "Demo Akhbar", language="ur", direction="rtl")
        hostile = add_text(store, HOSTILE, "<script>alert(2)</script>", "Demo Post")
        claims = [
            *add_wire(store, wire),
            *add_daily(store, daily),
            add_urdu(store, urdu),
            add_hostile(store, hostile),
        ]
        store.add_failure(
            Failure("fail_1", "read", "broken.pdf", "no text could be read", "print it to PDF again")
        )
        store.save_entries((HILL, RIVER, CANDIDATE, PERSON), (MARKET, VALE))
        named = dict(
            zip(
                ("bombing", "denial", "attack", "alliance", "control", "urdu", "hostile"), claims, strict=True
            )
        )
        store.replace_merged(events_of(named), relations_of(named), presence_of(named))
    return {**named, "wire": wire.document_id, "daily": daily.document_id, "urdu_document": urdu.document_id}


def wire_passages() -> tuple[Passage, ...]:
    first, second = WIRE.index("\n") + 1, WIRE.index("Officials")
    return (
        Passage(0, first, "boilerplate", "en", "ltr"),
        Passage(first, second, "heading", "en", "ltr"),
        Passage(second, len(WIRE), "body", "en", "ltr"),
    )


def add_text(store, content, title, site, *, language="en", direction="ltr", passages=()):
    raw = RawBytes(hashlib.sha256(content.encode()).hexdigest(), "text/plain", content.encode())
    document = Document(document_id(raw.sha256, 0), raw.sha256, 0, "article")
    whole = (Passage(0, len(content), "body", language, direction),)
    text = Text(
        text_id(raw.sha256, 0, "hand/1"), document.id, "hand/1", content, passages or whole, title,
        site=site, url="https://example.org/report", published=DAY if site != "Demo Post" else None,
        language=language, direction=direction,
    )  # fmt: skip
    store.add_intake(Intake(raw, Fetch(f"{site}.txt", raw.sha256, raw.media_type, AT), (document,), (text,)))
    return text


def span(text: Text, words: str, *, last: bool = False) -> Span:
    start = text.content.rindex(words) if last else text.content.index(words)
    return Span(text.id, start, start + len(words), words)


def mention(text: Text, kind: MentionKind, words: str) -> Mention:
    found = span(text, words)
    return Mention(mention_id(kind, found), kind, found, words)


def link(named: Mention, target: Actor | Place | None, why: str = "name as registered", **more) -> Link:
    kind = Target.PLACE if named.kind is MentionKind.PLACE else Target.ACTOR
    if target is None:
        return Link(named.id, kind, "", "", 0.0, why, "hand/1", **more)
    return Link(named.id, kind, target.id, target.name, 0.9, why, "hand/1", **more)


def claim(text: Text, kind: Kind, type_: str, evidence: str, roles: dict[str, str], **more) -> Claim:
    words = span(text, evidence)
    filled = tuple(Role(name.rstrip("_"), span(text, filler)) for name, filler in roles.items())
    return Claim(claim_id(kind, words, filled), text.id, kind, type_, words, BY, filled, **more)


def add_wire(store: Store, text: Text) -> list[str]:
    hill = mention(text, MentionKind.ACTOR, "Hill League")
    river = mention(text, MentionKind.ACTOR, "River Front")
    person = mention(text, MentionKind.PERSON, "Karim Example")
    market = mention(text, MentionKind.PLACE, "Oldmarket")
    day = mention(text, MentionKind.TIME, "3 May 2019")
    officials = mention(text, MentionKind.GROUP, "Officials")
    twelve = Number(12, 12, "exact", span(text, "12 people"))
    bombing = claim(
        text, Kind.EVENT, "attack", "a suicide bomber of the Hill League killed 12 people in Oldmarket",
        {"agent": "a suicide bomber of the Hill League", "place": "Oldmarket"},
        times=(TimeRole(Which.HAPPENED, day.span), TimeRole(Which.SAID, day.span)),
        casualties=(Casualty("killed", twelve, "civilian", span(text, "people")),),
        sources=(Source(officials.span, SpeechAct.SAY, span(text, "said")),),
        method="suicide_vest", target="market_or_transport", scale="incident", confidence=0.8,
    )  # fmt: skip
    denial = claim(
        text, Kind.STATEMENT, "planning", "Karim Example, its commander, had planned it",
        {"subject": "Karim Example"},
        sources=(Source(river.span, SpeechAct.DENY, span(text, "denied")),),
        modality=Modality.PLANNED, polarity=Polarity.POSITIVE,
    )  # fmt: skip
    mentions = (hill, river, person, market, day, officials)
    store.add_reading(Reading(text.id, BY, mentions, (bombing, denial)))
    other = Alternative(CANDIDATE.id, CANDIDATE.name, 0.2, "shares a word")
    links = (
        link(hill, HILL, alternatives=(other,)),
        link(river, RIVER),
        link(person, PERSON),
        link(market, MARKET),
    )
    store.save_links(text.id, "hand/1", links, (Moment(day.id, DAY, "written in full", "hand/1"),))
    return [bombing.id, denial.id]


def add_daily(store: Store, text: Text) -> list[str]:
    hill = mention(text, MentionKind.ACTOR, "Hill League")
    league = mention(text, MentionKind.ACTOR, "The League")
    river = mention(text, MentionKind.ACTOR, "River Front")
    market = mention(text, MentionKind.PLACE, "Oldmarket")
    vale = mention(text, MentionKind.PLACE, "Westvale")
    day = mention(text, MentionKind.TIME, "3 May")
    eighty = Number(81, None, "more than", span(text, "more than eighty people"))
    attack = claim(
        text, Kind.EVENT, "attack", "The Hill League attack in Oldmarket on 3 May killed more than eighty people",
        {"agent": "Hill League", "place": "Oldmarket"},
        times=(TimeRole(Which.HAPPENED, day.span),), casualties=(Casualty("killed", eighty),),
        sources=(Source(span(text, "witnesses"), SpeechAct.SAY, span(text, "said")),), scale="incident",
    )  # fmt: skip
    alliance = claim(
        text, Kind.RELATION, "allied_with", "The League is allied with the River Front",
        {"subject": "The League", "object": "River Front"}, qualities=(("partial", "yes"),),
    )  # fmt: skip
    control = claim(
        text, Kind.PRESENCE, "control", "controls Westvale", {"subject": "The League", "place": "Westvale"},
        quantity=Number(1, 1, "exact", span(text, "Westvale")), unit="area",
    )  # fmt: skip
    mentions = (hill, league, river, market, vale, day)
    store.add_reading(Reading(text.id, BY, mentions, (attack, alliance, control)))
    links = (
        link(hill, HILL),
        link(league, None, "two actors are called so"),
        link(river, RIVER),
        link(market, MARKET),
        link(vale, VALE),
    )
    store.save_links(
        text.id, "hand/1", links, (Moment(day.id, FROM_PUBLICATION, "year of publication", "hand/1"),)
    )
    return [attack.id, alliance.id, control.id]


def add_urdu(store: Store, text: Text) -> str:
    twelve = Number(12, 12, "exact", span(text, "بارہ افراد"))
    found = claim(
        text, Kind.EVENT, "attack", "پرانے بازار میں دھماکے سے بارہ افراد ہلاک", {"place": "پرانے بازار"},
        casualties=(Casualty("killed", twelve),), sources=(Source(span(text, "حکام"), SpeechAct.SAY, None),),
    )  # fmt: skip
    store.add_reading(Reading(text.id, BY, (), (found,)))
    return found.id


def add_hostile(store: Store, text: Text) -> str:
    agent = mention(text, MentionKind.GROUP, "=HYPERLINK(1) and <script>alert(1)</script>")
    found = claim(
        text, Kind.EVENT, "attack", "=HYPERLINK(1) and <script>alert(1)</script> attacked Oldmarket",
        {"agent": "=HYPERLINK(1) and <script>alert(1)</script>"}, sources=(Source(None, SpeechAct.CLAIM, None),),
    )  # fmt: skip
    store.add_reading(Reading(text.id, BY, (agent,), (found,)))
    return found.id


def events_of(named: dict[str, str]) -> tuple[Event, ...]:
    hill = ("agent", HILL.id, HILL.name)
    return (
        Event(
            "evt:market", (named["attack"], named["bombing"], named["urdu"]), "attack", "suicide_vest",
            "civilians", "incident", DAY, MARKET.id, MARKET.name, 1, "Exampleland", (hill, ("target", "", "Karim Example")),
            Bound(12, 12, None), Bound(), 3, 3, disputed=True, why="same place and day",
        ),
        Event(
            "evt:june", (named["hostile"],), "air_strike", "", "", "series", MONTH, VALE.id, VALE.name, 3,
            "Exampleland", (("agent", "", "=HYPERLINK(1) and <script>alert(1)</script>"),), Bound(), Bound(), 1, 1,
        ),
        Event("evt:open", (named["hostile"],), "raid", "", "", "", OPEN, "", "", 0, "", (), Bound(), Bound(), 1, 1),
        Event(
            "evt:planned", (named["denial"],), "attack", "", "", "", OPEN, "", "", 0, "", (), Bound(), Bound(), 1, 1,
            modality=Modality.PLANNED,
        ),
    )  # fmt: skip


def relations_of(named: dict[str, str]) -> tuple[Relation, ...]:
    return (
        Relation(
            "rel:1", HILL.id, HILL.name, "allied_with", RIVER.id, RIVER.name, OPEN, (named["alliance"],)
        ),
    )


def presence_of(named: dict[str, str]) -> tuple[Presence, ...]:
    return (Presence("prs:1", HILL.id, HILL.name, VALE.id, VALE.name, "control", MONTH, (named["control"],)),)
