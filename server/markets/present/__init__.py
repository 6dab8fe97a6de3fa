"""What is shown of market days, as plain values."""
