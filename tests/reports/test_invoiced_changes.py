"""Why a quarter was invoiced more or less is told by what did it: a credit note as one."""

from dataclasses import replace

import pytest
from clients import QUARTER, full_client

from reports.brand import shipped_brand
from reports.deck.compose import context_of
from reports.deck.exhibits import invoiced_tables
from reports.deck.exhibits.invoiced_drivers import drivers_of_change
from reports.deck.exhibits.invoiced_notes import month_note
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import investment
from reports.deck.view.client_view_build import client_view
from transforms.billing.invoiced_parts import InvoicedPart

MONTHS = (*QUARTER.previous.months, *QUARTER.months)
USUAL = (1000,) * 6


def parts(name: str, majors: tuple[int, ...], **credited: int) -> list[InvoicedPart]:
    """A product's two quarters month by month, less what was `credited` in some of them."""
    taken = [credited.get(f"in_{month.start.month}", 0) for month in MONTHS]
    return [
        InvoicedPart(month, name, 100 * (major - credit), -100 * credit)
        for month, major, credit in zip(MONTHS, majors, taken, strict=True)
        if major - credit
    ]


def desk(
    *invoiced: InvoicedPart, language: str = "en", minors: tuple[int, int] | None = None
) -> SlideContext:
    """`minors` are what was invoiced in the quarter before and in this one."""
    client = replace(full_client(), language=language)
    values = dict(client.kpis.values)
    for period, minor in zip((QUARTER.previous, QUARTER), minors or (), strict=minors is not None):
        key = "invoiced_amount", str(period)
        values[key] = replace(values[key], value_minor=minor)
    client = replace(client, kpis=replace(client.kpis, values=values))
    return context_of(replace(client_view(client), invoiced=invoiced), shipped_brand())


def told(*invoiced: InvoicedPart, language: str = "en") -> str:
    found = drivers_of_change(desk(*invoiced, language=language))[0]
    return found if isinstance(found, str) else found.text


CORE_NOW = parts("Core", USUAL, in_8=900)
CORE_BEFORE = parts("Core", USUAL, in_6=900)
USERS = parts("Users", USUAL)
MORE_USERS = parts("Users", (1000, 1000, 1000, 1300, 1300, 1300))
LESS_USERS = parts("Users", (1000, 1000, 1000, 700, 700, 700))
TRAINING = parts("Training", (0, 0, 1300, 0, 0, 0))


@pytest.mark.parametrize(
    ("invoiced", "said"),
    [
        ([*CORE_NOW, *USERS], ", after a credit note of MX$900 for Core in August"),
        (CORE_NOW, ", after a credit note of MX$900 for Core in August"),
        (
            [*CORE_BEFORE, *MORE_USERS],
            ", which included a credit note of MX$900 for Core in June; also MX$900 more for Users",
        ),
        (
            [*CORE_NOW, *USERS, *TRAINING],
            ", which included MX$1,300 of Training in June; Q3\u00a02026 includes a credit note of "
            "MX$900 for Core (August)",
        ),
        (
            [*CORE_NOW, *LESS_USERS],
            ", after a credit note of MX$900 for Core in August; also MX$900 less for Users",
        ),
        (
            parts("Core", USUAL, in_7=300, in_8=400),
            ", after MX$700 of credit notes (July and August)",
        ),
        (
            [*parts("Core", USUAL, in_8=880), *MORE_USERS],
            ": MX$900 more for Users, MX$880 more in credit notes",
        ),
        # Credited and invoiced anew: no change of it, and no reason of any.
        (
            [*parts("Core", (1000, 1000, 1000, 1000, 1900, 1000), in_8=900), *MORE_USERS],
            "; the whole increase (MX$900) comes from Users",
        ),
        # Of a month whose lines name no product, nobody knows how much of each it was.
        ([*USERS[:-1], *parts("Core", USUAL), InvoicedPart(MONTHS[-1], "", 300_00)], ""),
    ],
)
def test_a_credit_note_is_told_as_one(invoiced: list[InvoicedPart], said: str) -> None:
    assert told(*invoiced) == said


def test_a_credit_note_is_told_as_one_in_spanish() -> None:
    assert told(*CORE_NOW, *USERS, language="es") == (
        ", tras una nota de crédito de $900 por Core en agosto"
    )
    assert told(*CORE_BEFORE, *MORE_USERS, language="es") == (
        ", que incluyó una nota de crédito de $900 por Core en junio; además, $900 más en Users"
    )


def test_products_are_no_table_where_a_month_names_none() -> None:
    context = desk(*USERS, *parts("Core", USUAL))
    unsplit = desk(*USERS[:-1], *parts("Core", USUAL), InvoicedPart(MONTHS[-1], "", 300_00))
    assert invoiced_tables.products_table(context, context.brand.body)
    assert not invoiced_tables.products_table(unsplit, unsplit.brand.body)


def titled(minors: tuple[int, int], *invoiced: InvoicedPart) -> str:
    found = investment.headline(desk(*invoiced, minors=minors), ())
    assert isinstance(found, Headline)
    return found.title.text


def test_a_change_that_prints_as_none_has_no_figure() -> None:
    assert titled((3_000_00, 3_001_00), *USERS).endswith(", stable against Q2\u00a02026")
    assert titled((3_000_00, 3_010_00), *USERS).endswith("(+0.3%)")


def test_a_years_fee_is_told_with_its_product_and_its_units() -> None:
    fee = 12 * (desk().get("mrr").value_minor or 0)
    april, july = MONTHS[0], MONTHS[3]
    years = (
        InvoicedPart(april, "Core", fee // 2),
        InvoicedPart(april, "Users", fee // 4, quantity=32),
        InvoicedPart(july, "Users", fee // 2, quantity=65),
    )
    context = desk(*years)
    assert titled((fee, fee // 2), *years).endswith(": the annual fee for Users, invoiced in July")
    note = month_note(context, MONTHS, context.brand.body, has_steps=False).body.text
    assert note.replace("\u00a0", " ").endswith(
        "Invoiced: Apr 2026, Core and Users (32 units); Jul 2026, Users (65 units)."
    )
    unnamed = (*years[:2], replace(years[2], product=""))
    assert titled((fee, fee // 2), *unnamed).endswith(": an annual fee, invoiced in July")
    nameless = desk(*(replace(part, product="") for part in years))
    note = month_note(nameless, MONTHS, nameless.brand.body, has_steps=False).body.text
    assert "Invoiced" not in note


def test_a_quarter_that_a_credit_note_lowered_is_no_lower_level() -> None:
    before = [InvoicedPart(month.shift(-3), "Core", 1_000_00) for month in MONTHS[:3]]
    minors = 2_100_00, 3_000_00
    assert "which included a credit note" in titled(minors, *before, *CORE_BEFORE)
    low = [replace(part, credited_minor=0) for part in CORE_BEFORE]
    assert titled(minors, *before, *low).endswith("after a lower Q2\u00a02026")


def test_what_was_charged_once_is_asked_about() -> None:
    once = InvoicedPart(MONTHS[4], "Training", 480_00, is_once=True)
    for invoiced, asked in (([*USERS, once], "that “Training” covers?"), (USERS, "before then?")):
        context = desk(*invoiced)
        page = investment.compose(context, _head(context), ())[0]
        assert any(note.endswith(asked) for note in page.notes)


def _head(context: SlideContext) -> Headline:
    found = investment.headline(context, ())
    assert isinstance(found, Headline)
    return found


def test_months_that_do_not_add_up_as_printed_are_said_to_be_rounded() -> None:
    for cents, is_told in ((40, True), (0, False)):
        parts = [InvoicedPart(month, "Core", 500_00 + cents) for month in MONTHS]
        context = desk(*parts)
        note = month_note(context, MONTHS, context.brand.body, has_steps=True).body.text
        assert ("rounded to the nearest unit" in note) is is_told
