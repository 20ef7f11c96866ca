from builders.network import Network, text_of
from onrecord.find.acts.facets import VIOLENT
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.records import Kind, MentionKind
from onrecord.vocabulary import rows


def only(network):
    (claim,) = TrainedEngine(network.reader()).read(text_of(network.content)).claims
    return claim


def roles(claim):
    return [(role.name, role.span.words) for role in claim.roles]


def test_who_is_killed_is_a_victim_and_what_is_attacked_a_target_as_with_the_rules():
    killed = Network("Gunmen killed a teacher.").event("killed", "killing")
    assert roles(only(killed.role("killed", "Gunmen", "agent").role("killed", "a teacher", "target"))) == [
        ("agent", "Gunmen"), ("victim", "a teacher"),
    ]  # fmt: skip
    hit = Network("Gunmen attacked a convoy.").event("attacked", "attack")
    assert roles(only(hit.role("attacked", "Gunmen", "agent").role("attacked", "a convoy", "target"))) == [
        ("agent", "Gunmen"), ("target", "a convoy"),
    ]  # fmt: skip


def test_a_place_that_is_hit_is_where_it_happened_and_a_country_that_hits_is_who_did_it():
    network = Network("Norland attacked Estmouth.").name("Norland", "place").name("Estmouth", "place")
    network.event("attacked", "attack").role("attacked", "Norland", "agent").role(
        "attacked", "Estmouth", "target"
    )
    reading = TrainedEngine(network.reader()).read(text_of(network.content))
    assert roles(reading.claims[0]) == [("agent", "Norland"), ("place", "Estmouth")]
    assert [m.kind for m in reading.mentions if m.span.words == "Norland"] == [
        MentionKind.ACTOR,
        MentionKind.PLACE,
    ]


def test_the_rules_give_the_finer_act_and_the_method_of_a_trigger_that_they_know():
    network = Network("Gunmen ambushed a convoy with mortars.").event("ambushed", "attack")
    claim = only(network.role("ambushed", "Gunmen", "agent").role("ambushed", "a convoy", "target"))
    assert claim.type == "ambush"
    plain = (
        Network("Raiders torched a mill.").event("torched", "destruction").role("torched", "Raiders", "agent")
    )
    assert only(plain).type == "destruction"


def test_counts_and_facets_are_those_of_the_rules_grammar():
    network = Network("Gunmen opened up, leaving nine soldiers dead.").event("leaving", "killing")
    claim = only(network.role("leaving", "Gunmen", "agent").role("leaving", "nine soldiers", "target"))
    assert [(c.outcome, c.number.low, c.number.high) for c in claim.casualties] == [("killed", 9, 9)]
    assert (claim.kind, claim.scale, claim.target) == (Kind.EVENT, "incident", "combatants")


def test_facets_that_no_words_state_are_none_stated_for_violence_and_empty_else():
    struck = Network("Raiders struck them.").event("struck", "attack").role("struck", "Raiders", "agent")
    assert (only(struck).method, only(struck).target) == ("none_stated", "none_stated")
    held = Network("Police held an elder.").event("held", "arrest").role("held", "an elder", "target")
    assert (only(held).method, only(held).target) == ("", "")


def test_deaths_counted_over_a_period_are_a_toll():
    network = Network("From 2010 to 2015 some 400 people were killed.").event("killed", "killing")
    claim = only(network.role("killed", "some 400 people", "target"))
    assert (claim.kind, claim.type) == (Kind.TOLL, "toll")


def test_nobody_but_pronouns_and_harm_that_nobody_inflicts_are_no_events():
    crash = Network("A bus crash killed them.").event("killed", "killing").role("killed", "them", "target")
    them = Network("They killed it.").event("killed", "killing")
    them.role("killed", "They", "agent").role("killed", "it", "target")
    alone = Network("The attack came.").event("attack", "attack")
    for network in (crash, them, alone):
        assert TrainedEngine(network.reader()).read(text_of(network.content)).claims == ()


def test_every_act_and_finer_act_of_the_table_is_an_act_with_a_frame():
    acts, frames = {row["act"] for row in rows("act_types")}, {row["frame"]: row for row in rows("frames")}
    for row in rows("trained_acts"):
        finer = set(filter(None, row["finer"].split("|")))
        assert {row["act"], *finer} <= acts
        assert finer <= VIOLENT
        assert frames[row["frame"]]["object"] in {"target", "victim"}
        assert float(row["recall"]) <= float(row["balanced"]) <= float(row["precision"])
