"""A house with one skill, that only the clock calls."""
