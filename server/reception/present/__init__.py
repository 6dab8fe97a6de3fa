"""What is shown of reception days."""
