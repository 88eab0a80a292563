"""Changes that a version of a subscription tells itself: a discount that runs out on its day."""

import pandas as pd


def with_told_changes(versions: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`; those that say since when they will be worth something
    else are two, as far as they held until then. The day of such a change is the vendor's own.

    >>> rows = pd.DataFrame({
    ...     "valid_from": pd.to_datetime(["2026-06-30"]),
    ...     "valid_until": pd.to_datetime(["2026-09-30"]),
    ...     "start_date": pd.to_datetime(["2026-01-01"]),
    ...     "amount_until_date": pd.to_datetime(["2026-08-01"]),
    ...     "yearly_minor": [600],
    ...     "later_yearly_minor": [1200],
    ...     "basis": ["delivered"],
    ... })
    >>> with_told_changes(rows)[["valid_from", "valid_until", "yearly_minor", "basis"]]
      valid_from valid_until  yearly_minor      basis
    0 2026-06-30  2026-08-01           600  delivered
    1 2026-08-01  2026-09-30          1200     stated
    """
    change, since = versions["amount_until_date"], versions["valid_from"]
    is_after = change > since.fillna(versions["start_date"])
    is_before = versions["valid_until"].isna() | (change < versions["valid_until"])
    changes = is_after & is_before & versions["later_yearly_minor"].notna()
    if not changes.any():
        return versions
    later = versions[changes].assign(
        valid_from=change[changes],
        yearly_minor=versions.loc[changes, "later_yearly_minor"],
        amount_until_date=pd.Series(pd.NaT, versions.index[changes]),
        basis="stated",
    )
    first = versions.assign(valid_until=versions["valid_until"].mask(changes, change))
    return pd.concat([first, later], ignore_index=True)


def with_told_past(versions: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`, and before the first of each subscription what that says
    of the time before: how much it was worth until a discount ran out, say.

    >>> rows = pd.DataFrame({
    ...     "source": "stripe", "subscription_id": ["S"],
    ...     "valid_from": pd.to_datetime(["2026-09-30"]),
    ...     "valid_until": pd.to_datetime([None]),
    ...     "start_date": pd.to_datetime(["2026-01-01"]),
    ...     "amount_since_date": pd.to_datetime(["2026-08-01"]),
    ...     "yearly_minor": [1200],
    ...     "earlier_yearly_minor": [600],
    ... })
    >>> with_told_past(rows)[["valid_from", "valid_until", "yearly_minor"]]
      valid_from valid_until  yearly_minor
    0 2026-07-31  2026-08-01           600
    1 2026-08-01         NaT          1200
    """
    since, seen = versions["amount_since_date"], versions["valid_from"]
    order = versions.sort_values("valid_from", kind="stable", na_position="first")
    first = order.drop_duplicates(["source", "subscription_id"]).index
    tells = versions.index.isin(first) & versions["earlier_yearly_minor"].notna()
    tells &= (since > versions["start_date"]) & (since <= seen.fillna(since))
    if not tells.any():
        return versions
    past = versions[tells].assign(
        valid_from=since[tells] - pd.Timedelta(days=1),
        valid_until=since[tells],
        yearly_minor=versions.loc[tells, "earlier_yearly_minor"],
    )
    later = versions.assign(valid_from=seen.mask(tells, since))
    return pd.concat([past, later], ignore_index=True)
