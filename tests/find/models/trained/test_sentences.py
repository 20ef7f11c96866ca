from builders.network import Network, text_of
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.records import Modality, Polarity, Which

CAME = "Police said on Monday that gunmen attacked a school on 3 May 2016."


def network(**marks):
    made = Network(CAME).event("attacked", "attack", **marks)
    made.role("attacked", "gunmen", "agent").role("attacked", "a school", "target")
    return made.says("Police", "said", CAME[CAME.index("gunmen") : -1])


def only(made):
    (claim,) = TrainedEngine(made.reader()).read(text_of(made.content)).claims
    return claim


def test_an_event_has_its_source_and_the_time_of_the_event_alone():
    claim = only(network())
    assert [(s.who.words, s.cue.words) for s in claim.sources] == [("Police", "said")]
    assert [(t.which, t.span.words) for t in claim.times] == [(Which.HAPPENED, "3 May 2016")]


def test_polarity_and_modality_are_those_of_the_trigger():
    assert (only(network()).polarity, only(network()).modality) == (Polarity.POSITIVE, Modality.ACTUAL)
    claim = only(network(polarity="negative", modality="planned"))
    assert (claim.polarity, claim.modality) == (Polarity.NEGATIVE, Modality.PLANNED)


def test_a_relation_has_source_and_times_too():
    content = "Police said that the Harbour Front allied itself with the Hill Command in 2016."
    made = Network(content).says("Police", "said", content[content.index("the Harbour") : -1])
    for name in ("the Harbour Front", "the Hill Command"):
        made.name(name, "Organisation", "re3d")
    claim = only(made.related("AlliesOf", "the Harbour Front", "the Hill Command"))
    assert [s.who.words for s in claim.sources] == ["Police"]
    assert [t.span.words for t in claim.times] == ["2016"]
