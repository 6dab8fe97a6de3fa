"""Who may do what about stalls, vehicles and themes: whoever runs the session."""

from server.occasions.rules import runs_session

add_stall = runs_session
