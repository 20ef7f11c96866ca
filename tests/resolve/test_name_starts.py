from onrecord.resolve.name_starts import NameStarts

STARTS = NameStarts({"boko haram", "al qaeda", "al qaeda in the islamic maghreb"})


def test_the_longest_known_name_is_taken_and_a_part_of_one_is_none():
    assert STARTS.longest(["al", "qaeda", "in", "the", "islamic", "maghreb", "left"]) == 6
    assert STARTS.longest(["al", "qaeda", "in", "mali"]) == 2
    assert STARTS.longest(["boko"]) == STARTS.longest([]) == STARTS.longest(["haram"]) == 0


def test_a_countrys_force_is_known_without_being_listed():
    assert STARTS.longest(["afghan", "national", "army", "men"]) == 3
    assert STARTS.longest(["afghan", "carpets"]) == 0


def test_a_word_with_which_nothing_begins_is_told_at_once():
    assert STARTS.begins("boko")
    assert STARTS.begins("royal")
    assert not STARTS.begins("haram")
