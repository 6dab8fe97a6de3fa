"""Dehua in small: places, people and three months of wishes, made by the services themselves."""

from server.demo.cast import PASSWORD
from server.demo.seed import CannotSeed, seed, sign_ins

__all__ = ["PASSWORD", "CannotSeed", "seed", "sign_ins"]
