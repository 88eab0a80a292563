"""Land, read, validate, promote; and what was found on the way."""
