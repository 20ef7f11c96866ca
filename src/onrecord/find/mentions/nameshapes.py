"""The shapes of names as a table of patterns over the letters of find/words/wordtags.py.

Tried from left to right at each unit; the first that fits wins, so narrow shapes stand first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.records import MentionKind

__all__ = ["INNER", "SHAPES", "Shape", "outer"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of mention and its pattern; `head` are the letters that its head begins and ends with."""

    name: str
    kind: MentionKind
    pattern: str
    head: str
    keeps_article: bool = False


_NAME = "[GXH](?:l{1,2}[GXHDP]|[GXH]){0,5}"
_LAST = "(?:[DE](?=[.,svciotu]|$))?"  # "Omar Khorasani": an adjective of place or people ends a name
_BEFORE = "(?:[qmdDEFAPKXfNjg]|(?<=q),(?=q)){0,6}"  # what may stand before people or things
_OF = "(?:ot?n?[qdDEF]{0,3}(?:Ag?|[PK](?:,[PK]){0,5},?c[PK]|[PK]p?|m{0,2}f|X{1,4}p?))?"

SHAPES = (
    Shape("quoted weapon", MentionKind.THING, "w[.otnqkDX]{0,5}k,?w", "", keeps_article=True),
    Shape(
        "state joined to forces",
        MentionKind.ACTOR,
        "[DEK](?=(?:,[DEK]){0,4},?c[DEK][qm]{0,3}[fj])",
        "DEK",
    ),
    Shape("people of two states", MentionKind.GROUP, "t?[DE](?:,[DE]){0,3},?c[DE]q{0,2}[gbz]", "DEqgbz"),
    Shape("fighters of a body", MentionKind.ACTOR, "t?[XDEPK]{1,4}O{1,2}[gj](?![gjr])", "XDEPKO"),
    Shape(
        "office",
        MentionKind.ACTOR,
        "(?:[XDEPK]{1,3}p(?=X{0,2}O))?[XDEPKT]{0,4}O{1,3}(?:o[XDPKOcEmfT]{1,5})?(?<!c)",
        "XDEPKTOofmcp",
    ),
    Shape("titled person", MentionKind.PERSON, f"T{{1,5}}{_NAME}{_LAST}", "GXHDEPl"),
    Shape("known person", MentionKind.PERSON, "H", "H"),
    Shape("person by given name", MentionKind.PERSON, f"G(?:l{{1,2}}[GXHDP]|[GXH]){{0,5}}{_LAST}", "GXHDEPl"),
    Shape("part of a place", MentionKind.PLACE, "t?d{0,3}hod{0,2}[PKXD]p?", "PKXD", keeps_article=True),
    Shape(
        "some of a place",
        MentionKind.PLACE,
        "t?n{1,3}o?t?[DPKEXd]{0,2}p(?:od{0,2}[PKX]p?)?",
        "PK|DEXp",
        keeps_article=True,
    ),
    Shape("kind of a place", MentionKind.PLACE, "t?d{0,2}pod{0,2}(?:[PK]|X{1,3})p?", "PKX"),
    Shape("office of a state", MentionKind.ACTOR, "t?[fO]o(?:t?[PK]|X{1,3})", "fOPKX"),
    Shape("district", MentionKind.PLACE, "d{0,2}[PKX]{1,2}p", "PKX"),
    Shape("region", MentionKind.PLACE, "d{1,3}(?:[PK]|X(?!X))", "PKX"),
    Shape("fighters of a group", MentionKind.ACTOR, "t?A(?:[gjzfO]|mj)(?![gjr])", "A"),
    Shape(
        "forces of a state", MentionKind.ACTOR, "t?q{0,2}[DEKP]s?[qmg]{0,3}[fO]{1,2}(?!m?[gjbr])", "DEKPqmfO"
    ),
    Shape("soldiers of a state", MentionKind.ACTOR, "t?[DEK]m{0,2}j(?![gjbr])", "DEKmj"),
    Shape("named body", MentionKind.ACTOR, "t?X{1,4}m?[fz](?![gjbr])", "Xmfz"),
    Shape("branch of a group", MentionKind.ACTOR, "(?<!n)A(?=[sc,. oiyutvp]|$)", "A"),
    Shape("state before an act", MentionKind.ACTOR, "t?[DE](?=[qmkd]{0,3}v)", "DE"),
    Shape(
        "forces without a name",
        MentionKind.GROUP,
        "t?[qmFdg]{0,3}f{1,2}(?!m?[fkgjbr])",
        "qmFdf",
        keeps_article=True,
    ),
    Shape(
        "people",
        MentionKind.GROUP,
        f"t?(?:n{{1,4}}(?:ot?n?)?)?{_BEFORE}k?(?:[gjbr]{{1,2}}|(?<=[tnqFDEAPKXmgs])z|(?<=[nqdt])N|z(?<=^z))(?:s?[gjbrq]{{1,3}}(?<=[gjbr]))?{_OF}",
        "qmdDEFAPKXfNgjbrz",
        keeps_article=True,
    ),
    Shape("people of a nation", MentionKind.GROUP, "N", "N", keeps_article=True),
    Shape("officeholder", MentionKind.GROUP, "t?[DKP]?T{1,3}", "DKPT", keeps_article=True),
    Shape(
        "thing",
        MentionKind.THING,
        f"t?(?:n{{1,2}}(?:ot?)?)?{_BEFORE}k{{1,3}}",
        "qmdDEFAPKXfk",
        keeps_article=True,
    ),
    Shape("known actor", MentionKind.ACTOR, "A", "A"),
    Shape("known place", MentionKind.PLACE, "[PK]", "PK"),
    Shape("unknown name", MentionKind.ACTOR, "X(?:[GXl]{0,5}[GX])?", "XG"),
    Shape("pronoun", MentionKind.GROUP, "u", "u"),
)
# Names that stand inside a phrase about people or things.
INNER = (
    Shape("known person", MentionKind.PERSON, "H", "H"),
    Shape("known actor", MentionKind.ACTOR, "A", "A"),
    Shape("forces of a state", MentionKind.ACTOR, "[DEK]m{0,3}[fj](?![gjbr])", "DEKmfj"),
    Shape("known place", MentionKind.PLACE, "d{0,2}[PK]p?", "PK"),
    Shape("unknown name", MentionKind.ACTOR, "X{1,4}", "X"),
)


def outer(shapes: tuple[Shape, ...]) -> re.Pattern[str]:
    """Give one pattern whose numbered groups are the shapes, in order."""
    return re.compile("|".join(f"({shape.pattern})" for shape in shapes))
