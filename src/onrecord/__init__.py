"""onrecord puts armed conflict on record: every value leads back to the exact words."""

__version__ = "0.1.0"
