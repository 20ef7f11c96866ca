from __future__ import annotations

from training.schema import Example, Filler, Stretch, Template
from training.tuning.splitting import fitted_split, pairs_in

from onrecord.find.models.trained.incident_split import pair_traits, spread_of
from onrecord.find.models.trained.incident_sure import likelihood

TEXT = (
    "A bomb hit the port and the mill. "
    + "Nothing else was said. " * 20
    + "A bomb hit the bank and the school."
)


def filler(word):
    at = TEXT.index(word)
    return Filler((word,), (Stretch(at, at + len(word)),))


def template(*words, kind="bombing", part="Target"):
    return Template(kind, tuple((part, filler(word)) for word in words))


def example(*templates):
    return Example("muc4", "a", TEXT, muc=templates)


def test_pairs_are_those_of_incidents_of_one_type_and_right_where_one_incident_has_both():
    pairs = list(
        pairs_in(example(template("port", "mill"), template("bank"), template("school", kind="arson")))
    )
    assert [same for _, same in pairs] == [True, False, False]
    ends = [spread_of("Target", [TEXT.index(word)]) for word in ("port", "mill")]
    assert pairs[0][0] == pair_traits(TEXT, *ends)


def test_who_did_it_and_what_stands_nowhere_make_no_pairs():
    lost = Template("bombing", (("Target", Filler(("tower",), ())),))
    assert list(pairs_in(example(template("port"), lost, template("mill", part="PerpInd")))) == []


def test_the_rule_puts_together_what_stands_close():
    rule = fitted_split([example(template("port", "mill"), template("bank", "school"))] * 5)
    near, far = (
        [spread_of("Target", [TEXT.index(word)]) for word in two]
        for two in (("port", "mill"), ("port", "bank"))
    )
    assert likelihood(pair_traits(TEXT, *near), rule) > 0.5 > likelihood(pair_traits(TEXT, *far), rule)


def test_without_texts_there_is_no_rule():
    assert fitted_split([]) == {}
