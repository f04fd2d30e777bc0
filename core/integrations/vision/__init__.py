"""Sight: what is in a picture."""
