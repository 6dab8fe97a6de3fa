"""How points are shown."""
