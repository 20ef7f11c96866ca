import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import VocabularyError
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

REGISTRY = Registry()


def ids(name):
    return [actor.id for actor in REGISTRY.named(name)]


@pytest.mark.parametrize("name", ["IS-K", "ISKP", "ISK", "ISIS Khorasan", "ISIL-K", "Is-k", "داعش خراسان"])
def test_the_khorasan_branch_is_known_by_all_its_names(name):
    assert ids(name) == ["act:islamic-state-khorasan"]
    assert REGISTRY.kinds(name) == {"actor"}


def test_the_branch_names_its_parent_and_its_broader_row_elsewhere():
    branch = REGISTRY.entry("act:islamic-state-khorasan")
    assert branch.parent_id == "act:islamic-state"
    assert branch.kind == "branch"
    assert dict(branch.crosswalk)["ucdp"].startswith("234@22.1:broader")


def test_an_exact_row_elsewhere_is_marked_exact():
    assert REGISTRY.entry("act:islamic-state").crosswalk == (("ucdp", "234@22.1:exact"),)


def test_is_matches_in_capitals_only():
    assert ids("IS") == ["act:islamic-state"]
    assert ids("is") == ids("Is") == []
    assert REGISTRY.kinds("IS") == {"actor"}
    assert REGISTRY.kinds("is") == REGISTRY.kinds("Is") == frozenset()


@pytest.mark.parametrize(
    "word", ["it", "Front", "Army", "the", "police", "government", "The Base", "AN", "Forces"]
)
def test_ordinary_words_are_nobody(word):
    assert REGISTRY.kinds(word) == frozenset()


@pytest.mark.parametrize("word", ["Afghan", "American", "U.S.", "Pakistani", "Syrians", "Congolese"])
def test_a_countrys_adjective_is_a_demonym(word):
    assert REGISTRY.kinds(word) == {"demonym"}


def test_a_countrys_name_acts_as_its_state_but_is_not_offered_as_an_actor():
    assert ids("Chad") == ["act:state-td"]
    assert REGISTRY.kinds("Chad") == frozenset()


@pytest.mark.parametrize(
    ("name", "ident", "kind"),
    [
        ("Ghanaian government", "act:state-gh", "state"),
        ("U.S. Air Force", "act:state-us.air-force", "state-force"),
        ("Kenya's police", "act:state-ke.police", "state-force"),
        ("government of the Central African Republic", "act:state-cf", "state"),
        ("Saudi Arabian intelligence", "act:state-sa.intelligence", "state-force"),
    ],
)
def test_a_country_with_its_force_is_an_actor(name, ident, kind):
    (actor,) = REGISTRY.named(name)
    assert (actor.id, actor.kind) == (ident, kind)
    assert REGISTRY.entry(ident) == actor
    assert REGISTRY.kinds(name) == {"actor"}


def test_an_adjective_of_two_countries_names_both_governments():
    assert ids("Congolese government") == ["act:state-cd", "act:state-cg"]


def test_a_force_belongs_to_its_state():
    assert REGISTRY.entry("act:state-af.air-force").parent_id == "act:state-af"


def test_an_unknown_id_says_what_to_do():
    with pytest.raises(VocabularyError, match="named"):
        REGISTRY.entry("act:nobody")
    with pytest.raises(VocabularyError):
        REGISTRY.entry("act:state-zz.army")


def test_near_spellings_come_with_a_score():
    best = REGISTRY.near("Hezbolah")[0]
    assert (best.actor.id, best.how) == ("act:hezbollah", "near")
    assert 0.5 < best.score < 0.9
    assert REGISTRY.near("Hama") == ()


def test_three_armies_share_one_acronym():
    assert len(ids("ELN")) == 3


def test_two_registries_of_the_same_tables_have_one_version():
    assert Registry().version == REGISTRY.version
    assert Registry(("actors",), ()).version != REGISTRY.version


@pytest.mark.parametrize("table", ["actors", "actors_ucdp"])
def test_every_row_has_an_entry_with_its_names_and_a_known_parent(table):
    for row in rows(table):
        if table == "actors":
            assert REGISTRY.entry(row["id"]).name == row["name"]
        if row["parent"]:
            assert REGISTRY.entry(row["parent"]).id == row["parent"]
    assert len({row["id"] for row in rows(table)}) == len(rows(table))


def test_every_actor_of_the_list_is_reached_by_its_own_name():
    missed = [row["name"] for row in rows("actors_ucdp") if not REGISTRY.named(row["name"])]
    assert missed == []


@given(st.text(max_size=40))
def test_any_words_can_be_looked_up(words):
    assert REGISTRY.kinds(words) <= {"actor", "demonym"}
    assert isinstance(REGISTRY.named(words), tuple)
    assert fold(fold(words)) == fold(words) or fold(words).startswith("the ")


def test_further_names_come_to_actors_and_forces_that_exist():
    assert [actor.id for actor in REGISTRY.named("Zapatistas")] == ["act:zapatista-national-liberation-army"]
    assert [actor.id for actor in REGISTRY.named("Bundeswehr")] == ["act:state-de.military"]
    assert REGISTRY.entry("act:kosovo-liberation-army").country


def test_a_name_for_nobody_is_an_error_that_says_which(monkeypatch):
    nobody = ({"id": "act:nobody", "names": "Nobody"},)
    monkeypatch.setattr("onrecord.resolve.actor_table.rows", lambda _: nobody)
    with pytest.raises(VocabularyError, match="act:nobody"):
        Registry((), ("other_names",))


def test_no_further_name_is_a_known_name_with_a_word_beside_it():
    beside = {row["word"] for row in rows("actor_words")}
    for table in ("other_names", "state_names"):
        for row in rows(table):
            for name in row["names"].split(";"):
                *first, last = fold(name.lstrip("~=")).split() or [""]
                known = {actor.id for actor in REGISTRY.named(" ".join(first).title())} if first else set()
                assert not (last in beside and row["id"] in known), (row["id"], name)
