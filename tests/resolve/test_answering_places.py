from onrecord.answers import Name, Question, Stretch
from onrecord.find.answering.reading import reads_questions
from onrecord.find.models.rules import RulesEngine
from onrecord.resolve.answering import ResolvingAnswerer
from onrecord.resolve.resolver import Resolver

WORDS = "A bomb went off in Kabul, and Springfield was quiet in Iraq's press."


def answered(task, *names, words=WORDS):
    resolver = Resolver()
    reads = reads_questions(lambda: RulesEngine(resolver.names))
    answerer = ResolvingAnswerer(reads, resolver, NoOther())
    question = Question(task, words, names=tuple(Name(Stretch(*at), "place") for at in names))
    (answer,) = answerer.answers([question])
    return {words[one.at.start : one.at.end]: one for one in answer.places}


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


def test_a_given_name_in_no_list_is_guessed_where_the_nearest_name_lies_that_is_no_country():
    words = "Aid came from Norway to Qwertyabad, far from Jalalabad and from Herat."
    found = answered("places-gold", (14, 20), (24, 34), (45, 54), (64, 69), words=words)
    unknown, town = found["Qwertyabad"], found["Jalalabad"]
    assert (unknown.id, unknown.score) == ("", 0.0)
    assert (unknown.latitude, unknown.longitude) == (town.latitude, town.longitude)


def test_a_name_in_no_list_stays_without_an_answer_where_the_text_names_countries_alone():
    found = answered("places-gold", (14, 20), (24, 34), words="Aid came from Norway to Qwertyabad.")
    assert found["Qwertyabad"].latitude is None


def test_a_name_that_nobody_bears_is_none_that_a_scan_finds():
    assert "Qwertyabad" not in answered(
        "places", words="In the village of Qwertyabad in Helmand all was quiet."
    )
