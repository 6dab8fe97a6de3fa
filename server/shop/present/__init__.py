"""What is shown of the shop, as plain values."""
