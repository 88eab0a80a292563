"""Agreements, when they end, and the arithmetic of what is offered then."""
