"""source -> Intake: bytes, where they came from, documents and their texts."""
