"""Salesforce's ids: 15 characters that differ by case, or 18 of which the last three say it.

Source: Salesforce's help article "Convert 15-character record IDs to 18-character record IDs".
"""

import re

_SHORT = re.compile(r"[0-9A-Za-z]{15}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_GROUPS = (0, 5, 10)


def eighteen(key: str) -> str:
    """The id of 18 characters, its letters in the case that its end tells; what is no id stays.

    >>> eighteen("001D000000IqhSL")
    '001D000000IqhSLIAZ'
    >>> eighteen("001d000000iqhsliaz")
    '001D000000IqhSLIAZ'
    >>> eighteen("C-0001")
    'C-0001'
    """
    if len(key) not in (15, 18) or not _SHORT.fullmatch(key[:15]):
        return key
    if len(key) == 15:
        return key + "".join(_sign(key[place : place + 5]) for place in _GROUPS)
    cased = _cased(key[:15], key[15:].upper())
    return cased if cased.casefold() == key.casefold() and eighteen(cased[:15]) == cased else key


def _sign(group: str) -> str:
    """The letter for which of five characters are capitals."""
    return _LETTERS[sum(1 << place for place, sign in enumerate(group) if "A" <= sign <= "Z")]


def _cased(short: str, end: str) -> str:
    capitals = [_LETTERS.find(sign) for sign in end]
    signs = (
        sign.upper() if capitals[place // 5] >> place % 5 & 1 else sign.lower()
        for place, sign in enumerate(short)
    )
    return "".join(signs) + end
