"""What readers see first: type that fills a page, scales with few lines, labels off the line."""

from dataclasses import replace

import pytest
from clients import full_client

from reports.brand import inches, shipped_brand
from reports.deck.compose import context_of
from reports.deck.exhibits import invoiced, weekly_use
from reports.deck.exhibits.chart import shown_values
from reports.deck.exhibits.invoiced_notes import month_note
from reports.deck.exhibits.table import SIDE, ColumnPlan, Entry, TablePlan, tables, whole_table
from reports.deck.exhibits.text_fit import width_of
from reports.deck.exhibits.weekly_use import weekly_line
from reports.deck.model import Box, LabelPlace, Labels, PointStyle, Series, Table
from reports.deck.slide_context import Headline, Tone
from reports.deck.slides import investment
from reports.deck.view.client_view_build import client_view

BRAND = shipped_brand()


def context():
    return context_of(client_view(full_client()), BRAND)


def table(rows: int, text: str = "Acta firmada", share: float = 1.0) -> tuple[Table, ...]:
    made, columns = context(), (ColumnPlan("Qué", 0.5), ColumnPlan("Detalle", 0.5))
    body = made.brand.body
    place = Box(body.left, body.top, int(body.width * share), body.height)
    plan = TablePlan("Tabla", "Tabla", columns, ((Entry(text), Entry(text)),) * rows)
    return tables(made, plan, place)


def size(found: tuple[Table, ...]) -> int:
    return found[0].rows[1].cells[0].body.paragraphs[0].runs[0].size


def test_tables_have_two_sizes_of_type_and_take_the_larger_where_it_fits() -> None:
    assert [size(table(rows)) for rows in (1, 2, 5, 8, 12)] == [1400, 1400, 1400, 1400, 1200]
    assert size(table(1, share=0.5)) == 1400


def test_beside_a_word_without_an_end_headings_stay_whole() -> None:
    columns = (ColumnPlan("Suscripción", 0.35), ColumnPlan("Licencias", 0.15), ColumnPlan("D", 0.5))
    plan = TablePlan("Tabla", "Tabla", columns, ((Entry("W" * 400), Entry("60"), Entry("1")),))
    (found,) = whole_table(context(), plan, Box(0, 0, 4_492_674, 3_000_000))
    assert width_of("Licencias", 1100, bold=True) <= found.column_widths[1] - 2 * SIDE
    assert sum(found.column_widths) <= 4_492_674


def test_no_row_goes_missing_from_a_table_that_has_one_page() -> None:
    made = context()
    body = made.brand.body
    plan = TablePlan("Tabla", "Tabla", (ColumnPlan("Qué", 1.0),), ((Entry("Finanzas"),),) * 8)
    tight = Box(body.left, body.top, body.width, body.height // 2)
    assert len(tables(made, plan, tight)) > 1
    assert len(whole_table(made, plan, tight)[0].rows) == 1 + 8
    tighter = whole_table(made, plan, Box(0, 0, body.width, body.height // 4))[0]
    assert tighter.rows[-1].cells[0].body.text == f"y {8 - len(tighter.rows) + 2} más"


def test_type_stays_small_where_large_would_cut_a_text_or_a_word() -> None:
    assert size(table(1, "Revisar los niveles de servicio con el comité " * 7)) < 1400
    assert size(table(1, "x" * 70)) < 1400


def test_a_number_and_its_unit_stay_together_in_a_narrow_column() -> None:
    made, days = context(), "≤\u00a04\u00a0días"
    shares = (0.36, 0.15, 0.16, 0.33)
    row = (Entry("Órdenes sin captura manual"), Entry(days), Entry("86,4\u00a0%", bold=True))
    plan = TablePlan(
        "Tabla",
        "Tabla",
        tuple(ColumnPlan("Qué", share) for share in shares),
        ((*row, Entry("No alcanzado", Tone.BAD)),),
    )
    for width in (inches(4.6), inches(5.2)):
        found = tables(made, plan, Box(0, 0, width, inches(4)))[0]
        run = found.rows[1].cells[1].body.paragraphs[0].runs[0]
        spare = found.column_widths[1] - 2 * SIDE - width_of(days, run.size, bold=False)
        assert spare > 360  # a hundredth of a millimetre, to which LibreOffice rounds


@pytest.mark.parametrize(
    ("largest", "step", "maximum"), [(861, 200, 1000), (3828, 1000, 4000), (0.8, 0.2, 1.0)]
)
def test_a_scale_has_five_lines_at_most(largest: float, step: float, maximum: float) -> None:
    axis = shown_values(context(), "0", largest)
    assert (axis.step, axis.maximum) == (pytest.approx(step), pytest.approx(maximum))


def test_the_label_of_a_week_to_which_use_fell_stands_under_the_line() -> None:
    made = context()
    chart = weekly_line(made, made.brand.body, falls=True)
    weeks = chart.plots[1].series[-1]
    places = {point.index: point.labels.place for point in weeks.points if point.labels}
    assert places == {0: "t", 15: "b"}  # over it the mean's line would strike it out


@pytest.mark.parametrize(("mean", "is_struck"), [(108.0, True), (99.0, False), (130.0, False)])
def test_a_means_line_strikes_out_no_label(mean: float, is_struck: bool) -> None:
    label = Labels("0", LabelPlace.ABOVE, 1100, "000000")
    own = Series("use", (100.0, 104.0), "0", points=(PointStyle(0, labels=label),))
    drawn = weekly_use._unstruck(Series("mean", (mean, mean), "0"), own)
    assert drawn is not None and drawn.values == (None if is_struck else mean, mean)
    below = PointStyle(0, labels=replace(label, place=LabelPlace.BELOW))
    kept = weekly_use._unstruck(Series("mean", (mean, mean), "0"), replace(own, points=(below,)))
    assert kept is not None and kept.values == (mean, mean)


def test_a_single_billing_account_is_told_by_products_that_sum_to_the_quarter() -> None:
    head = investment.headline(context(), ())
    assert isinstance(head, Headline)
    slides = investment.compose(context(), head, ())
    rows = next(item for item in slides[0].elements if isinstance(item, Table)).rows[1:]
    table = [[cell.body.text.replace(",", "") for cell in row.cells] for row in rows]
    assert [row[0] for row in table] == ["Plataforma", "Analítica", "Soporte", "Total"]
    before, now, change = ([int(row[place]) for row in table] for place in (1, 2, 3))
    assert change == [later - one for one, later in zip(before, now, strict=True)]
    assert sum(now[:-1]) == pytest.approx(now[-1], abs=2)
    whole = context().get("invoiced_amount").value_minor
    assert whole is not None and now[-1] == pytest.approx(whole / 100, abs=1)


def test_every_step_between_months_is_told_with_its_product() -> None:
    made = context()
    months = invoiced.months_shown(made)
    assert "Soporte" not in month_note(made, months, made.brand.body, has_steps=True).body.text

    def told(*moved: tuple[str, str]) -> str:
        parts = tuple(
            replace(part, minor=2 * part.minor, own=())
            if (part.product, str(part.month)) in moved
            else part
            for part in made.view.invoiced
        )
        view = replace(made, view=replace(made.view, invoiced=parts))
        return month_note(view, months, made.brand.body, has_steps=True).body.text

    alone = told(("Soporte", "2026-08"))
    assert (
        "ago\N{NO-BREAK SPACE}2026, $" in alone and " más en Soporte" in alone and "+" not in alone
    )
    assert "en Soporte (motivo no" in alone
    assert "Plataforma" not in alone and "sept" not in alone, "what returns is told once"
    both = told(("Soporte", "2026-08"), ("Analítica", "2026-08"))
    assert "en Analítica" in both and "en Soporte" in both
    assert "may\N{NO-BREAK SPACE}2026" in told(("Soporte", "2026-05")), "of a quarter before"


@pytest.mark.parametrize(("tag", "less"), [("es-MX", " menos en"), ("en-GB", " less in")])
def test_a_change_between_months_has_no_sign_to_tear_off_and_no_month_like_a_day(
    tag: str, less: str
) -> None:
    made = context_of(client_view(replace(full_client(), language=tag[:2], locale=tag)), BRAND)
    parts = tuple(
        replace(part, minor=part.minor // 2, own=()) if str(part.month) == "2026-08" else part
        for part in made.view.invoiced
    )
    view = replace(made, view=replace(made.view, invoiced=parts))
    text = month_note(view, invoiced.months_shown(view), made.brand.body, has_steps=True).body.text
    assert less in text and not set("+−") & set(text)
    assert "\N{NO-BREAK SPACE}2026" in text and "\N{NO-BREAK SPACE}26" not in text


@pytest.mark.parametrize(("year", "place"), [(None, "b"), (0.93, "t"), (0.5, "b"), (1.07, "b")])
def test_a_label_keeps_off_last_years_line(year: float | None, place: str) -> None:
    made = context()
    weeks = [replace(value, value=100.0, reason=None) for value in weekly_use.weeks_of(made)]
    earlier = [
        replace(value, value=None if year is None else 100.0 * year, reason=None) for value in weeks
    ]
    label = weekly_use._label(made, weeks, 0, 108.0 if year != 1.07 else None, earlier, "0")
    assert label.place == place
