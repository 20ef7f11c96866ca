from __future__ import annotations

import made

from onrecord.records import Kind, Reading
from onrecord.show.web.telling import tell, tell_all
from onrecord.store import Store

WIRE = "Rebels of the Hill League shelled the town of Oldmarket on Friday and killed twelve people, officials said."
WORDS = "Rebels of the Hill League shelled the town of Oldmarket"


def test_a_telling_says_who_how_many_and_in_which_words(record, ids):
    with Store(record) as store:
        told = tell(store.claim(ids["bombing"]))
    assert (told.who, told.killed, told.injured) == ("Officials", "12", "")
    assert told.words == "a suicide bomber of the Hill League killed 12 people in Oldmarket"
    assert made.WIRE[told.start :].startswith(told.words)


def test_a_copy_of_a_report_is_named_as_one(tmp_path):
    found = []
    with Store(tmp_path / "record.db", create=True) as store:
        for site, content in (("Demo Wire", WIRE), ("Demo Daily", f"{WIRE} It said no more.")):
            text = made.add_text(store, content, f"As {site} has it", site)
            claim = made.claim(text, Kind.EVENT, "attack", WORDS, {"agent": "Hill League"})
            store.add_reading(Reading(text.id, made.BY, (), (claim,)))
            found.append(claim.id)
        told = tell_all(store, store.these_claims(found))
    assert sorted(one.copy_of for one in told) in (["", "As Demo Daily has it"], ["", "As Demo Wire has it"])


def test_reports_of_their_own_are_no_copies(record, ids):
    with Store(record) as store:
        told = tell_all(store, store.these_claims([ids["bombing"], ids["attack"]]))
    assert [one.copy_of for one in told] == ["", ""]
