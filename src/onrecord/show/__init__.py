"""The record -> people: JSON shapes, exports, pages."""
