"""`make bench`: how fast, as ratios of one run. Never part of `make test`: a shared machine drifts
by a factor of two, so only servers that took turns in the same minutes are compared."""
