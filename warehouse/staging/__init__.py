"""Rows of a delivery before they are promoted."""
