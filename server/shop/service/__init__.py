"""What the shop does, and what it refuses."""
