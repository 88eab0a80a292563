"""What counts as due for renewal: agreements that end, and nothing else."""

from datetime import date

import pytest
from money_rows import company, figure, subscription
from test_subscription_history import Shown, context

from transforms.core.periods import Period
from transforms.kpis import compute_all

BEGAN = date(2025, 3, 10)
LANDINGS = [date(2026, month, 1) for month in (3, 5, 8, 9, 10)]


def contract(start: date, end: date) -> dict[str, object]:
    return {"contract_id": "c", "account_id": "A", "start_date": start, "end_date": end}


@pytest.mark.parametrize(("month", "due"), [("2026-03", 1), ("2026-08", 0), ("2026-09", 0)])
def test_seats_that_change_in_mid_term_bring_nothing_up_for_renewal(month: str, due: int) -> None:
    seats = {3: 1200, 5: 1200, 8: 2400, 9: 600, 10: 600}
    shown = [Shown(day, yearly=seats[day.month], start=BEGAN) for day in LANDINGS]
    known = context(shown, LANDINGS)
    values = compute_all(known, [Period.parse(month)], ["renewals_due", "renewal_rate"])
    assert values.set_index("kpi").loc["renewals_due", "value"] == due


@pytest.mark.parametrize(
    ("product", "month", "due"),
    [
        ("seats", "2026-03", 1),  # the yearly return of the first
        ("seats", "2026-08", 0),  # seats change under another number
        ("seats", "2027-03", 1),
        ("seats", "2027-08", 0),
        ("other", "2026-08", 1),  # another product takes no seats' place
        (None, "2026-08", 1),
    ],
)
def test_a_change_of_seats_under_another_number_ends_no_agreement(
    product: str | None, month: str, due: int
) -> None:
    changed = company(
        subscriptions=[
            subscription("s1", BEGAN, 1200, end_date=date(2026, 8, 15), product_id="seats"),
            subscription("s2", date(2026, 8, 15), 1800, product_id=product),
        ]
    )
    assert figure(changed, "renewals_due", month) == due


def test_one_that_ends_a_year_after_it_began_is_due_whatever_follows() -> None:
    renewed = company(
        subscriptions=[
            subscription("s1", BEGAN, 1200, end_date=date(2026, 3, 10), product_id="seats"),
            subscription("s2", date(2026, 3, 10), 900, product_id="seats"),
        ]
    )
    assert figure(renewed, "renewals_due", "2026-Q1") == 1
    assert figure(renewed, "renewal_rate_amount", "2026-03") == 0.75


def test_an_accounts_agreement_ends_for_all_its_subscriptions_and_counts_once() -> None:
    agreed = company(
        contracts=[contract(date(2025, 9, 1), date(2026, 9, 1))],
        subscriptions=[
            subscription("s1", date(2025, 9, 1), 1200),
            subscription("s2", date(2026, 2, 10), 600),
            # Its own end, and the yearly return of the others, are none of the agreement's.
            subscription("s3", date(2025, 1, 1), 300, end_date=date(2026, 5, 1)),
        ],
    )
    quarters = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    assert [figure(agreed, "renewals_due", quarter) for quarter in quarters] == [0, 0, 1, 0]
    assert figure(agreed, "renewal_rate_amount", "2026-Q3") == 1


def test_a_client_that_left_has_nothing_due_when_its_contract_ends() -> None:
    lost = company(
        contracts=[contract(date(2025, 9, 1), date(2026, 9, 1))],
        subscriptions=[subscription("s1", date(2025, 9, 1), 1200, end_date=date(2026, 4, 1))],
    )
    assert figure(lost, "renewals_due", "2026-Q3") == 0
    assert figure(lost, "renewal_rate", "2026-Q3") == "no_renewals"
