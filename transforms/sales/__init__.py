"""Deals and leads."""
