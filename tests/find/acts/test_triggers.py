"""The tables of acts hold together: every name that a row uses is defined."""

from onrecord.vocabulary import rows


def names(table, column):
    return {row[column] for row in rows(table)}


def test_every_trigger_names_an_act_a_frame_and_a_method_that_are_defined():
    assert names("acts", "act") <= names("act_types", "act")
    assert names("acts", "frame") <= names("frames", "frame")
    assert names("acts", "method") - {""} <= names("methods", "method")
    assert names("acts", "scale") <= {"", "incident", "series", "campaign"}


def test_every_act_has_a_definition_and_at_least_one_trigger():
    assert all(row["definition"] and row["plover"] and row["acled_shaped"] for row in rows("act_types"))
    assert names("act_types", "act") <= names("acts", "act")


def test_trust_is_a_share():
    assert all(0 < float(row["trust"]) <= 1 for row in rows("acts"))


def test_no_trigger_is_listed_twice_in_one_class():
    listed = [(row["trigger"], row["class"]) for row in rows("acts")]
    assert sorted(listed) == sorted(set(listed))
