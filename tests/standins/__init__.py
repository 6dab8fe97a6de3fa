"""Stand-ins for the outside world: real HTTP servers on loopback that behave as documented."""
