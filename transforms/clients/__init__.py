"""Clients and partners: who they are, where they stand, how good the relationship is."""
