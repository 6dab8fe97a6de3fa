"""What is done at the market's desk."""
