"""查账: every posting replayed, and each row named that is not as the postings say.

A domain above adds its own: `checks.append(function)`, where `function()` gives one line of words
for each row that is wrong. Nothing is put right here."""

from server.points.audit import accounts, earned, given, lots, postings
from server.points.audit.naming import checks, findings

__all__ = ["accounts", "checks", "earned", "findings", "given", "lots", "postings"]
