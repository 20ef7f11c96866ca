"""The engine of rules on paragraphs of the project's own, garbled grammar included."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.rules import MAX_TOKENS, RulesEngine
from onrecord.records import Kind, MentionKind, Modality, Passage, Polarity, SpeechAct, Text, Which


class NamesOfTests:
    """A small lexicon of real names, frozen for these tests."""

    _KINDS = (
        ("actor", "Taliban|Islamic State|ISIS|IS-K|ISKP|al-Qaeda|Boko Haram|Pentagon|Houthis|M23|al-Shabaab"),
        (
            "place",
            "Kabul|Helmand|Nangarhar|Afghanistan|Pakistan|Islamabad|Kunduz|Goma|Mogadishu|Rwanda|Herat|کابل|لاہور",
        ),
        ("demonym", "Afghan|Pakistani|U.S."),
    )

    def __init__(self, version: str = "tests") -> None:
        self.version = version

    def kinds(self, name: str) -> frozenset[str]:
        return frozenset(kind for kind, names in self._KINDS if name in names.split("|"))


def read(words, language="en"):
    text = Text(
        "txt", "doc", "tests", words, (Passage(0, len(words), "body", language, "ltr"),), language=language
    )
    return RulesEngine(NamesOfTests()).read(text)


def only(reading, type_):
    found = [claim for claim in reading.claims if claim.type == type_]
    assert len(found) == 1, [(c.type, c.evidence.words) for c in reading.claims]
    return found[0]


def times(claim, which):
    return [time.span.words for time in claim.times if time.which is which]


def test_what_was_said_later_about_an_earlier_day_has_two_times():
    reading = read(
        "Three months later, the Afghan army said it had killed Karim Zadran during an airstrike in June."
    )
    claim = only(reading, "attack")
    assert times(claim, Which.HAPPENED) == ["June"]
    assert times(claim, Which.SAID) == ["Three months later"]
    assert [source.act for source in claim.sources] == [SpeechAct.SAY]
    assert claim.method == "air_strike"


def test_a_relation_told_by_a_noun_does_not_take_the_time_of_the_verb():
    reading = read("In July 2017 the Afghan army killed Karim Zadran, the head of ISKP, in Nangarhar.")
    assert times(only(reading, "led_by"), Which.HAPPENED) == []
    assert times(only(reading, "attack"), Which.HAPPENED) == ["July 2017"]


def test_a_time_at_the_head_of_a_sentence_covers_its_clauses():
    reading = read(
        "In early 2016, as its leadership was in hiding, the Taliban launched a counterattack in Helmand."
    )
    assert times(only(reading, "offensive"), Which.HAPPENED) == ["early 2016"]


def test_a_denied_attack_is_a_positive_claim_with_a_denying_source():
    claim = only(read("The Taliban denied that its fighters had attacked the hospital."), "attack")
    assert claim.polarity is Polarity.POSITIVE
    assert [(source.who.words, source.act) for source in claim.sources] == [("Taliban", SpeechAct.DENY)]


def test_an_apposition_before_the_cue_does_not_hide_a_denial():
    claim = only(read("Omar Reed, a lawyer, denied killing the judge."), "attack")
    assert [source.act for source in claim.sources] == [SpeechAct.DENY]


def test_a_killing_of_which_somebody_was_acquitted_is_negative():
    claim = only(read("Omar Reed was acquitted of killing the judge."), "attack")
    assert claim.polarity is Polarity.NEGATIVE


def test_an_attack_that_is_only_feared_is_not_actual():
    claim = only(read("Residents fear that the militants will attack Kabul."), "attack")
    assert claim.modality is not Modality.ACTUAL


def test_an_attack_that_did_not_happen_is_negative():
    assert only(read("The army has not attacked Kunduz."), "attack").polarity is Polarity.NEGATIVE


def test_a_bombing_named_as_an_example_is_part_of_the_attacks():
    reading = read(
        "IS-K launched several attacks in Nangarhar, including a suicide bombing in Kabul that killed ten."
    )
    by_scale = {claim.scale: claim.id for claim in reading.claims if claim.type == "attack"}
    assert [(tie.claim_id, tie.other_id, tie.type) for tie in reading.ties] == [
        (by_scale["incident"], by_scale["series"], "part_of")
    ]


def test_a_garbled_report_still_gives_its_toll_over_a_period():
    reading = read(
        "From May 2016 to October   ISKP killed 90 people and round about 210 people became injured in several attacks in Afghanistan and Pakistan."
    )
    claim = only(reading, "toll")
    assert claim.kind is Kind.TOLL
    assert {(c.outcome, c.number.low) for c in claim.casualties} == {("killed", 90), ("injured", 210)}
    assert {role.span.words for role in claim.roles if role.name == "place"} == {"Afghanistan", "Pakistan"}


def test_a_garbled_paragraph_gives_its_events_and_no_others():
    reading = read(
        "In the begin of 2017 group again raise head, the ISKP bloody attack continuously shaken Kabul. "
        "Many reports was dismissed as propaganda. Last week a meeting of three intelligence chiefs taken place in "
        "Islamabad. The fight against corruption are still weak and teachers went on strike."
    )
    events = [(c.type, c.scale) for c in reading.claims if c.kind is Kind.EVENT]
    assert events == [("attack", "series"), ("meeting", "incident")]


def test_a_country_that_is_accused_is_an_actor_as_well_as_a_place():
    reading = read("The government accused Rwanda of backing M23 in Goma.")
    kinds = {m.kind for m in reading.mentions if m.span.words == "Rwanda"}
    assert kinds == {MentionKind.ACTOR, MentionKind.PLACE}


def test_a_pronoun_is_a_mention_only_where_it_has_a_part():
    assert not [m for m in read("It became clear that it was late.").mentions if m.kind is MentionKind.GROUP]
    assert [m.head for m in read("It killed two soldiers in Herat.").mentions if m.head == "It"] == ["It"]


def test_a_sentence_in_a_language_without_rules_is_listed_as_unread():
    reading = read("Die Armee griff am Montag an.", "de")
    assert [unread.reason for unread in reading.unread] == ["no rules for claims in de"]
    assert reading.claims == ()


def test_an_urdu_sentence_gives_its_casualties_with_low_confidence():
    reading = read("لاہور میں دھماکے سے 5 افراد ہلاک ہو گئے", "ur")
    claim = only(reading, "attack")
    assert claim.method == "remote_explosive"
    assert claim.confidence < 0.6
    assert {role.span.words for role in claim.roles} == {"لاہور"}


def test_an_urdu_sentence_without_force_is_unread_and_its_places_are_kept():
    reading = read("لاہور ایک بڑا شہر ہے", "ur")
    assert [unread.reason for unread in reading.unread] == ["no rules for claims in ur"]
    assert [m.span.words for m in reading.mentions if m.kind is MentionKind.PLACE] == ["لاہور"]


def test_a_sentence_that_is_likely_a_table_is_unread_for_claims():
    reading = read("Kabul " * (MAX_TOKENS + 1) + "was attacked by gunmen.")
    assert reading.claims == ()
    assert "table or a list" in reading.unread[0].reason


def test_the_name_of_the_engine_changes_with_the_lexicon():
    assert RulesEngine(NamesOfTests("one")).by != RulesEngine(NamesOfTests("two")).by
    assert RulesEngine(NamesOfTests("one")).by == RulesEngine(NamesOfTests("one")).by


def spans(reading):
    for mention in reading.mentions:
        yield mention.span
    for claim in reading.claims:
        yield claim.evidence
        yield from (role.span for role in claim.roles)
        yield from (time.span for time in claim.times)
        yield from (casualty.number.span for casualty in claim.casualties)
    for unread in reading.unread:
        yield unread.span


WORDS = [
    "The",
    "Taliban",
    "attacked",
    "killed",
    "by",
    "in",
    "Kabul",
    ",",
    "and",
    ".",
    "said",
    "that",
    "gunmen",
    "who",
    "launched",
    "an",
    "attack",
    "on",
    "air",
    "strikes",
    "during",
    "June",
    "2015",
    "12",
    "civilians",
    "were",
    "“",
    "”",
    "(",
    ")",
    "IS-K",
    "its",
    "ban",
    "not",
    "would",
    "clashes",
    "between",
    ";",
    "U.S.",
    "military",
    "bombing",
    "’s",
    ":",
]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_a_reading_with_true_spans_and_the_same_one_twice(words):
    reading = read(words)
    assert reading == read(words)
    assert all(words[span.start : span.end] == span.words for span in spans(reading))
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


@pytest.mark.parametrize("words", ["", " ", "\n\n", "...", "a" * 5000, "(" * 400, "and " * 200])
def test_texts_without_content_give_no_claims(words):
    assert read(words).claims == ()


def test_a_day_inside_a_name_is_no_time():
    class Named(NamesOfTests):
        def kinds(self, name: str) -> frozenset[str]:
            return frozenset({"actor"}) if name == "March 23 Movement" else super().kinds(name)

    words = "The March 23 Movement attacked Goma on 4 May 2012."
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    found = RulesEngine(Named()).read(text).mentions
    assert [m.span.words for m in found if m.kind is MentionKind.TIME] == ["4 May 2012"]


def test_the_date_of_a_report_is_not_the_day_of_the_attack():
    claim = only(read("The bombing in Kabul killed ten, said its report of 12 December 2015."), "attack")
    assert times(claim, Which.HAPPENED) == []


def test_an_agency_that_reports_is_no_party():
    claim = only(read("Reuters witnessed an attack on Kabul."), "attack")
    assert {role.name for role in claim.roles} == {"place"}


def test_a_text_in_capitals_gives_the_same_claims():
    shouted = read("GUNMEN KILLED TEN POLICEMEN ON A BUS ON 3 MAY 2012.")
    plain = read("Gunmen killed ten policemen on a bus on 3 May 2012.")
    assert [c.type for c in shouted.claims] == [c.type for c in plain.claims] == ["attack"]
    assert [r.name for r in shouted.claims[0].roles] == [r.name for r in plain.claims[0].roles]
