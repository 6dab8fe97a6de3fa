"""Dehua in small: places, people and three months of wishes, made by the services themselves."""
