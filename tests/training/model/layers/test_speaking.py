from __future__ import annotations

from training.model.columns import tag_column
from training.schema import WHOLE_TEXT, Attribution, Example, Layer, Role, Stretch

from training.model.layers import targets_of

TEXT = "Ada said it rained. Bo denied that it snowed."
SAID = Attribution((Stretch(0, 3),), (Stretch(4, 8),), (Stretch(9, 18),))
DENIED = Attribution((Stretch(20, 22),), (Stretch(23, 29),), (Stretch(30, 44),))
NO_CUE = Attribution((), (), (Stretch(9, 18),))


def told(text, *attributions):
    layers = frozenset({Layer.ATTRIBUTION})
    return targets_of(Example("polnear", "a", text, annotated=layers, attributions=attributions))


def test_sources_cues_and_contents_are_stretches():
    assert sorted((at, column) for column, at in told(TEXT, SAID).spans) == [
        ((0, 3), tag_column("attribution", "source")),
        ((4, 8), tag_column("attribution", "cue")),
        ((9, 18), tag_column("attribution", "content")),
    ]


def test_each_cue_is_asked_about_its_own_and_all_other_sources_and_contents():
    kinds = {(pair.left, pair.right): pair.kind for pair in told(TEXT, SAID, DENIED).pairings}
    assert kinds == {
        ((4, 8), (0, 3)): 1,
        ((4, 8), (20, 22)): 0,
        ((4, 8), (9, 18)): 3,
        ((4, 8), (30, 44)): 2,
        ((23, 29), (0, 3)): 0,
        ((23, 29), (20, 22)): 1,
        ((23, 29), (9, 18)): 2,
        ((23, 29), (30, 44)): 3,
    }


def test_what_has_no_cue_asks_nothing():
    assert told(TEXT, NO_CUE).pairings == []


def test_what_is_far_from_a_cue_is_not_asked_about():
    far = Attribution((Stretch(904, 906),), (Stretch(910, 912),), ())
    assert all(
        pair.left[0] // 500 == pair.right[0] // 500 for pair in told(TEXT + " " * 900, SAID, far).pairings
    )


def test_the_parties_of_a_label_are_stretches_and_those_of_an_event_are_none():
    roles = (
        Role(WHOLE_TEXT, Stretch(0, 3), "source"),
        Role(WHOLE_TEXT, Stretch(20, 22), "target"),
        Role(WHOLE_TEXT, Stretch(4, 8), "related"),
        Role(0, Stretch(4, 8), "source"),
    )
    targets = targets_of(Example("plover", "a", TEXT, annotated=frozenset({Layer.PARTIES}), roles=roles))
    assert targets.spans == [
        (tag_column("parties", "source"), (0, 3)),
        (tag_column("parties", "target"), (20, 22)),
    ]
