"""Readings and gold -> numbers."""
