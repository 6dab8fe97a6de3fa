"""What is done with points."""
