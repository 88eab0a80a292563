"""Accounts that were merged into others: links of their former keys, followed to the end."""

from collections.abc import Mapping

MERGED = "accounts"
"""The system of account links whose keys are former keys of accounts."""


def survivor(account: str, merged_into: Mapping[str, str]) -> str:
    """The account that this one was merged into, in the end; itself where it was not.

    >>> survivor("old", {"old": "newer", "newer": "new"})
    'new'
    """
    passed: set[str] = set()
    while account in merged_into and account not in passed:
        passed.add(account)
        account = merged_into[account]
    return account


def survivors(merged_into: Mapping[str, str]) -> dict[str, str]:
    """Each former account with the one that counts for it; none for those merged in a circle."""
    found = {account: survivor(account, merged_into) for account in merged_into}
    return {account: last for account, last in found.items() if account != last}
