"""Readings turned into what a question asks for, in the terms of its scheme."""
