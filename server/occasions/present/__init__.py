"""What is shown of occasions."""
