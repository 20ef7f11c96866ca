"""A pronoun that stands for the organisation which speaks."""

from onrecord.find.models.rules import RulesEngine
from onrecord.records import Passage, Text


class NamesOfTests:
    """A small lexicon of real names, frozen for these tests."""

    version = "tests"
    _KINDS = (("actor", "Taliban|Pentagon"), ("place", "Kabul|Kunar"))

    def kinds(self, name: str) -> frozenset[str]:
        return frozenset(kind for kind, names in self._KINDS if name in names.split("|"))


def agents_of(words):
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    claims = RulesEngine(NamesOfTests()).read(text).claims
    return [r.span.words for c in claims if c.type == "attack" for r in c.roles if r.name == "agent"]


def test_an_organisation_that_says_it_did_something_is_who_did_it():
    assert agents_of("The Taliban said that it had killed ten soldiers in Kunar.") == ["Taliban"]


def test_a_spokesman_who_says_that_they_did_it_is_not_who_did_it():
    assert agents_of("A Taliban spokesman said that they had killed ten soldiers in Kunar.") == ["they"]


def test_a_pronoun_without_a_speaker_stays():
    assert agents_of("It killed ten soldiers in Kunar.") == ["It"]
