from __future__ import annotations

from onrecord.find.patterns.doubles import without_doubles
from onrecord.records import Claim, Kind, Role, Span


def claim(kind, type_, start, end, *roles):
    def span(first, last):
        return Span("t", first, last, "x" * (last - first))

    return Claim(
        f"{kind}{type_}{start}",
        "t",
        kind,
        type_,
        span(start, end),
        "tests",
        roles=tuple(Role(name, span(*at)) for name, at in roles),
    )


def test_a_statement_beside_an_event_of_its_meaning_goes():
    said = claim(Kind.STATEMENT, "accuse", 0, 30)
    assert without_doubles((said,), (claim(Kind.EVENT, "accusation", 0, 20),)) == ()


def test_a_statement_beside_another_event_stays():
    said = claim(Kind.STATEMENT, "accuse", 0, 30)
    assert without_doubles((said,), (claim(Kind.EVENT, "attack", 0, 20),)) == (said,)
    assert without_doubles((said,), (claim(Kind.EVENT, "accusation", 40, 60),)) == (said,)


def test_a_statement_of_the_same_speaker_as_an_assessment_goes():
    said = claim(Kind.STATEMENT, "vow", 0, 30, ("speaker", (0, 5)))
    judged = claim(Kind.ASSESSMENT, "intent", 0, 25, ("subject", (0, 5)))
    other = claim(Kind.ASSESSMENT, "intent", 0, 25, ("subject", (7, 9)))
    assert without_doubles((said, judged), ()) == (judged,)
    assert without_doubles((said, other), ()) == (said, other)
