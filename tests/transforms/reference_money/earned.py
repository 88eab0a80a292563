"""Revenue, growth and margins, line by line and day by day."""

from datetime import date, timedelta
from fractions import Fraction

from transforms.core.periods import Period

from .company import (
    DAY,
    Answer,
    Company,
    NoRate,
    Row,
    added,
    after,
    half_even,
    month_of,
    months_between,
    ratio,
)


def counted_documents(company: Company) -> dict[str, Row]:
    return {
        row["invoice_id"]: row
        for row in company.invoices or []
        if row["status"] not in ("draft", "void", "deleted")
    }


def counted_lines(company: Company, client: str) -> list[Row]:
    known = counted_documents(company)
    return [
        row
        for row in company.of(client, company.invoice_lines)
        if row["invoice_id"] in known
        and company.owners[known[row["invoice_id"]]["account_id"]] == client
    ]


def service(company: Company, line: Row) -> tuple[date, date]:
    """The days [first, end) on which a line is earned."""
    document = counted_documents(company)[line["invoice_id"]]
    start, end = line["service_start"], line["service_end"]
    if document["document_kind"] == "invoice" and start and end and (end - start).days > 1:
        return start, end
    return document["issue_date"], document["issue_date"] + DAY


def earned_by(company: Company, line: Row, day: date, minor: int) -> int:
    """What of an amount of the line is earned before the day."""
    first, end = service(company, line)
    days = (end - first).days
    passed = min(max((day - first).days, 0), days)
    return half_even(Fraction(minor * passed, days))


def earned_in(company: Company, line: Row, start: date, end: date, minor: int) -> int:
    return earned_by(company, line, end, minor) - earned_by(company, line, start, minor)


def monthly(company: Company, client: str, month: date, rate_month: date) -> int:
    """A client's revenue of one month at the rates of another; raises NoRate."""
    parts = added(
        (
            (line["account_id"], line["currency"]),
            earned_in(company, line, month, after(month, 1), line["net_minor"]),
        )
        for line in counted_lines(company, client)
    )
    return sum(
        company.converted(client, "average", minor, currency, rate_month)
        for (_, currency), minor in parts.items()
    )


def revenue(company: Company, client: str, period: Period, months_earlier: int = 0) -> int:
    return sum(
        monthly(company, client, month, after(month, -months_earlier))
        for month in months_between(period.start, period.end)
    )


def recognised_revenue(company: Company, client: str, period: Period) -> Answer:
    if not counted_lines(company, client):
        return Answer(reason="no_rows")
    try:
        return Answer(revenue(company, client, period))
    except NoRate:
        return Answer(reason="rate_missing")


def growth(
    company: Company, client: str, period: Period, base: Period, months_earlier: int = 0
) -> Answer:
    lines = counted_lines(company, client)
    if not lines:
        return Answer(reason="no_rows")
    if month_of(min(service(company, line)[0] for line in lines)) >= base.end:
        return Answer(reason="new_account")
    try:
        now = revenue(company, client, period, months_earlier)
        before = revenue(company, client, base)
    except NoRate:
        return Answer(reason="rate_missing")
    return ratio(now - before, before, "no_opening_revenue")


def revenue_retention(company: Company, client: str, period: Period) -> Answer:
    if not counted_lines(company, client):
        return Answer(reason="no_rows")
    try:
        now = revenue(company, client, period.trailing_twelve)
        before = revenue(company, client, period.trailing_twelve.year_ago)
    except NoRate:
        return Answer(reason="rate_missing")
    return ratio(now, before, "no_opening_revenue")


def invoiced_amount(company: Company, client: str, period: Period) -> Answer:
    documents = company.of(client, counted_documents(company).values())
    if not documents:
        return Answer(reason="no_rows")
    parts = added(
        ((row["account_id"], row["currency"], month_of(row["issue_date"])), row["net_minor"])
        for row in documents
        if period.start <= row["issue_date"] < period.end
    )
    try:
        return Answer(
            sum(
                company.converted(client, "average", minor, currency, month)
                for (_, currency, month), minor in parts.items()
            )
        )
    except NoRate:
        return Answer(reason="rate_missing")


def tenure(company: Company, client: str, period: Period) -> Answer:
    lines = counted_lines(company, client)
    if not lines:
        return Answer(reason="no_rows")
    first = min(service(company, line)[0] for line in lines)
    if first >= period.end:
        return Answer(reason="new_account")
    count = 0
    while after(month_of(first), count + 1) + timedelta(days=first.day - 1) <= period.end:
        count += 1
    return Answer(count)


def _cost_rows(company: Company, client: str, kind: str, month: date) -> list[Row]:
    return [
        row
        for row in company.of(client, company.costs)
        if row["cost_kind"] == kind and month_of(row["month"]) == month
    ]


def _line_costs(company: Company, client: str, month: date) -> int:
    """The cost that lines carry, earned as their revenue."""
    parts = added(
        (
            (line["account_id"], line["currency"]),
            earned_in(company, line, month, after(month, 1), line["cost_minor"] or 0),
        )
        for line in counted_lines(company, client)
    )
    return sum(
        company.converted(client, "average", minor, currency, month)
        for (_, currency), minor in parts.items()
    )


def _is_known_to_earn(company: Company, client: str, month: date) -> bool:
    try:
        return monthly(company, client, month, month) != 0
    except NoRate:
        return False


def _cost(company: Company, client: str, period: Period, kind: str) -> int:
    if company.costs is None:
        months = months_between(period.start, period.end)
        return sum(_line_costs(company, client, month) for month in months)
    return sum(
        company.converted(client, "average", row["amount_minor"], row["currency"], month)
        for month in months_between(period.start, period.end)
        for row in _cost_rows(company, client, kind, month)
    )


def _lacks(company: Company, client: str, month: date, kind: str) -> bool:
    if company.costs is None:
        lines = counted_lines(company, client)
        return any(
            line["cost_minor"] is None
            and line["net_minor"] != 0
            and service(company, line)[0] < after(month, 1)
            and service(company, line)[1] > month
            for line in lines
        )
    has_none = not _cost_rows(company, client, kind, month)
    return has_none and _is_known_to_earn(company, client, month)


def margin(company: Company, client: str, period: Period, *kinds: str) -> tuple[Answer, Answer]:
    """The profit left after the kinds of cost, and its share of revenue."""
    if "cost_to_serve" in kinds and company.costs is None:
        return (Answer(reason="feed_missing"),) * 2
    if not counted_lines(company, client):
        return (Answer(reason="no_rows"),) * 2
    months = months_between(period.start, period.end)
    if any(_lacks(company, client, month, kind) for month in months for kind in kinds):
        return (Answer(reason="cost_missing"),) * 2
    try:
        earned = revenue(company, client, period)
        left = earned - sum(_cost(company, client, period, kind) for kind in kinds)
    except NoRate:
        return (Answer(reason="rate_missing"),) * 2
    return Answer(left), ratio(left, earned, "no_revenue")


def _earns(company: Company, client: str, start: date, end: date) -> bool:
    parts = added(
        (
            (line["account_id"], line["currency"]),
            earned_in(company, line, start, end, line["net_minor"]),
        )
        for line in counted_lines(company, client)
    )
    return any(minor > 0 for minor in parts.values())


def won(company: Company, client: str, period: Period) -> tuple[Answer, Answer]:
    """New, and won back."""
    now = _earns(company, client, period.start, period.end)
    in_year = _earns(company, client, after(period.start, -12), period.start)
    ever = _earns(company, client, date(1990, 1, 1), period.start)
    is_won = now and not in_year
    return Answer(int(is_won and not ever)), Answer(int(is_won and ever))


def split(company: Company, client: str, period: Period) -> tuple[Answer, Answer]:
    """Revenue as of an existing client, and as of a new one."""
    if not counted_lines(company, client):
        return (Answer(reason="no_rows"),) * 2
    try:
        now = revenue(company, client, period)
        was_there = revenue(company, client, period.year_ago) > 0
    except NoRate:
        return (Answer(reason="rate_missing"),) * 2
    return (Answer(now), Answer(0)) if was_there else (Answer(0), Answer(now))


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    gross = margin(company, client, period, "cost_of_sales")
    contribution = margin(company, client, period, "cost_of_sales", "cost_to_serve")
    new, won_back = won(company, client, period)
    of_existing, of_new = split(company, client, period)
    return {
        "new_clients": new,
        "won_back_clients": won_back,
        "recognised_revenue": recognised_revenue(company, client, period),
        "invoiced_amount": invoiced_amount(company, client, period),
        "revenue_growth": growth(company, client, period, period.previous),
        "revenue_growth_constant": growth(
            company, client, period, period.previous, len(period.months)
        ),
        "revenue_existing_clients": of_existing,
        "revenue_new_clients": of_new,
        "revenue_growth_year": growth(company, client, period, period.year_ago),
        "revenue_growth_year_constant": growth(company, client, period, period.year_ago, 12),
        "revenue_retention": revenue_retention(company, client, period),
        "tenure_months": tenure(company, client, period),
        "gross_profit": gross[0],
        "gross_margin": gross[1],
        "contribution": contribution[0],
        "contribution_margin": contribution[1],
    }
