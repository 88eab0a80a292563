"""Revenue as it is earned: every invoice line by day over the time that it pays for."""

import numpy as np
import pandas as pd

from transforms.billing.documents import document_places
from transforms.core.canonical import CanonicalTables
from transforms.core.encoded_columns import coded
from transforms.core.exact import (
    Flags,
    Integers,
    day_numbers,
    first_days,
    half_even_share,
    months_of_days,
    whole_numbers,
)
from transforms.core.policy import CreditNoteDate, Policy


def _until(net_minor: Integers, days_passed: Integers, days: Integers) -> Integers:
    """What of each line is earned after so many of its days.

    >>> _until(np.full(3, 10_000), np.array([0, 31, 365]), np.full(3, 365)).tolist()
    [0, 849, 10000]
    """
    return half_even_share(net_minor, np.clip(days_passed, 0, days), days)


def revenue_lines(tables: CanonicalTables, policy: Policy) -> pd.DataFrame:
    """Every line with the `place` of its document, −1 where that does not count, and the day
    numbers [`first_day`, `end_day`) on which it is earned."""
    lines, documents = tables.rows("invoice_lines"), tables.rows("invoices")
    place = document_places(tables, lines, "invoice_id")
    kind = np.append(documents["document_kind"].to_numpy(dtype=object), "")[place]
    start, end = day_numbers(lines["service_start"]), day_numbers(lines["service_end"])
    has_service = (lines["service_start"].notna() & lines["service_end"].notna()).to_numpy()
    is_spread = (kind == "invoice") & has_service & (end - start > 1)
    earned_on = np.append(_revenue_days(tables, policy), 0)[place]
    return lines.assign(
        place=place,
        first_day=np.where(is_spread, start, earned_on),
        end_day=np.where(is_spread, end, earned_on + 1),
    )


def _revenue_days(tables: CanonicalTables, policy: Policy) -> Integers:
    """The day on which each document's unspread lines are earned: its issue, or by policy the
    issue of the invoice that a credit note takes back."""
    documents = tables.rows("invoices")
    days = day_numbers(documents["issue_date"])
    if policy.credit_note_date is CreditNoteDate.ISSUE:
        return days
    original = document_places(tables, documents, "credited_invoice_id")
    is_credit = (documents["document_kind"] == "credit_note").to_numpy(dtype=np.bool_)
    return np.where(is_credit & (original >= 0), days[original], days)


def monthly_revenue(lines: pd.DataFrame) -> pd.DataFrame:
    """Revenue of lines that count by `account_id`, `currency` and `month`: `net_minor`,
    `cost_minor`, the cost that lines carry, spread as their revenue, and `lines_uncosted`, lines
    with revenue whose cost is not known."""
    counted = lines.loc[lines["place"] >= 0]
    first, days = whole_numbers(counted["first_day"]), _days(counted)
    months = months_of_days(first + days - 1) - months_of_days(first) + 1
    line = np.repeat(np.arange(len(counted)), months)
    step = np.arange(len(line)) - np.repeat(np.cumsum(months) - months, months)
    month = months_of_days(first)[line] + step
    passed = first_days(month + 1) - first[line]
    slices = {
        name: _slices(whole_numbers(counted[name])[line], passed, days[line], step == 0)
        for name in ("net_minor", "cost_minor")
    }
    pieces = pd.DataFrame(
        {
            "account_id": coded(counted["account_id"]).array.take(line),
            "currency": coded(counted["currency"]).array.take(line),
            "month": month,
            **slices,
            "lines_uncosted": _is_uncosted(counted)[line].astype(np.int64),
        }
    )
    keys = ["account_id", "currency", "month"]
    summed = pieces.groupby(keys, as_index=False, observed=True, sort=False).sum()
    return summed.astype({"account_id": "str", "currency": "str"})


def _days(lines: pd.DataFrame) -> Integers:
    return whole_numbers(lines["end_day"]) - whole_numbers(lines["first_day"])


def _is_uncosted(lines: pd.DataFrame) -> Flags:
    """Lines that earn something and do not say what it cost; lines of 0 are mere text."""
    return lines["cost_minor"].isna().to_numpy(dtype=np.bool_) & (
        whole_numbers(lines["net_minor"]) != 0
    )


def _slices(amounts: Integers, passed: Integers, days: Integers, is_first: Flags) -> Integers:
    """What each piece earns: the running share at its end less the one at its start."""
    until = _until(amounts, passed, days)
    return until - np.where(is_first, 0, np.roll(until, 1))


def earned_between(lines: pd.DataFrame, first_day: int, end_day: int) -> Integers:
    """What of each line is earned on the days [first_day, end_day)."""
    start, days = whole_numbers(lines["first_day"]), _days(lines)
    net = whole_numbers(lines["net_minor"])
    return _until(net, end_day - start, days) - _until(net, first_day - start, days)


def is_earned(lines: pd.DataFrame, first_day: int, end_day: int) -> Flags:
    """Which lines are earned, in part or whole, on the days [first_day, end_day)."""
    start, end = whole_numbers(lines["first_day"]), whole_numbers(lines["end_day"])
    return (start < end_day) & (end > first_day)
