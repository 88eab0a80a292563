"""A second fetch brings what changed; what was brought before stays part of the delivery."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from extract_runs import figures_of, told
from stripe_company import JULY, changed, write_company, write_exports

from extract.fetch import Order
from extract.grammar import System
from extract.systems import load_system
from messages.errors import worded
from pipeline.fetching.days import UnknownDayError, first_moment, moment_after
from pipeline.fetching.history import FetchRequest, order_for
from warehouse import FetchedPage, FetchRecord

pytestmark = pytest.mark.thorough

NOW = datetime.now(UTC)
STRIPE = load_system("stripe")


def test_only_what_is_new_is_asked_for_again(company, stripe):
    company.fetch()
    stripe.requests.clear()
    company.fetch()
    for name in ("invoices", "charges", "refunds", "credit_notes", "invoice_payments"):
        (asked,) = stripe.asked(name)
        start = datetime.fromtimestamp(int(asked["created[gte]"]), UTC)
        assert timedelta(hours=47) < NOW - start < timedelta(hours=49), "two days of overlap"
    assert company.ids("invoices") == ["in_Alfa", "in_Beta", "in_Gamma"]


def test_lists_go_back_to_the_oldest_object_that_changed(company, stripe):
    company.fetch()
    stripe.lists = changed(stripe.lists, NOW)
    stripe.requests.clear()
    company.fetch()
    assert stripe.asked("invoices")[0] == {"created[gte]": str(JULY)}
    assert stripe.asked("charges")[0] != {"created[gte]": str(JULY)}
    assert not list(company.landed[-1].glob("stripe/.changes*"))


def test_a_company_fetched_twice_has_the_figures_of_its_exports(
    company, stripe, tmp_path, make_database
):
    exported = write_company(tmp_path / "exported")
    company.fetch()
    write_exports(exported, stripe.lists, company.landed[0].name)
    stripe.lists = changed(stripe.lists, NOW)
    company.fetch()
    write_exports(exported, stripe.lists, company.landed[1].name)
    by_api, by_hand = (figures_of(folder, make_database) for folder in (company.folder, exported))
    assert by_api.to_csv() == by_hand.to_csv()


def test_what_was_deleted_there_is_told(company, stripe):
    company.fetch()
    stripe.lists = changed(stripe.lists, NOW)
    (feed,) = company.fetch().feeds
    assert [worded(item, "en") for item in feed.notices] == [
        "Stripe: 1 record of customers that earlier fetches brought is gone there.",
        "Stripe: 1 record of subscriptions that earlier fetches brought is gone there.",
    ]


def test_a_full_fetch_has_everything_again(company, stripe):
    company.fetch()
    stripe.lists["refunds"] = []
    stripe.requests.clear()
    (feed,) = company.fetch(is_full=True).feeds
    assert stripe.asked("invoices")[0] == {}
    assert [worded(item, "en") for item in feed.notices] == [
        "Stripe: 1 record of refunds that earlier fetches brought is gone there."
    ]
    assert company.ids("refunds") == []


def test_a_full_fetch_that_was_killed_is_ended_before_any_other(company, stripe):
    company.fetch()
    stripe.refused["refunds"] = 403
    company.fetch(is_full=True)
    stripe.refused.clear()
    stripe.requests.clear()
    company.fetch()
    refunds, events = stripe.requests
    assert refunds == "/v1/refunds?limit=100"
    assert events.startswith("/v1/events?"), "the list behind it"


def test_a_range_brings_its_days_and_moves_no_cursor(company, stripe):
    company.fetch()
    start, end = (datetime.fromtimestamp(JULY, UTC) + timedelta(days=n) for n in (-1, 1))
    stripe.requests.clear()
    company.fetch(start=start, end=end)
    bounds = {"created[gte]": f"{start.timestamp():.0f}", "created[lt]": f"{end.timestamp():.0f}"}
    assert stripe.asked("charges")[0] == bounds
    assert len(list(company.landed[-1].glob("stripe/charges-*.json"))) == 4
    stripe.requests.clear()
    company.fetch()
    asked = datetime.fromtimestamp(int(stripe.asked("charges")[0]["created[gte]"]), UTC)
    assert timedelta(hours=47) < NOW - asked < timedelta(hours=49)


def test_a_carried_page_that_left_the_archive_means_everything_again(company, stripe):
    company.fetch()
    for path in company.settings.archive.glob("*/*"):
        path.unlink()
    stripe.requests.clear()
    assert told(company) == ""
    assert stripe.asked("invoices")[0] == {}


def last_fetch(company, system: System, days_ago: float) -> FetchRecord:
    """One whose only page is in the archive."""
    path = company.settings.archive / "ab" / "abcd"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    then = NOW - timedelta(days=days_ago)
    pages = (FetchedPage("invoices", "invoices-000001.json", "abcd", 1, then.isoformat()),)
    return FetchRecord(system.system, then, then, delivered_at=then, records=1, pages=pages)


@pytest.mark.parametrize(
    ("days_ago", "is_full"),
    [(1, False), (20, False), (29, True), (31, True)],
    ids=["yesterday", "weeks", "beyond what events are kept", "a month"],
)
def test_after_a_month_everything_is_had_again(company, days_ago, is_full):
    last = last_fetch(company, STRIPE, days_ago)
    order = order_for(STRIPE, FetchRequest(), last, company.settings, NOW)
    assert (order.window.start is None) is is_full
    assert bool(order.carried) is not is_full


def test_after_the_clock_was_set_back_everything_is_had_again(company):
    last = last_fetch(company, STRIPE, -3)
    assert order_for(STRIPE, FetchRequest(), last, company.settings, NOW) == Order()
    began_before = replace(last, started_at=NOW)
    assert order_for(STRIPE, FetchRequest(), began_before, company.settings, NOW) == Order()


def test_days_of_a_range_are_the_companys(company):
    zone = company.settings.company.zone
    assert first_moment("2026-07-01", zone) == datetime(2026, 7, 1, tzinfo=UTC)
    assert moment_after("2026-07-01", zone) == datetime(2026, 7, 2, tzinfo=UTC)
    with pytest.raises(UnknownDayError, match="'July' is no day; write it as 2026-07-01"):
        first_moment("July", zone)
