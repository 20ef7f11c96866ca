"""How a stage is run: one document after another, failures as rows."""
