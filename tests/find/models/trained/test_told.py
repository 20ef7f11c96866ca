import pytest

from builders.network import Network, text_of
from onrecord.find.models.trained.passages import ground_of
from onrecord.find.models.trained.told import happenings_in, roles_of, triggers_in

MILL = "Raiders stormed the mill in Estmouth, killing two guards. Elders met."


def network(**more):
    made = (
        Network(MILL, **more).event("stormed", "attack").event("killing", "killing").event("met", "meeting")
    )
    made.role("stormed", "Raiders", "agent").role("stormed", "the mill", "target")
    return made.role("stormed", "Estmouth", "place").role("killing", "two guards", "target")


def told(made, content=MILL, **more):
    ground = ground_of(text_of(content, **more))
    return list(happenings_in(made.reader(), made.signals(), ground))


def words(found):
    return [(role.kind, MILL[role.start : role.end]) for role in found]


def test_a_trigger_counts_where_the_table_has_its_class():
    found = triggers_in(network().reader(), network().signals())
    assert [(MILL[t.start : t.end], t.row["act"]) for t in found] == [
        ("stormed", "attack"),
        ("killing", "attack"),
    ]


@pytest.mark.parametrize(("use", "counts"), [("balanced", True), ("recall", True), ("precision", False)])
def test_the_use_says_how_likely_a_class_must_be(use, counts):
    made = network(use=use)
    first, last = made._range(made.at("stormed"))
    made._mark_rows[first:last, made._marks.at("act")] = [2.79, 0, 0, 0, 0, 0, 0, 0]  # 16.3 / (16.3 + 7): 0.7
    found = triggers_in(made.reader(), made.signals())
    assert ("stormed" in [MILL[t.start : t.end] for t in found]) is counts


@pytest.mark.parametrize(("use", "counts"), [("balanced", True), ("recall", True), ("precision", False)])
def test_a_word_that_names_an_act_by_itself_needs_no_class_of_the_network(use, counts):
    made = Network(MILL, use=use).event("stormed", "other").event("met", "other")
    found = triggers_in(made.reader(), made.signals())
    assert [MILL[t.start : t.end] for t in found] == (["stormed"] if counts else [])


def test_roles_are_whole_words_of_the_act_asked_for():
    made = network()
    assert sorted(words(roles_of(made.reader(), made.signals(), made.at("stormed")))) == [
        ("agent", "Raiders"), ("place", "Estmouth"), ("target", "the mill"),
    ]  # fmt: skip
    assert words(roles_of(made.reader(), made.signals(), made.at("killing"))) == [("target", "two guards")]


def test_the_trigger_fills_no_role_of_its_own_act():
    made = network().role("killing", "killing", "agent")
    assert words(roles_of(made.reader(), made.signals(), made.at("killing"))) == [("target", "two guards")]


def test_triggers_of_one_act_and_sentence_that_tell_one_event_are_one_happening():
    apart, together = told(network()), told(network().same("stormed", "killing"))
    assert [len(one.triggers) for one in apart] == [1, 1]
    (one,) = together
    assert [MILL[t.start : t.end] for t in one.triggers] == ["stormed", "killing"]
    assert words(role for _, role in one.roles) == [
        ("agent", "Raiders"), ("target", "the mill"), ("place", "Estmouth"), ("target", "two guards"),
    ]  # fmt: skip


def test_the_same_words_fill_one_role():
    made = network().same("stormed", "killing").role("killing", "the mill", "target")
    (one,) = told(made)
    assert words(role for _, role in one.roles).count(("target", "the mill")) == 1


def test_no_role_is_taken_from_another_sentence():
    made = network().role("killing", "Elders", "agent")
    assert all("Elders" not in dict(map(reversed, words(r for _, r in one.roles))) for one in told(made))


def test_nothing_happens_in_sentences_of_another_language_or_in_furniture():
    assert told(network(), language="fr") == []
    assert told(network(), boilerplate=((0, 57),)) == []
