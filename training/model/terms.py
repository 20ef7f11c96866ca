"""From the terms of each set to the classes of the heads: tables, first row that fits."""

from __future__ import annotations

from training.schema import NameType

__all__ = ["ACTS", "EFFECTS", "NAMES", "PARTS", "ROLES", "act_of", "effect_of", "role_of"]

NAMES = {
    NameType.PERSON: "person",
    NameType.ORGANISATION: "organisation",
    NameType.GROUP: "organisation",
    NameType.PLACE: "place",
    NameType.GEOPOLITICAL: "place",
    NameType.FACILITY: "place",
    NameType.TIME: "time",
    NameType.QUANTITY: "number",
    NameType.MONEY: "number",
}
"""What is not here is `other`."""

PARTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

EFFECTS = (
    ("no ", "no injury or death"),
    ("death", "death"),
    ("injury", "injury"),
    ("destroyed", "destroyed"),
    ("some damage", "some damage"),
)
"""Beginnings of the key's words; "no damage" is told apart in `effect_of`."""

ACTS = (
    ("conflict.attack", "attack"),
    ("conflict.demonstrate", "protest"),
    ("conflict.yield", "movement"),
    ("life.die", "killing"),
    ("life.injure", "injury"),
    ("justice.arrest", "arrest"),
    ("justice", "trial"),
    ("artifactexistence.damage", "destruction"),
    ("movement", "movement"),
    ("contact.threaten", "accusation"),
    ("contact.discussion", "meeting"),
    ("contact.negotiate", "meeting"),
    ("contact.collaborate", "meeting"),
    ("contact.contact.meet", "meeting"),
    ("contact", "statement"),
    ("government.agreements", "agreement"),
    ("government", "other"),
    ("transaction", "transfer"),
    ("personnel", "leadership"),
    ("attack", "attack"),
    ("terrorism", "attack"),
    ("hostile_encounter", "attack"),
    ("killing", "killing"),
    ("destroying", "destruction"),
    ("statement", "statement"),
    ("sign_agreement", "agreement"),
    ("change_of_leadership", "leadership"),
    ("supply", "transfer"),
    ("arriving", "movement"),
    ("traveling", "movement"),
)
"""Beginnings of an event's type in RAMS, WikiEvents and GENEVA, in small letters."""

ROLES = (
    (
        "agent",
        (
            *(
                "attacker",
                "killer",
                "injurer",
                "destroyer",
                "damager",
                "jailer",
                "agent",
                "assailant",
                "terrorist",
            ),
            *("perpetrator", "communicator", "speaker", "giver", "transporter", "executioner", "judgecourt"),
            *("participant", "side_1", "side_2", "partners", "preventer", "impeder", "cause", "demonstrator"),
            *(
                "seller",
                "supplier",
                "helper",
                "signatory",
                "suspect",
                "investigator",
                "prosecutor",
                "protagonist",
            ),
        ),
    ),
    (
        "target",
        (
            *("victim", "target", "detainee", "defendant", "patient", "deceased", "recipient", "addressee"),
            *("employee", "passenger", "beneficiary", "benefited", "affected", "undesirable", "evaluee"),
            *("surrenderer", "territoryorfacility", "fireexplosionobject", "crashobject", "buyer"),
        ),
    ),
    ("place", ("place", "origin", "destination", "location", "goal", "path", "source")),
    ("instrument", ("instrument", "weapon", "explosivedevice", "means", "vehicle")),
)
"""Beginnings of a role's name in small letters; what is not here is `other`."""


def act_of(kind: str) -> str:
    """Give the class of an event's own type, "other" where none fits."""
    return next((act for start, act in ACTS if kind.lower().startswith(start)), "other")


def role_of(role: str) -> str:
    """Give the class of a role's own name."""
    word = role.lower()
    return next((name for name, starts in ROLES if word.startswith(starts)), "other")


def effect_of(words: str) -> str:
    """Give the class of an effect in the key's words, "" where it is none of ours."""
    if words.startswith("no damage"):
        return "no damage"
    return next((effect for start, effect in EFFECTS if words.startswith(start)), "")
