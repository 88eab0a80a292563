"""A vendor's own history of its subscriptions: what was true on a day, as the vendor says."""

from pathlib import Path

import pytest
from whole_company import account_rows, deliver, write_company

pytestmark = pytest.mark.thorough

COLUMNS = """
[files.tables.columns]
subscription_id = "id"
account_id = "client"
status = "status"
is_trial = { value = false }
start_date = "start"
end_date = "ended"
yearly_minor = { column = "monthly", multiply = 12 }
currency = { value = "USD" }
"""
BILLING = f"""
source = "billing"

[[files]]
pattern = "subscriptions.csv"
[[files.tables]]
table = "subscriptions"
{COLUMNS}
[[files]]
pattern = "subscription_history.csv"
[[files.tables]]
table = "subscription_versions"
latest_by = "_fivetran_start"
{COLUMNS}
valid_from = "_fivetran_start"
valid_until = {{ column = "_fivetran_end", null = ["9999-12-31T23:59:59Z"], optional = true }}
"""
TODAY = "id,client,status,start,ended,monthly\n"
HISTORY = "id,client,status,start,ended,monthly,_fivetran_start,_fivetran_end\n"
ENDLESS = "9999-12-31T23:59:59Z"


def company(folder: Path, today: str, history: str, delivered: str = "2026-10-01"):
    files = {"Account.csv": account_rows(["A"]), "subscriptions.csv": TODAY + today}
    files |= {"subscription_history.csv": history} if history else {}
    return write_company(folder, ("salesforce", BILLING), files, delivered)


def mrr(company, *months: str) -> list[object]:
    return [company.told("A", "mrr", month) for month in months]


def test_several_changes_of_a_day_leave_the_last(tmp_path: Path) -> None:
    history = HISTORY + (
        "S,A,active,2026-01-01,,100,2026-01-01T08:00:00Z,2026-05-04T09:00:00Z\n"
        "S,A,active,2026-01-01,,900,2026-05-04T09:00:00Z,2026-05-04T09:05:00Z\n"
        f"S,A,active,2026-01-01,,150,2026-05-04T09:05:00Z,{ENDLESS}\n"
    )
    found = company(tmp_path, "S,A,active,2026-01-01,,150\n", history)
    assert found.checked.quarantine.empty
    assert mrr(found, "2026-04", "2026-05") == [100, 150]


def test_a_version_without_an_end_holds_until_the_next(tmp_path: Path) -> None:
    history = (
        "id,client,status,start,ended,monthly,_fivetran_start\n"
        "S,A,active,2026-01-01,,100,2026-01-01\n"
        "S,A,active,2026-01-01,,150,2026-05-04\n"
        "S,A,active,2026-01-01,,120,2026-07-01\n"
    )
    found = company(tmp_path, "S,A,active,2026-01-01,,120\n", history)
    assert mrr(found, "2026-04", "2026-05", "2026-07") == [100, 150, 120]


def test_what_deliveries_showed_before_a_history_began_stays(tmp_path: Path) -> None:
    found = company(tmp_path, "S,A,active,2025-01-01,,100\n", "", "2026-02-01")
    history = HISTORY + (
        "S,A,active,2025-01-01,,200,2026-06-10T00:00:00Z,2026-08-01T00:00:00Z\n"
        f"S,A,active,2025-01-01,,250,2026-08-01T00:00:00Z,{ENDLESS}\n"
    )
    files = {
        "Account.csv": account_rows(["A"]),
        "subscriptions.csv": TODAY + "S,A,active,2025-01-01,,250\n",
        "subscription_history.csv": history,
    }
    deliver(found.folder, files, "2026-10-01")
    assert mrr(found, "2026-01", "2026-05", "2026-06", "2026-08") == [100, 100, 200, 250]


def later(found, day: str, today: str) -> None:
    """A delivery without a history."""
    files = {"Account.csv": account_rows(["A"]), "subscriptions.csv": TODAY + today}
    deliver(found.folder, files, day)


def test_a_history_that_stops_coming_leaves_it_to_the_deliveries(tmp_path: Path) -> None:
    history = HISTORY + f"S,A,active,2026-01-01,,100,2026-01-01T00:00:00Z,{ENDLESS}\n"
    found = company(tmp_path, "S,A,active,2026-01-01,,100\n", history, "2026-04-01")
    later(found, "2026-07-01", "S,A,active,2026-01-01,,300\n")
    later(found, "2026-09-01", "T,A,active,2026-08-20,,7\n")
    assert mrr(found, "2026-05", "2026-06", "2026-07", "2026-08") == [100, 300, 300, 7]


def test_a_list_without_rows_ends_them_beside_other_systems_files(tmp_path: Path) -> None:
    found = company(tmp_path, "S,A,active,2026-01-01,,100\n", "", "2026-07-01")
    later(found, "2026-09-01", "")
    assert mrr(found, "2026-07", "2026-08") == [100, 0]


def test_a_delivery_that_lands_after_a_change_moves_none_of_it(tmp_path: Path) -> None:
    history = HISTORY + (
        "S,A,active,2026-01-01,,100,2026-01-01T00:00:00Z,2026-07-01T00:30:00Z\n"
        f"S,A,active,2026-01-01,,300,2026-07-01T00:30:00Z,{ENDLESS}\n"
    )
    found = company(tmp_path, "S,A,active,2026-01-01,,300\n", history, "2026-07-01")
    assert mrr(found, "2026-06", "2026-07") == [100, 300]


def test_a_trial_that_converts_pauses_and_comes_back_moves_on_these_days(tmp_path: Path) -> None:
    """A pause put on a paying subscription is contraction and back."""
    spells = (
        ("trialing", "2026-01-10", "2026-02-09"),
        ("active", "2026-02-09", "2026-06-20"),
        ("paused", "2026-06-20", "2026-08-05"),
        ("active", "2026-08-05", ENDLESS),
    )
    rows = [f"S,A,{word},2026-01-10,,100,{since},{until}\n" for word, since, until in spells]
    found = company(tmp_path, "S,A,active,2026-01-10,,100\n", HISTORY + "".join(rows))
    months = [f"2026-{month:02}" for month in range(1, 10)]
    assert found.checked.quarantine.empty
    assert mrr(found, *months) == ["no_subscriptions", *[100] * 4, 0, 0, 100, 100]
    moved = {
        (kpi, month): amount
        for kpi in ("mrr_new", "mrr_churn", "mrr_reactivation", "mrr_expansion", "mrr_contraction")
        for month in months[1:]
        if (amount := found.told("A", kpi, month)) not in (0, "no_subscriptions")
    }
    assert moved == {
        ("mrr_new", "2026-02"): 100,
        ("mrr_contraction", "2026-06"): 100,
        ("mrr_expansion", "2026-08"): 100,
    }
