"""Sentence -> claims from the pattern tables: a small language, its matcher, its tables."""
