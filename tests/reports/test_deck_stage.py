"""Clients at a stage of their own: the order of their pages and their words; nobody recognised."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from clients import QUARTER, Client, client_file, full_client
from partial_book import PartialBook

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, context_of
from reports.deck.model import Deck, Placeholder, Role, Slide, Table, TextBox
from reports.deck.stage import STORIES as STORIES_TOLD
from reports.deck.stage import Stage, back_since
from reports.deck.view.client_view import ClientFigures, ClientView, Renewal
from reports.deck.view.client_view_build import seen
from reports.deck.wording import Wording
from transforms.billing.invoiced_parts import BillingAccount, InvoicedPart
from transforms.billing.running_subscriptions import Subscription
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Unit


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def known_for(months: float | None) -> ClientFile:
    """The usual client, so many months after its first invoice."""
    client = full_client()
    tenure = KpiValue("client", "a1", "tenure_months", QUARTER, Unit.MONTHS, 1, value=months)
    values = {**client.kpis.values, ("tenure_months", str(QUARTER)): tenure}
    return replace(client, kpis=replace(client.kpis, values=values))


def subjects(deck: Deck) -> list[str]:
    return list(dict.fromkeys(slide.name for slide in deck.slides))


def subtitle(deck: Deck) -> str:
    boxes = (item for item in deck.slides[0].elements if isinstance(item, Placeholder))
    return next(item.body.text for item in boxes if item.role is Role.SUBTITLE)


def told_of(changed: Callable[[ClientView], ClientView]) -> Deck:
    """The usual client's deck with its view changed."""
    client = full_client()
    read = seen(client)
    deck = compose_deck(client, read=replace(read, view=changed(read.view))).deck
    assert deck is not None
    return deck


def with_fees(view: ClientView, fees: dict[str, int]) -> ClientView:
    """The view with these monthly fees, in the order of the months up to the quarter's end."""
    quarters = (str(QUARTER), str(QUARTER.previous))
    values = {
        key: value
        for key, value in view.figures.book.values.items()
        if key[0] != "mrr" or key[1] in quarters
    }
    for month, minor in fees.items():
        figure = view.figures.get("mrr", QUARTER)
        period = Period.parse(month)
        values["mrr", month] = replace(figure, period=period, value_minor=minor)
    book = PartialBook("a1", values)
    return replace(view, figures=ClientFigures.of(book))


def back_in_july(view: ClientView) -> ClientView:
    away = {f"2026-{month:02}": 0 for month in range(1, 7)}
    back = {f"2026-{month:02}": 90_000 for month in (7, 8, 9)}
    return with_fees(view, {"2025-12": 90_000, **away, **back})


def in_two_currencies(view: ClientView) -> ClientView:
    places = (("Grupo Uno", "MX", "MXN"), ("Uno Iberia", "ES", "EUR"))
    accounts = tuple(
        BillingAccount(name, country, currency, ((currency, 1_000_00),))
        for name, country, currency in places
    )
    return replace(view, accounts=accounts, rates=(("EUR", Decimal("21.5")),))


def paid_for_a_year(view: ClientView) -> ClientView:
    fee = 100_000
    once = (InvoicedPart(Period.parse("2026-04"), "Plataforma", 12 * fee),)
    return replace(with_fees(view, {str(QUARTER): fee}), invoiced=once)


def test_a_year_at_once_says_when_the_next_invoice_is_due() -> None:
    def told(changed: Callable[[ClientView], ClientView]) -> str:
        (page,) = (slide for slide in told_of(changed).slides if slide.name == "investment")
        return " ".join(texts_of(page))

    renewal = Renewal(date(2026, 12, 31), "contract")
    on_renewal = told(lambda view: replace(paid_for_a_year(view), renewal=renewal))
    assert "si renuevan, la próxima factura anual será en abril de 2027" in on_renewal
    later = replace(renewal, day=date(2028, 12, 31))
    in_term = told(lambda view: replace(paid_for_a_year(view), renewal=later))
    assert ": la próxima factura anual será en abril de 2027" in in_term


AUGUST, SEPTEMBER = (Period.parse(f"2026-{month:02}") for month in (8, 9))


@pytest.mark.parametrize(
    ("core", "training", "title"),
    [
        (
            SEPTEMBER,
            (),
            ": las cuotas anuales de Usuarios y Core, facturadas en agosto y septiembre",
        ),
        (SEPTEMBER, (SEPTEMBER,), ""),  # sold once: no part of a fee
        (SEPTEMBER.shift(-6), (SEPTEMBER,), ""),
    ],
)
def test_invoices_of_a_year_each_are_no_change_from_month_to_month(
    core: Period, training: tuple[Period, ...], title: str
) -> None:
    def of_years(view: ClientView) -> ClientView:
        once = (InvoicedPart(month, "Formación", 9_000, is_once=True) for month in training)
        users = InvoicedPart(core if training else AUGUST, "Usuarios", 70_000)
        invoiced = (users, InvoicedPart(core, "Core", 50_000), *once)
        return replace(with_fees(view, {str(QUARTER): 10_000}), invoiced=invoiced)

    (page,) = (slide for slide in told_of(of_years).slides if slide.name == "investment")
    assert page.title.endswith(title) and ("cuotas anuales" in page.title) is bool(title)
    assert "nuevo" not in " ".join(texts_of(page)) and "ya no se factura" not in str(page)


def with_one_product(view: ClientView) -> ClientView:
    seats = Subscription("Usuarios", 20.0, 50_000, "MXN", date(2025, 1, 1), None)
    return replace(view, subscriptions=(seats,), invoiced=())


STORIES = [
    pytest.param(back_in_july, ["usage", "commitments", "satisfaction"], "regreso", id="back"),
    pytest.param(in_two_currencies, ["investment", "goals", "value"], "grupo", id="currencies"),
    pytest.param(paid_for_a_year, ["goals", "investment", "usage"], "anual", id="prepaid"),
    pytest.param(with_one_product, ["usage", "satisfaction", "goals"], "Usuarios", id="single"),
]


@pytest.mark.parametrize(("changed", "first", "word"), STORIES)
def test_each_story_has_its_own_order_and_words(
    changed: Callable[[ClientView], ClientView], first: list[str], word: str
) -> None:
    deck = told_of(changed)
    assert subjects(deck)[2:5] == first
    assert word in subtitle(deck)
    usual = deck_of(full_client())
    lead, other = (next(s for s in d.slides if s.name == first[0]) for d in (deck, usual))
    assert lead.notes != other.notes
    summary, before = deck.slides[1], usual.slides[1]
    assert texts_of(summary).isdisjoint({"El trimestre de un vistazo"})
    assert "El trimestre de un vistazo" in texts_of(before)
    assert summary.notes[0] not in before.notes


def texts_of(slide: Slide) -> set[str]:
    return {item.body.text for item in slide.elements if isinstance(item, TextBox)}


def test_every_story_is_worded_in_every_language() -> None:
    for language in ("es", "en"):
        words = Wording(language)
        for story in STORIES_TOLD:
            assert words.has(f"cover.{story.stage}")
            is_shown = story.stage not in (Stage.USUAL, Stage.FORMER)
            for what in ("glance", "opening", "question"):
                assert words.has(f"stories.{story.stage}.{what}") is is_shown


def test_a_client_that_was_away_for_long_or_never_has_not_returned() -> None:
    view = seen(full_client()).view
    new = {f"2026-{month:02}": 0 for month in range(1, 7)} | {"2026-07": 1, "2026-08": 1}
    contexts = [
        context_of(with_fees(view, fees), shipped_brand())
        for fees in (new, {"2025-10": 5, "2025-11": 0, "2025-12": 7, "2026-09": 7})
    ]
    assert [back_since(context) for context in contexts] == [None, None]


@pytest.mark.parametrize("months", [2.0, 3.0])
def test_a_client_in_onboarding_sees_first_what_is_built_and_whether_it_is_used(
    months: float,
) -> None:
    deck = deck_of(known_for(months))
    assert subjects(deck)[:5] == ["cover", "summary", "delivery", "usage", "value"]
    assert subjects(deck)[-2:] == ["decisions", "appendix"]
    assert "puesta en marcha" in subtitle(deck)


def test_a_client_of_one_month_is_asked_what_must_work_first() -> None:
    deck = deck_of(known_for(1.0))
    assert subjects(deck)[2:5] == ["delivery", "usage", "service"]
    assert "Primera revisión" in subtitle(deck)
    lead = next(slide for slide in deck.slides if slide.name == "delivery")
    assert any("en los próximos tres meses" in text for text in lead.notes)


@pytest.mark.parametrize("months", [4.0, 30.0, None])
def test_any_other_client_has_the_usual_review(months: float | None) -> None:
    deck = deck_of(known_for(months))
    assert subjects(deck)[:5] == ["cover", "summary", "value", "goals", "usage"]
    assert "puesta en marcha" not in subtitle(deck)


@pytest.mark.thorough
@pytest.mark.parametrize("count", [1, 4])
def test_nobody_is_recognised_by_what_few_answered(count: int) -> None:
    deck = deck_of(client_file(Client(nps_scores=(3,) * count)))
    assert not any(f"(n = {count})" in slide.title for slide in deck.slides)
    for slide in deck.slides:
        for table in (item for item in slide.elements if isinstance(item, Table)):
            head, *rows = ([cell.body.text for cell in row.cells] for row in table.rows)
            if head[-1] == "Positivas":
                assert all(int(row[1]) >= 5 or row[-1] == "–" for row in rows)
