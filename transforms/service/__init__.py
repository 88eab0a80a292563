"""Tickets and working time."""
