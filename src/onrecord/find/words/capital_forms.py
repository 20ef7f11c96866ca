"""Forms of capitalised words that say what they are."""

from __future__ import annotations

import re

__all__ = ["WEAPON"]

# AC-130, GBU-43, F-16s, Su-25: letters, a hyphen, a number. A group of that form (M-19) is a known name.
WEAPON = re.compile(r"(?!G-|P-)[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,2}s?")
