"""Deals that name no account: no client's, and yet of whoever works them and of all together.

In figures of groups they belong to a stand-in for the account, one for each manager.
"""

import pandas as pd

_MARK = "\x1f"
"""Begins the id of a stand-in; no export has it in a key."""


def counts_them(feeds: tuple[str, ...]) -> bool:
    """Whether a group's figure that is read from these tables counts them: if deals are all it
    reads."""
    return feeds == ("opportunities",)


def with_stand_ins(deals: pd.DataFrame) -> pd.DataFrame:
    """The deals, each with an account or with the stand-in for one."""
    lacks = deals["account_id"].isna()
    if not lacks.any():
        return deals
    return deals.assign(account_id=deals["account_id"].mask(lacks, _stand_in(deals)))


def stand_ins(deals: pd.DataFrame, currency: str) -> pd.DataFrame:
    """The stand-ins for these deals' accounts as rows of a context's `entities`, each by itself."""
    ids = _stand_in(deals[deals["account_id"].isna()]).drop_duplicates().sort_values()
    frame = pd.DataFrame({"account_id": ids, "entity_id": ids, "currency": currency})
    return frame.reset_index(drop=True).astype("str")


def manager_of(entities: pd.Index) -> "pd.Series[str]":
    """By stand-in among the entities, the manager who works its deals; those of nobody are not
    in it.

    >>> manager_of(pd.Index(["Acme", _MARK + "Ana", _MARK])).to_dict() == {_MARK + "Ana": "Ana"}
    True
    """
    ids = [name for name in entities if name.startswith(_MARK) and name != _MARK]
    return pd.Series([name.removeprefix(_MARK) for name in ids], index=ids, dtype="str")


def _stand_in(deals: pd.DataFrame) -> "pd.Series[str]":
    return _MARK + deals["manager_id"].fillna("")
