from onrecord.answers import Name, Question, Stretch
from onrecord.find.answering.reading import reads_questions
from onrecord.find.models.rules import RulesEngine
from onrecord.resolve.answering import ResolvingAnswerer
from onrecord.resolve.resolver import Resolver

WORDS = "A bomb went off in Kabul, and Springfield was quiet in Iraq's press."


def answered(task, *names):
    resolver = Resolver()
    reads = reads_questions(lambda: RulesEngine(resolver.names))
    answerer = ResolvingAnswerer(reads, resolver, NoOther())
    question = Question(task, WORDS, names=tuple(Name(Stretch(*at), "place") for at in names))
    (answer,) = answerer.answers([question])
    return {WORDS[one.at.start : one.at.end]: one for one in answer.places}


class NoOther:
    def answers(self, questions):
        raise AssertionError(f"no other engine is asked here: {questions}")


def test_given_names_are_answered_and_what_stays_open_is_a_guess_without_an_id():
    found = answered("places-gold", (19, 24), (30, 41))
    assert found["Kabul"].id == "geo:1138958"
    assert found["Springfield"].id == ""
    assert found["Springfield"].latitude is not None


def test_names_are_found_also_where_they_are_no_place_of_a_claim():
    found = answered("places")
    assert {"Kabul", "Iraq"} <= set(found)
    assert found["Iraq"].id == "iso:IQ"
