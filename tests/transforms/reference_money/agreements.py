"""Agreements that come up for renewal, one after the other."""

from datetime import date, timedelta
from fractions import Fraction

from transforms.core.periods import Period

from .company import Answer, Company, NoRate, Row, added, after, half_even, month_of, ratio
from .recurring import NEVER, _ends, has_paid, paying

KPIS = ("renewal_rate", "renewal_rate_amount", "renewals_due", "renewals_undecided")


def _runs(company: Company, row: Row, day: date) -> bool:
    return row["start_date"] <= day < _ends(company, row)


def _return(start: date, year: int) -> date:
    try:
        return start.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _contract_ends(company: Company, account: str) -> list[date]:
    return [
        row["end_date"]
        for row in company.contracts or []
        if row["account_id"] == account
        and row["end_date"] is not None
        and row["end_date"] > row["start_date"]
    ]


def _events(company: Company, account: str, rows: list[Row], period: Period):
    """(day, subscriptions due on it)."""
    ends = _contract_ends(company, account)
    if ends:
        return [(day, list(rows)) for day in sorted(set(ends)) if period.start <= day < period.end]
    found: dict[date, list[Row]] = {}
    for row in rows:
        end, is_replaced = _ends(company, row), _is_replaced(company, row, rows)
        if period.start <= end < period.end and not is_replaced:
            found.setdefault(end, []).append(row)
        for year in range(period.start.year, period.valuation_date.year + 1):
            day = _return(_agreed(company, row, rows), year)
            goes_on = end == NEVER or (is_replaced and day < end)
            if period.start <= day < period.end and row["start_date"] < day and goes_on:
                found.setdefault(day, []).append(row)
    return sorted(found.items())


def _followed(company: Company, row: Row, rows: list[Row]) -> list[Row]:
    """Those that ended on the day on which this one of the same product began."""
    return [
        other
        for other in rows
        if other is not row
        and row.get("product_id") is not None
        and (other.get("product_id"), other["currency"]) == (row["product_id"], row["currency"])
        and _ends(company, other) == row["start_date"]
    ]


def _agreed(company: Company, row: Row, rows: list[Row]) -> date:
    """The day on which the agreement began that it belongs to."""
    starts = [_agreed(company, other, rows) for other in _followed(company, row, rows)]
    day = row["start_date"]
    return min([day, *(start for start in starts if _return(start, day.year) != day)])


def _is_replaced(company: Company, row: Row, rows: list[Row]) -> bool:
    end = _ends(company, row)
    is_followed = any(row in _followed(company, other, rows) for other in rows)
    return is_followed and _return(_agreed(company, row, rows), end.year) != end


def _money(company: Company, client: str, rows: list[Row], month: date) -> int:
    parts = added((row["currency"], row["yearly_minor"]) for row in rows)
    return sum(
        company.converted(client, "month_end", minor, currency, month)
        for currency, minor in parts.items()
    )


def coming_up(company: Company, client: str, period: Period) -> list[tuple[str, date, int]]:
    """(account, day, due) of every agreement with money."""
    found = []
    for account in [key for key, owner in company.owners.items() if owner == client]:
        rows = [row for row in paying(company, client) if row["account_id"] == account]
        for day, named in _events(company, account, rows, period):
            due = [row for row in named if _runs(company, row, day - timedelta(days=1))]
            minor = _money(company, client, due, month_of(period.valuation_date))
            if minor > 0:
                found.append((account, day, minor))
    return found


def _judged(company: Company, client: str, period: Period) -> list[tuple[int, int, bool]]:
    """(due, kept, is decided) of every agreement with money."""
    grace = timedelta(days=company.policy.renewal.grace_days)
    last, month = period.valuation_date, month_of(period.valuation_date)
    found = []
    accounts = [account for account, owner in company.owners.items() if owner == client]
    for account in accounts:
        rows = [row for row in paying(company, client) if row["account_id"] == account]
        for day, named in _events(company, account, rows, period):
            before = [row for row in rows if _runs(company, row, day - timedelta(days=1))]
            due = [row for row in before if row in named]
            rest = [row for row in before if row not in named]
            then = [row for row in rows if _runs(company, row, min(day + grace, last))]
            due_minor = _money(company, client, due, month)
            left = _money(company, client, then, month) - _money(company, client, rest, month)
            kept = min(max(left, 0), due_minor)
            if due_minor > 0:
                found.append((due_minor, kept, kept > 0 or day + grace <= last))
    return found


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    if company.subscriptions is None:
        return {}
    try:
        found = _judged(company, client, period)
    except NoRate:
        return {name: Answer(reason="rate_missing") for name in KPIS}
    decided = [(due, kept) for due, kept, is_decided in found if is_decided]
    never = not has_paid(company, client, period.valuation_date)
    otherwise = "no_subscriptions" if never else "no_renewals"
    renewed = len([kept for _, kept in decided if kept > 0])
    return {
        "renewal_rate": ratio(renewed, len(decided), otherwise),
        "renewal_rate_amount": ratio(
            sum(kept for _, kept in decided), sum(due for due, _ in decided), otherwise
        ),
        "renewals_due": Answer(len(found)),
        "renewals_undecided": Answer(len(found) - len(decided)),
    }


def _known_end(company: Company, row: Row, first: date) -> date:
    """A later cancellation was not known."""
    cancelled = row["cancelled_date"]
    return NEVER if cancelled and cancelled >= first else _ends(company, row)


def ahead(company: Company, client: str, period: Period) -> int:
    """Recurring money of the next twelve months, of what ran on the last day: nobody says that
    another was known then. Raises NoRate."""
    first, last = period.end, after(period.end, 12)
    parts = added(
        (
            (row["account_id"], row["currency"]),
            half_even(Fraction(row["yearly_minor"] * days, (last - first).days)),
        )
        for row in paying(company, client)
        if _runs(company, row, period.valuation_date)
        and (days := (min(_known_end(company, row, first), last) - first).days) > 0
    )
    month = month_of(period.valuation_date)
    return sum(
        company.converted(client, "month_end", minor, currency, month)
        for (_, currency), minor in parts.items()
    )
