"""Occasions: people who come together at a place on a day, and who was there."""
