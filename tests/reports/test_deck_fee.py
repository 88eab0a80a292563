"""Investment of a client without invoices: its recurring fee and what it is subscribed to."""

from dataclasses import replace
from datetime import date

import pytest
from clients import QUARTER, Client, client_file, full_client, subscribed_client
from partial_book import PartialBook

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, context_of
from reports.deck.model import Chart, Deck, Slide, Table, TextBox
from reports.deck.turns import is_rolling
from reports.deck.view import subscription_fee
from reports.deck.view.client_view_build import client_view
from transforms.core.policy import ChurnDate
from transforms.tables import TABLES

pytestmark = pytest.mark.thorough


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def fee_slide(client: ClientFile) -> Slide:
    return next(item for item in deck_of(client).slides if item.name == "investment")


def table(slide: Slide) -> Table:
    (found,) = [item for item in slide.elements if isinstance(item, Table)]
    return found


def with_subscriptions(client: ClientFile, column: str, values: object) -> ClientFile:
    rows = TABLES["subscriptions"].conform(
        client.tables["subscriptions"].assign(**{column: values})
    )
    tables = client.tables.map(lambda name, frame: rows if name == "subscriptions" else frame)
    return replace(client, tables=tables)


def test_without_invoices_investment_shows_the_fee_of_thirteen_months() -> None:
    client = subscribed_client()
    (chart,) = [item for item in fee_slide(client).elements if isinstance(item, Chart)]
    columns = chart.plots[0].series[0].values
    last = QUARTER.months[-1]
    stored = [client.kpis.get("mrr", last.shift(step)).value_minor for step in range(-12, 1)]
    assert [round((value or 0) * 100) for value in columns] == stored
    assert stored[0] != stored[-1]


def test_the_subscriptions_add_up_to_the_fee() -> None:
    client = subscribed_client()
    running, fee = client_view(client).subscriptions, client.kpis.get("mrr", QUARTER)
    assert len(running) == fee.rows == 15
    assert sum(item.monthly_minor for item in running) == fee.value_minor


def test_more_subscriptions_than_fit_are_told_by_their_number() -> None:
    rows = table(fee_slide(subscribed_client())).rows
    texts = [row.cells[0].body.text for row in rows]
    shown = len(texts) - 2
    assert texts[-1] == f"y {15 - shown} más"
    assert 5 <= shown <= 8


def test_a_first_month_of_a_fee_is_a_table_without_columns_over_time() -> None:
    client = client_file(Client(months=1, use_trend=0.1, without=("invoices", "invoice_lines")))
    slide = fee_slide(client)
    assert slide.rule == "titles.fee.missing"
    assert not [item for item in slide.elements if isinstance(item, Chart)]


@pytest.mark.parametrize(
    ("end", "count"), [(QUARTER.end, 15), (QUARTER.valuation_date, 14)], ids=["after", "on it"]
)
def test_a_subscription_runs_while_its_end_is_after_the_quarters_last_day(
    end: date, count: int
) -> None:
    client = with_subscriptions(subscribed_client(), "end_date", [None, end, *[None] * 13])
    assert len(client_view(client).subscriptions) == count


def test_a_cancelled_subscription_ends_where_the_company_counts_it_so() -> None:
    day = QUARTER.valuation_date
    client = with_subscriptions(subscribed_client(), "cancelled_date", [day, *[None] * 14])
    policy = replace(client.policy, churn_date=ChurnDate.CANCELLATION)
    assert len(client_view(client).subscriptions) == 15
    assert len(client_view(replace(client, policy=policy)).subscriptions) == 14


@pytest.mark.parametrize(
    ("product", "shown"), [("Enterprise", "Enterprise"), ("prod_9QzX", "Suscripción")]
)
def test_a_product_without_a_name_is_not_shown_by_its_code(product: str, shown: str) -> None:
    client = with_subscriptions(subscribed_client(), "product_id", product)
    assert table(fee_slide(client)).rows[1].cells[0].body.text == shown


def test_who_has_neither_invoices_nor_subscriptions_has_no_investment() -> None:
    client = client_file(Client(without=("invoices", "invoice_lines", "subscriptions")))
    paid = full_client().kpis.get("mrr", QUARTER)
    book = PartialBook("a1", {**dict(client.kpis.values), ("mrr", str(QUARTER)): paid})
    reasons = {item.slide: item.reason for item in compose_deck(replace(client, kpis=book)).dropped}
    assert reasons["investment"] == "feed_missing"


def test_the_appendix_defines_the_figure_that_investment_shows() -> None:
    def defined(client: ClientFile) -> list[str]:
        return [
            row.cells[0].body.text
            for slide in deck_of(client).slides
            if slide.name == "appendix"
            for item in slide.elements
            if isinstance(item, Table)
            for row in item.rows
        ]

    assert "Cuota mensual" in defined(subscribed_client())
    assert "Cuota mensual" not in defined(full_client())


def with_counts(client: ClientFile, kpi: str, numbers: dict[str, float]) -> ClientFile:
    """The client with other numbers for a figure; months not named have none filed."""
    values = dict(client.kpis.values)
    last = QUARTER.months[-1]
    base = client.kpis.get(kpi, QUARTER)
    for period in (QUARTER, QUARTER.previous, *(last.shift(-step) for step in range(13))):
        number = numbers.get(str(period), 0.0)
        values[kpi, str(period)] = replace(base, period=period, value=number)
    return replace(client, kpis=replace(client.kpis, values=values))


@pytest.mark.parametrize(
    ("filed", "rule"),
    [
        ({"2026-05": 2.0, "2026-Q2": 2.0}, "titles.service.quiet_after"),
        ({"2025-12": 1.0}, "titles.service.quiet"),
    ],
)
def test_a_quarter_without_tickets_is_told_where_the_year_has_some(
    filed: dict[str, float], rule: str
) -> None:
    client = with_counts(with_counts(full_client(), "tickets_created", filed), "tickets_solved", {})
    slide = next(item for item in deck_of(client).slides if item.name == "service")
    assert slide.rule == rule
    (chart,) = [item for item in slide.elements if isinstance(item, Chart)]
    assert sum(value or 0 for value in chart.plots[0].series[0].values) == max(filed.values())


def test_a_year_without_tickets_has_no_slide_on_service() -> None:
    client = with_counts(with_counts(full_client(), "tickets_created", {}), "tickets_solved", {})
    assert "service" not in {item.name for item in deck_of(client).slides}


def test_growing_use_suggests_an_action_only_where_nothing_else_is_to_be_done() -> None:
    without = ("usage_parts", "surveys", "tasks", "commitments", "goals", "contracts")
    grown = client_file(Client(use_trend=0.2, late_critical=0, months=14, without=without))
    told = {item.name: item for item in deck_of(grown).slides}
    rows = table(told["decisions"]).rows
    assert len(rows) == 2
    assert rows[1].cells[1].body.text == "El uso sube un 17%"


def test_a_fee_is_called_steady_only_where_it_is() -> None:
    client = subscribed_client()
    fee, last = client.kpis.get("mrr", QUARTER), QUARTER.previous
    for before, is_told in ((fee.value_minor, True), ((fee.value_minor or 0) // 3, False)):
        then = replace(fee, period=last, value_minor=before)
        book = PartialBook("a1", {**client.kpis.values, ("mrr", str(last)): then})
        desk = context_of(client_view(replace(client, kpis=book)), shipped_brand())
        told = subscription_fee.headline(desk)
        assert told is not None
        assert told.clause.text.startswith("la cuota se mantiene") is is_told


def test_what_is_bought_without_an_agreement_names_no_days() -> None:
    for lines in ((), ("invoice_lines",)):
        client = client_file(Client(without=("contracts", "subscriptions", *lines)))
        boxes = [item.name for item in fee_slide(client).elements if isinstance(item, TextBox)]
        assert is_rolling(context_of(client_view(client), shipped_brand()))
        assert "Renovación" not in boxes
