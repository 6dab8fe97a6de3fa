"""Owner reception days (业主接待日): who sits there, the agenda, the desk, numbers."""
