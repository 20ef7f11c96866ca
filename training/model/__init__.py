"""One encoder with several heads: what it learns, from what, and how."""
