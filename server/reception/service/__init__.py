"""What reception days do: set out, booked, called, heard, answered, rolled."""
