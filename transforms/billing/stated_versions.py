"""A vendor's own history of its subscriptions, joined to what deliveries showed before it began."""

import pandas as pd

_SUBSCRIPTION = ["source", "subscription_id"]
_ONE_DAY = pd.Timedelta(days=1)


def joined_history(stated: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions` that a vendor states, one after the other.

    One that does not say until when it held did so until the next of its subscription, which
    also ends one that overlaps it. Vendors that name the last moment leave a day between two:
    nothing was different on it.

    >>> rows = pd.DataFrame({
    ...     "source": "billing", "subscription_id": "S",
    ...     "valid_from": pd.to_datetime(["2026-01-01", "2026-05-04", "2026-08-01"]),
    ...     "valid_until": pd.to_datetime([None, "2026-07-31", None]),
    ... })
    >>> joined_history(rows)["valid_until"].dt.strftime("%d %b").to_list()
    ['04 May', '01 Aug', nan]
    """
    rows = stated.sort_values([*_SUBSCRIPTION, "valid_from"], kind="stable", ignore_index=True)
    following = rows.groupby(_SUBSCRIPTION, dropna=False)["valid_from"].shift(-1)
    until = rows["valid_until"]
    touches = until.isna() | (until + _ONE_DAY >= following)
    joined = rows.assign(valid_until=until.mask(touches & following.notna(), following))
    return joined[~(joined["valid_until"] <= joined["valid_from"])].reset_index(drop=True)


def before_history(shown: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """What deliveries showed of each subscription until its vendor's history begins, if it has one.

    Vendors keep a history since they were asked to, or for some days only.
    """
    begins = stated.groupby(_SUBSCRIPTION)["valid_from"].min().rename("begins")
    since = shown[_SUBSCRIPTION].join(begins, on=_SUBSCRIPTION)["begins"]
    until = shown["valid_until"]
    is_over = until.isna() | (until > since)
    cut = shown.assign(valid_until=until.mask(is_over & since.notna(), since))
    return cut[since.isna() | (shown["valid_from"] < since)].reset_index(drop=True)
