"""Slides of the account review alone: found by walking this folder, as those for clients are.

Their `headline` and `compose` receive an `InternalContext`.
"""
