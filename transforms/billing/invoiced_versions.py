"""What invoice lines tell of subscriptions: worth before the first delivery, days of changes.

A line that bills a whole period of a subscription says what it was worth from the period's
first day. A line that takes back the rest of a period beside one that bills it anew (a
proration) says on which day something changed; what it was worth from then on, the next whole
period says, or the row that shows it. The rules stand in `docs/kpis.md`, "Recurring amounts as
they were".
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from transforms.billing.documents import is_counted
from transforms.core.canonical import CanonicalTables
from transforms.core.exact import Flags, Integers, half_even_share, whole_numbers

_SUBSCRIPTION = ["source", "subscription_id"]
_PERIOD = [*_SUBSCRIPTION, "account_id", "currency", "service_start", "service_end"]
_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12
_NOT_BILLED = ("incomplete",)
_INVOICED = "invoiced"


def with_invoiced(tables: CanonicalTables, shown: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`, with what lines add to them.

    Versions before the first one have the basis `invoiced`; so has one that a delivery showed
    and whose day a line tells. Without lines that name their subscription nothing changes.
    """
    told = _told_days(tables)
    if told.empty or shown.empty:
        return shown
    ordered = shown.sort_values([*_SUBSCRIPTION, "valid_from"], kind="stable")
    dated = _dated(ordered.reset_index(drop=True), told)
    before = _before_the_first(dated, told)
    return pd.concat(_without_repeats(before, dated), ignore_index=True)


def _told_days(tables: CanonicalTables) -> pd.DataFrame:
    """Subscription, account, currency, `day` and `yearly` (missing where a proration alone tells
    that it changed), with `slack`: what rounding a period's amount may have made of a year's."""
    sums = _billed_periods(tables)
    months = _whole_months(sums["service_start"], sums["service_end"])
    days = (sums["service_end"] - sums["service_start"]).dt.days.to_numpy(dtype=np.int64)
    weeks = np.where((months == 0) & (days > 0) & (days % 7 == 0), days // 7, 0)
    count = np.where(months > 0, months, weeks)
    per_year = np.where(months > 0, _MONTHS_A_YEAR, _WEEKS_A_YEAR)
    is_change = (whole_numbers(sums["taken"]) < 0) & (whole_numbers(sums["billed"]) > 0)
    is_whole = (whole_numbers(sums["taken"]) == 0) & (count > 0)
    yearly = half_even_share(whole_numbers(sums["billed"]), per_year, np.maximum(count, 1))
    found = sums.rename(columns={"service_start": "day"}).assign(
        yearly=pd.array(np.where(is_whole, yearly, 0), "Int64"),
        slack=per_year // np.maximum(count, 1) + 1,
    )
    found["yearly"] = found["yearly"].mask(~is_whole)
    columns = [*_SUBSCRIPTION, "account_id", "currency", "day", "yearly", "slack"]
    return found.loc[is_whole | is_change, columns].sort_values([*_SUBSCRIPTION, "day"])


def _billed_periods(tables: CanonicalTables) -> pd.DataFrame:
    """By subscription and period of service: `billed`, the sum of what was asked for, and
    `taken`, of what was given back. A period that several invoices bill was billed twice by
    mistake, or anew: the one that asks for most counts."""
    lines, documents = tables.rows("invoice_lines"), tables.rows("invoices")
    is_named = lines[["subscription_id", "service_start", "service_end"]].notna().all(axis=1)
    is_invoice = is_counted(documents) & documents["document_kind"].ne("credit_note")
    ours = documents.loc[is_invoice, ["source", "invoice_id"]].drop_duplicates()
    named = lines[is_named].merge(ours, on=["source", "invoice_id"], validate="many_to_one")
    minor = named["net_minor"].fillna(0)
    named = named.assign(billed=minor.clip(lower=0), taken=minor.clip(upper=0))
    by_document = named.groupby([*_PERIOD, "invoice_id"], as_index=False)[["billed", "taken"]].sum()
    return by_document.groupby(_PERIOD, as_index=False).agg(
        billed=("billed", "max"), taken=("taken", "min")
    )


def _whole_months(start: pd.Series, end: pd.Series) -> Integers:
    """How many months lie between two days of the same number; 0 where it is no whole number.

    A period that began on the 31st ends on the last day of a shorter month.
    """
    months = (end.dt.year - start.dt.year) * 12 + end.dt.month - start.dt.month
    is_last = end.dt.is_month_end & (start.dt.day > end.dt.day)
    was_last = start.dt.is_month_end & end.dt.is_month_end
    is_whole = (start.dt.day == end.dt.day) | is_last | was_last
    return months.where(is_whole & (months > 0), 0).to_numpy(dtype=np.int64)


def _dated(shown: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Changes of worth alone that two deliveries show, on the day that a line tells.

    The last proration between them, or the first whole period at the new amount.
    """
    before = shown.shift()
    same = (shown[_SUBSCRIPTION] == before[_SUBSCRIPTION]).all(axis=1)
    same &= (shown["basis"] == "delivered").fillna(False)
    same &= shown["status"].eq(before["status"]) & shown["valid_from"].eq(before["valid_until"])
    changed = same & shown["yearly_minor"].ne(before["yearly_minor"]).fillna(False)
    asked = shown.assign(place=shown.index, since=before["valid_from"])[changed]
    near = asked.merge(told, on=[*_SUBSCRIPTION, "account_id", "currency"])
    near = near[(near["day"] > near["since"]) & (near["day"] <= near["valid_from"])]
    is_proration = near["yearly"].isna()
    fits = (near["yearly"] - near["yearly_minor"]).abs() <= near["slack"]
    days = near[is_proration].groupby("place")["day"].max()
    days = days.combine_first(near[fits.fillna(False)].groupby("place")["day"].min())
    return _moved(shown, days)


def _moved(shown: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    """The versions at these places begun on these days, and those before them ended then."""
    begin, end, basis = shown["valid_from"].copy(), shown["valid_until"].copy(), shown["basis"]
    begin.loc[days.index] = days
    end.loc[days.index - 1] = days.to_numpy()
    is_moved = shown.index.isin(days.index)
    return shown.assign(valid_from=begin, valid_until=end, basis=basis.mask(is_moved, _INVOICED))


def _before_the_first(shown: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Versions from the days that lines tell until the first that was shown."""
    first = shown[~shown.duplicated(_SUBSCRIPTION)]
    is_billed = ~(first["is_metered"].fillna(False) | first["status"].isin(_NOT_BILLED))
    keys = [*_SUBSCRIPTION, "account_id", "currency"]
    rows = first[is_billed].merge(told, on=keys, suffixes=("", "_told"))
    rows = rows[rows["day"] < rows["valid_from"]].sort_values([*_SUBSCRIPTION, "day"])
    rows = rows.drop_duplicates([*_SUBSCRIPTION, "day"], keep="last").reset_index(drop=True)
    by_key = rows.groupby(_SUBSCRIPTION)
    worth = by_key["yearly"].bfill().fillna(rows["yearly_minor"])
    is_alike = ((worth - rows["yearly_minor"]).abs() <= rows["slack"]).fillna(False)
    rows = rows.assign(
        yearly_minor=worth.mask(is_alike, rows["yearly_minor"]),
        quantity=rows["quantity"].where(is_alike),  # as many units, where they cost as much
    )
    rows = rows[_is_new(rows, [*_SUBSCRIPTION, "yearly_minor"])]
    until = rows.groupby(_SUBSCRIPTION)["day"].shift(-1).fillna(rows["valid_from"])
    made = rows.assign(
        status="active",
        is_trial=False,
        valid_from=rows["day"],
        valid_until=until,
        basis=_INVOICED,
    )
    return made[list(shown.columns)].astype(shown.dtypes.to_dict()).reset_index(drop=True)


def _without_repeats(before: pd.DataFrame, shown: pd.DataFrame) -> list[pd.DataFrame]:
    """What was billed until the first delivery as that shows it is one version with it."""
    first = shown[~shown.duplicated(_SUBSCRIPTION)]
    plain = first[first["status"].eq("active") & ~first["is_trial"].fillna(False)]
    last = before[~before.duplicated(_SUBSCRIPTION, keep="last")]
    places = plain.assign(place=plain.index)[[*_SUBSCRIPTION, "yearly_minor", "place"]]
    same = last.assign(other=last.index).merge(places, on=[*_SUBSCRIPTION, "yearly_minor"])
    begin = shown["valid_from"].copy()
    begin.loc[same["place"]] = same["valid_from"].to_numpy()
    basis = shown["basis"].mask(shown.index.isin(same["place"]), _INVOICED)
    other = before[~before.index.isin(same["other"])]
    return [other, shown.assign(valid_from=begin, basis=basis)]


def _is_new(rows: pd.DataFrame, columns: Sequence[str]) -> Flags:
    """Which rows differ from the one before."""
    named = rows[list(columns)]
    same = (named == named.shift()).fillna(False).all(axis=1)
    return (~same).to_numpy(dtype=np.bool_)
