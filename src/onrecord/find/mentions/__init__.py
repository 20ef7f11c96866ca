"""Sentence -> typed mentions: known names, shapes of names, people without a name."""
