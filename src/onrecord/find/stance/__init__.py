"""Who says so, over which words, and in which world: attribution, polarity, modality."""
