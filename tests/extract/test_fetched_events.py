"""Stripe's events, which it keeps for a month: fetched with each delivery, and told where lost."""

from datetime import UTC, datetime, timedelta

import pytest
from extract_runs import FetchingCompany, figures_of
from fake_stripe import FakeStripe
from stripe_company import JULY, Lists, seats_changed, write_company, write_exports

import extract.fetch
import pipeline.fetching.fetching
from messages.errors import worded

pytestmark = pytest.mark.thorough

HALF = {"id": "half", "duration": "forever", "percent_off": 50}
KEPT = timedelta(days=30)


def day(month: int, number: int) -> datetime:
    return datetime(2026, month, number, 10, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """Sets the clock of fetches."""

    def set_to(moment: datetime) -> None:
        class Then(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment

        for module in (extract.fetch, pipeline.fetching.fetching):
            monkeypatch.setattr(module, "datetime", Then)

    return set_to


def kept_by(lists: Lists, moment: datetime) -> Lists:
    """What Stripe still has of them at a moment."""
    oldest = (moment - KEPT).timestamp()
    return {**lists, "events": [item for item in lists["events"] if item["created"] >= oldest]}


def discounted(lists: Lists) -> Lists:
    """Beta pays the half."""
    off = [{"id": "di_Beta", "coupon": HALF, "start": JULY, "end": None}]
    return {
        **lists,
        "subscriptions": [
            {**item, "discounts": off} if item["customer"] == "cus_Beta" else item
            for item in lists["subscriptions"]
        ],
    }


def told(company: FetchingCompany) -> list[str]:
    (feed,) = company.fetch().feeds
    assert feed.missing == ()
    return [worded(item, "en") for item in feed.notices]


def since(stripe: FakeStripe) -> datetime:
    """From when on events of subscriptions were asked for last."""
    asked = [item for item in stripe.asked("events") if "created[lt]" in item][-1]
    return datetime.fromtimestamp(int(asked["created[gte]"]), UTC)


def test_a_company_fetched_each_month_with_events_has_the_figures_of_its_exports(
    company, stripe, at, tmp_path, make_database
):
    exported = write_company(tmp_path / "exported")
    for folder in (company.folder, exported):
        (folder / "landing" / "2026-10-01").rename(folder / "landing" / "2026-08-01")
    lists = seats_changed(discounted(stripe.lists), "Alfa", 3, day(8, 10))
    lists = seats_changed(lists, "Beta", 4, day(8, 12))
    for moment in (day(9, 1), day(9, 15), day(10, 1)):
        at(moment)
        stripe.lists = kept_by(lists, moment)
        assert told(company) == []
        write_exports(exported, stripe.lists, company.landed[-1].name)
        if moment == day(9, 15):
            assert since(stripe) == day(9, 1) - timedelta(days=2), "what is new, with overlap"
            lists = seats_changed(lists, "Alfa", 9, day(9, 20))
            lists = seats_changed(lists, "Alfa", 2, day(9, 25))
    assert company.ids("events"), "they are part of the delivery"
    by_api, by_hand = (
        figures_of(folder, make_database, "2026-08") for folder in (company.folder, exported)
    )
    assert by_api.to_csv() == by_hand.to_csv()
    values = by_api.set_index(["entity_id", "kpi"])["value_minor"]
    assert (values["Alfa", "mrr"], values["Alfa", "mrr_expansion"]) == (30_000, 20_000)
    assert (values["Beta", "mrr"], values["Beta", "mrr_expansion"]) == (20_000, 10_000), (
        "its discount is known by its id"
    )


def test_events_that_stripe_forgot_between_two_fetches_are_told(company, stripe, at):
    lists = seats_changed(stripe.lists, "Alfa", 3, day(8, 10))
    for moment, lost in ((day(9, 1), []), (day(9, 30), []), (day(11, 10), [LOST])):
        at(moment)
        stripe.lists = kept_by(lists, moment)
        assert told(company) == lost
    assert since(stripe) == day(11, 10) - KEPT
    assert told(company) == [], "once"


LOST = (
    "Stripe keeps events for 30 days only: those between 2026-09-30 and 2026-10-11 are lost, as"
    " nothing was fetched meanwhile. Fetch more often than that."
)
