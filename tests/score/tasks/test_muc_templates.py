import json
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import Answer, Entity, Incident, Question
from onrecord.errors import InputError
from onrecord.score.task import Item, Tally
from onrecord.score.tasks.muc import TASKS
from onrecord.score.tasks.muc_forms import ROLES, Template, bare
from onrecord.score.tasks.muc_roles import merged, strict_matches
from onrecord.score.tasks.muc_templates import best_mapping, harmonic, pair_counts

ROLE_TASK, TEMPLATE_TASK, _ = TASKS


def template(kind="attack", **fillers):
    return Template(kind, tuple(tuple(map(tuple, fillers.get(role, ()))) for role in ROLES))


def answer(*templates):
    return Answer(
        incidents=tuple(
            Incident(
                t.type.split(" / ")[0],
                tuple(
                    (part, Entity(filler, name=True))
                    for part, fillers in zip(ROLES.values(), t.fillers, strict=True)
                    for filler in fillers
                ),
            )
            for t in templates
        )
    )


def tally(task, gold, given):
    return task.judge(Item("d", Question(task.name, ""), tuple(gold)), answer(*given))


def figures(task, gold, given):
    return task.figures(tally(task, gold, given))


TWO = (
    template(
        "bombing / attack",
        PerpOrg=[["the front", "tf"]],
        Target=[["bridge"], ["two trucks"]],
        Weapon=[["bomb"]],
    ),
    template("kidnapping", PerpInd=[["rebels"]], Victim=[["ana ruiz", "ruiz"]]),
)


def test_words_are_compared_bare_of_case_punctuation_and_articles():
    assert bare('The  "Santa Rosa" farm, a house') == "santa rosa farm house"


def test_merged_templates_hold_a_filler_once_whatever_subset_of_its_words_returns():
    roles = merged([template(Target=[["farm", "the farm"]]), template(Target=[["farm"], ["bridge"]])])
    assert roles["Target"] == (("farm", "the farm"), ("bridge",))


def test_a_filler_counts_when_all_its_mentions_are_in_one_gold_filler_and_each_gold_filler_once():
    gold = [("front", "tf"), ("army",)]
    assert strict_matches([("tf",)], gold) == 1
    assert strict_matches([("tf", "army")], gold) == 0
    assert strict_matches([("tf",), ("front",)], gold) == 1
    assert strict_matches([("tf",), ("army",)], gold) == 2


def test_roles_worked_by_hand():
    # given 3, of which the front and ruiz are right; asked 6
    given_ = [template(PerpOrg=[["TF"]], Target=[["road"]], Victim=[["Ruiz"]])]
    found = figures(ROLE_TASK, TWO, given_)
    assert (found.precision, found.recall) == (2 / 3, 2 / 6)
    assert found.parts["Victim.f1"] == 1
    assert found.parts["Target.recall"] == 0


def test_templates_worked_by_hand():
    # given: 2 types and 3 fillers; right: the bombing's type, its front and bomb. The robbery is of no gold type.
    given_ = [
        template("attack", PerpOrg=[["tf"]], Weapon=[["a bomb"]]),
        template("robbery", Target=[["bridge"]]),
    ]
    found = figures(TEMPLATE_TASK, TWO, given_)
    assert (found.precision, found.recall) == (3 / 5, 3 / 8)
    assert found.parts["type.precision"] == 1 / 2
    assert found.parts["PerpOrg.f1"] == 1


def test_a_template_given_where_there_is_none_costs_precision_alone():
    found = tally(TEMPLATE_TASK, [], [template(Weapon=[["bomb"]])])
    assert sum(found[f"{row}.given"] for row in ("type", *ROLES)) == 2
    assert sum(found[f"{row}.asked"] for row in ("type", *ROLES)) == 0


def test_rme_worked_by_hand():
    # aligned under one of the two labels; mentions shared 2 ("tf", "bomb") of 3 given and 8 asked
    given_ = [template("bombing", PerpOrg=[["tf"]], Weapon=[["bomb"]], Target=[["road"]])]
    parts = figures(TEMPLATE_TASK, TWO, given_).parts
    assert (parts["rme_phi3.precision"], parts["rme_phi3.recall"]) == (2 / 3, 2 / 8)
    assert (parts["rme_subset.precision"], parts["rme_subset.recall"]) == (2 / 3, 2 / 6)


def test_rme_wants_the_very_type_and_for_a_subset_any_mention():
    assert (
        figures(TEMPLATE_TASK, TWO, [template("attack / bombing", Weapon=[["bomb"]])]).parts["rme_phi3.f1"]
        > 0
    )
    assert figures(TEMPLATE_TASK, TWO, [template("arson", Weapon=[["bomb"]])]).parts["rme_phi3.f1"] == 0
    mixed = figures(TEMPLATE_TASK, TWO, [template("kidnapping", Victim=[["someone", "ruiz"]])]).parts
    assert mixed["rme_subset.precision"] == 1
    assert mixed["rme_phi3.precision"] == 1 / 2
    assert mixed["Victim.precision"] == 0


mentions = st.lists(st.sampled_from("pqr"), min_size=1, max_size=2, unique=True)
fillers = st.lists(mentions, max_size=2)
templates = st.builds(
    lambda kind, perpetrators, targets: template(kind, PerpInd=perpetrators, Target=targets),
    st.sampled_from(["attack", "bombing"]),
    fillers,
    fillers,
)


def f1_of(pairs, given_, gold):
    counts = [pair_counts(given_[i], gold[j]) for i, j in pairs]
    right = [
        sum(n for c in counts for name, n in c.items() if name.endswith(end)) for end in ("_given", "_asked")
    ]
    sizes = [sum(1 + sum(map(len, t.fillers)) for t in side) for side in (given_, gold)]
    return harmonic(right[0], sizes[0], right[1], sizes[1])


@settings(max_examples=150)
@given(st.lists(templates, max_size=3), st.lists(templates, max_size=3))
def test_no_mapping_of_all_is_better_than_the_one_found(given_, gold):
    every = product(range(-1, len(gold)), repeat=len(given_))
    maps = ([(i, j) for i, j in enumerate(m) if j >= 0] for m in every)
    best = max(f1_of(m, given_, gold) for m in maps if len({j for _, j in m}) == len(m))
    assert f1_of(best_mapping(given_, gold), given_, gold) == pytest.approx(best)


@given(st.lists(templates, max_size=3), st.lists(templates, max_size=3))
def test_the_order_of_templates_does_not_matter(gold, given_):
    one, other = figures(TEMPLATE_TASK, gold, given_), figures(TEMPLATE_TASK, gold[::-1], given_[::-1])
    assert one.f1 == pytest.approx(other.f1)
    assert one.parts["rme_phi3.f1"] == pytest.approx(other.parts["rme_phi3.f1"])


@given(st.permutations([*TWO, template(Target=[["school"]])]))
def test_the_order_of_what_is_merged_does_not_matter(given_):
    assert tally(ROLE_TASK, TWO, given_) == tally(ROLE_TASK, TWO[::-1], given_[::-1])


@pytest.mark.parametrize("task", [ROLE_TASK, TEMPLATE_TASK])
def test_gold_against_itself_is_all_right(task):
    found = figures(task, TWO, TWO)
    assert (found.precision, found.recall, found.f1) == (1, 1, 1)


def test_shards_add_up_to_the_whole():
    one = tally(TEMPLATE_TASK, TWO, TWO[:1])
    other = tally(TEMPLATE_TASK, TWO[:1], [])
    whole = TEMPLATE_TASK.figures(one + other)
    assert TEMPLATE_TASK.figures(other + one) == whole
    assert whole.recall == (one["type.right_asked"] + 4) / (8 + 5)
    assert one + Tally() == one


def test_a_victim_without_a_name_is_no_filler():
    described = Answer(incidents=(Incident("attack", (("victim", Entity(("peasant",))),)),))
    item = Item("d", Question("", ""), ())
    assert ROLE_TASK.judge(item, described)["Victim.given"] == 0


LINE = {
    "docid": "X-1",
    "doctext": "rebels blew up a bridge.",
    "templates": [
        {
            "incident_type": "bombing",
            "PerpInd": [[["rebels", 0]]],
            "PerpOrg": [],
            "Target": [[["bridge", 17]]],
            "Victim": [],
            "Weapon": [],
        }
    ],
}


def test_a_file_and_a_folder_are_read_and_equal_templates_count_once(tmp_path):
    doubled = {**LINE, "templates": LINE["templates"] * 2}
    (tmp_path / "templates_dev.jsonl").write_text(json.dumps(doubled) + "\n\n", "utf-8")
    for path in (tmp_path, tmp_path / "templates_dev.jsonl"):
        (item,) = TEMPLATE_TASK.read(path)
        assert (item.id, item.question.text) == ("X-1", "rebels blew up a bridge.")
        assert item.gold == (template("bombing", PerpInd=[["rebels"]], Target=[["bridge"]]),)


@pytest.mark.parametrize(
    "line", ["not json", "{}", '{"docid": "x", "doctext": "y", "templates": [{"incident_type": "z"}]}']
)
def test_a_line_of_another_form_is_named(tmp_path, line):
    file = tmp_path / "x.jsonl"
    file.write_text(line, "utf-8")
    with pytest.raises(InputError, match=r"x\.jsonl:1"):
        list(ROLE_TASK.read(file))


def test_a_folder_without_the_files_says_what_is_wanted(tmp_path):
    with pytest.raises(InputError, match="jsonl"):
        list(ROLE_TASK.read(tmp_path))
