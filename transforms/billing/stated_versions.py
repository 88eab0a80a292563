"""A vendor's own history of its subscriptions, joined to what deliveries showed.

Vendors keep a history since they were asked to, or for some days only, and an export of it may
stop coming: where it tells, it counts; before it begins, and where a delivery shows something
else than it tells, the deliveries do.
"""

import pandas as pd

_SUBSCRIPTION = ["source", "subscription_id"]
_STATE = ["status", "is_trial", "yearly_minor", "currency", "account_id"]
_ONE_DAY = pd.Timedelta(days=1)


def with_history(stated: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions` that a vendor states and that deliveries showed, as one.

    A delivery describes the day before it landed and shows what was so when it did: one that
    shows what the history tells of either day adds nothing.
    """
    told = joined_history(stated)
    begins = told.groupby(_SUBSCRIPTION)["valid_from"].min().rename("begins")
    since = shown[_SUBSCRIPTION].join(begins, on=_SUBSCRIPTION)["begins"]
    if since.isna().all():
        return pd.concat([told, shown], ignore_index=True)
    is_before = since.isna() | (shown["valid_from"] < since)
    kept = shown[is_before | _differs(shown, told)]
    return _one_after_the_other(pd.concat([_until_gone(told, shown), kept], ignore_index=True))


def joined_history(stated: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions` that a vendor states, one after the other.

    One that does not say until when it held did so until the next of its subscription. Vendors
    that name the last moment leave a day between two: nothing was different on it.

    >>> rows = pd.DataFrame({
    ...     "source": "billing", "subscription_id": "S",
    ...     "valid_from": pd.to_datetime(["2026-01-01", "2026-05-04", "2026-08-01"]),
    ...     "valid_until": pd.to_datetime([None, "2026-07-31", None]),
    ... })
    >>> joined_history(rows)["valid_until"].dt.strftime("%d %b").to_list()
    ['04 May', '01 Aug', nan]
    """
    rows = stated.sort_values([*_SUBSCRIPTION, "valid_from"], kind="stable", ignore_index=True)
    following = rows.groupby(_SUBSCRIPTION)["valid_from"].shift(-1)
    leaves_a_day = rows["valid_until"] + _ONE_DAY == following
    rows = rows.assign(valid_until=rows["valid_until"].mask(leaves_a_day, following))
    return _one_after_the_other(rows)


def _one_after_the_other(rows: pd.DataFrame) -> pd.DataFrame:
    """Each version ended by the next of its subscription, if not before."""
    rows = rows.sort_values([*_SUBSCRIPTION, "valid_from"], kind="stable", ignore_index=True)
    following = rows.groupby(_SUBSCRIPTION)["valid_from"].shift(-1)
    until = rows["valid_until"]
    is_ended = following.notna() & (until.isna() | (until > following))
    ended = rows.assign(valid_until=until.mask(is_ended, following))
    return ended[~(ended["valid_until"] <= ended["valid_from"])].reset_index(drop=True)


def _differs(shown: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """Which of the rows show something else than the history tells, or come after one that does
    and before the history tells of another change."""
    order = shown["valid_from"].sort_values(kind="stable").index
    asked = shown.loc[order, [*_SUBSCRIPTION, "valid_from", *_STATE]]
    facts = told.rename(columns={"valid_from": "told_from"}).sort_values("told_from")
    facts = facts[[*_SUBSCRIPTION, "told_from", "valid_until", *_STATE]]
    differs = pd.Series(data=True, index=order)
    for later in (pd.Timedelta(0), _ONE_DAY):
        found = pd.merge_asof(
            asked.assign(day=(asked["valid_from"] + later).astype(facts["told_from"].dtype)),
            facts,
            left_on="day",
            right_on="told_from",
            by=_SUBSCRIPTION,
            suffixes=("", "_told"),
        ).set_index(order)
        holds = found["valid_until"].isna() | (found["valid_until"] > found["day"])
        is_same = holds & found["told_from"].notna()
        for name in _STATE:
            left, right = found[name], found[f"{name}_told"]
            is_same &= (left == right).fillna(False) | (left.isna() & right.isna())
        differs &= ~is_same.astype(bool)
    by_fact = [asked["source"], asked["subscription_id"], found["told_from"]]
    return differs.groupby(by_fact, dropna=False).cummax().reindex(shown.index)


def _until_gone(told: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """The history, of which what goes on ends where deliveries came to lack the subscription."""
    ordered = shown.sort_values("valid_from", kind="stable")
    last = ordered.drop_duplicates(_SUBSCRIPTION, keep="last")
    gone = last.set_index(_SUBSCRIPTION)["valid_until"].rename("gone")
    day = told[_SUBSCRIPTION].join(gone, on=_SUBSCRIPTION)["gone"]
    is_gone = told["valid_until"].isna() & (told["valid_from"] < day)
    return told.assign(valid_until=told["valid_until"].mask(is_gone, day))
