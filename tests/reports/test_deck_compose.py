"""Who gets a deck, which slides it has, and what each of them drops or shows."""

import io
import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pptx
import pytest
from clients import (
    QUARTER,
    Client,
    awkward_client,
    client_file,
    full_client,
    thin_client,
)

from reports.client import ClientFile, Remark
from reports.deck.compose import (
    MOST_PAGES,
    ComposedDeck,
    compose_deck,
    compose_review,
    slide_modules,
)
from reports.deck.model import Chart, Deck, PlotKind, Table, TextBox
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view_build import client_view
from transforms.core.periods import Period


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def names(deck: Deck) -> list[str]:
    return list(dict.fromkeys(slide.name for slide in deck.slides))


def test_slides_follow_the_storyline() -> None:
    story = [
        "cover",
        "summary",
        "goals",
        "usage",
        "service",
        "satisfaction",
        "delivery",
        "commitments",
        "investment",
        "decisions",
        "appendix",
    ]
    # A slide of its own may stand anywhere between.
    assert [name for name in names(deck_of(full_client())) if name in story] == story


def gave_way(composed: ComposedDeck) -> list[str]:
    """Subjects that the ceiling of pages left out, in the order that they went."""
    return [item.slide for item in composed.dropped if item.reason == "twelve_pages"]


def test_every_file_of_the_folder_is_found() -> None:
    composed = compose_deck(full_client())
    assert composed.deck is not None
    found = {*names(composed.deck), *gave_way(composed)}
    assert {item.name for item in slide_modules()} == found


@pytest.mark.thorough
def test_a_deck_has_twelve_pages_before_its_appendix_and_drops_what_others_say() -> None:
    composed = compose_deck(full_client())
    assert composed.deck is not None
    assert len([slide for slide in composed.deck.slides if slide.name != "appendix"]) == MOST_PAGES
    assert gave_way(composed) == ["peers", "breakdown"]
    remark = Remark("qbr", "peers", "Vean la última fila.")
    kept = compose_deck(replace(full_client(), remarks=(remark,)))
    assert gave_way(kept) == ["breakdown", "value"]


@pytest.mark.thorough
def test_a_slide_without_data_is_dropped_with_its_reason() -> None:
    composed = compose_deck(client_file(Client(without=("tickets",))))
    assert ("service", "feed_missing") in [(item.slide, item.reason) for item in composed.dropped]
    assert composed.deck is not None
    assert "service" not in names(composed.deck)


@pytest.mark.thorough
def test_a_client_with_too_little_to_say_gets_no_deck() -> None:
    composed = compose_deck(thin_client())
    assert composed.deck is None
    assert composed.reason == "too_few_slides"
    assert composed.dropped


@pytest.mark.thorough
def test_few_slides_are_enough_whether_measured_or_drawn_from_the_others() -> None:
    """The storyline lists summary and decisions as slides like any other, so they count;
    only cover and appendix, which every deck has, say nothing of the client."""
    without = ("surveys", "tickets", "tasks", "commitments", "goals", "contracts")
    deck = deck_of(client_file(Client(without=without)))
    measured = ["usage", "breakdown", "peers", "investment"]
    assert names(deck) == ["cover", "summary", *measured, "decisions", "appendix"]


def test_a_client_whose_subscription_has_ended_gets_no_deck() -> None:
    client = full_client()
    ended = client.tables["subscriptions"].assign(end_date=pd.Timestamp("2026-09-30"))
    tables = client.tables.map(lambda name, frame: ended if name == "subscriptions" else frame)
    assert compose_deck(replace(client, tables=tables)).reason == "inactive"


def test_decks_belong_to_quarters() -> None:
    month = replace(full_client(), period=Period.month(2026, 9))
    assert compose_deck(month).reason == "not_a_quarter"


def test_a_quarter_that_was_not_over_when_the_data_ended_gets_no_deck() -> None:
    early = replace(full_client(), data_date=date(2026, 9, 29))
    assert compose_deck(early).reason == "quarter_not_over"
    assert compose_review(early).reason == "quarter_not_over"
    assert compose_deck(replace(early, data_date=date(2026, 9, 30))).deck is not None


def test_why_what_is_open_is_open_stands_beside_it_where_it_is_recorded() -> None:
    client = full_client()
    silent = client.tables["commitments"].assign(cause=None, action=None, state="done")
    tables = client.tables.map(lambda name, frame: silent if name == "commitments" else frame)
    told = table_of(deck_of(client), "commitments")
    assert told.rows[-1].cells[4].body.text == (
        "Certificado sin renovar a tiempo. Calendario de certificados compartido"
    )
    assert len(table_of(deck_of(replace(client, tables=tables)), "commitments").column_widths) == 4


def table_of(deck: Deck, slide: str) -> Table:
    page = next(item for item in deck.slides if item.name == slide)
    return next(item for item in page.elements if isinstance(item, Table))


def test_long_tables_go_on_over_pages_that_are_told_apart() -> None:
    pages = [slide for slide in deck_of(awkward_client()).slides if slide.name == "delivery"]
    rows = sum(
        len(item.rows) - 1 for page in pages for item in page.elements if isinstance(item, Table)
    )
    assert len(pages) > 1
    told = " ".join(
        item.body.text
        for item in pages[0].elements
        if isinstance(item, TextBox) and "No se muestran" in item.body.text
    )
    unshown = int(re.findall(r"otras (\d+) tareas", told)[0]) if told else 0
    assert rows + unshown == 23
    assert [page.title[-5:] for page in pages] == [
        f"({n}/{len(pages)})" for n in range(1, len(pages) + 1)
    ]


def charts(deck: Deck, slide: str) -> list[Chart]:
    return [
        item
        for page in deck.slides
        if page.name == slide
        for item in page.elements
        if isinstance(item, Chart)
    ]


def test_invoiced_stacks_sum_to_the_kpi_month_by_month() -> None:
    client = full_client()
    stacks = charts(deck_of(client), "investment")[0].plots[0].series
    for place, month in enumerate(QUARTER.trailing_twelve.months):
        kpi = client.kpis.get("invoiced_amount", month).value_minor
        shown = sum(round((series.values[place] or 0) * 100) for series in stacks)  # noqa: PD011
        assert shown == kpi


def test_many_products_become_five_parts_at_most() -> None:
    stacks = charts(deck_of(awkward_client()), "investment")[0].plots[0].series
    assert len(stacks) == 5
    assert stacks[-1].name == "Otros productos"


@pytest.mark.thorough
def test_bars_start_at_zero() -> None:
    for name in ("commitments", "goals", "service", "satisfaction", "investment", "usage"):
        drawn = charts(deck_of(full_client()), name)
        for chart in (item for item in drawn if item.plots[0].kind is not PlotKind.LINE):
            assert chart.value_axis.minimum == 0.0


def test_the_chart_of_use_shows_both_windows_that_the_title_compares() -> None:
    """Every week of both, their means, the year before, and a shade behind the last four."""
    client = full_client()
    shade, lines = charts(deck_of(client), "usage")[0].plots
    drawn = [series.values for series in (*lines.series, *shade.series)]  # noqa: PD011
    before, now, year, weeks, shaded = drawn
    assert [len(values) for values in (before, now, year, weeks)] == [16] * 4
    assert weeks[-1] == client.kpis.get("usage_weekly", Period.parse("2026-W39")).value
    assert year[-1] == client.kpis.get("usage_weekly", Period.parse("2025-W39")).value
    change = client.kpis.get("usage_change", QUARTER).value
    assert now[-1] / before[0] - 1 == pytest.approx(change)
    assert [value is not None for value in shaded] == [False] * 12 + [True] * 4


@pytest.mark.parametrize("first", [3, 4])
def test_the_weeks_that_are_drawn_are_those_of_the_means(first: int) -> None:
    """Thursday's last week ends with the quarter, on a Wednesday; Friday's is not over."""
    _, lines = charts(deck_of(client_file(Client(weeks_from=first))), "usage")[0].plots
    before, now, _, weeks = (series.values for series in lines.series)  # noqa: PD011
    assert sum(weeks[-4:]) / 4 == pytest.approx(now[-1])
    assert sum(weeks[:-4]) / 12 == pytest.approx(before[0])
    assert [value is not None for value in now] == [False] * 12 + [True] * 4


def test_exhibits_have_alternative_text_and_runs_a_readable_size() -> None:
    for slide in deck_of(awkward_client()).slides:
        for item in slide.elements:
            if isinstance(item, Chart | Table):
                assert item.alt_text
            if isinstance(item, TextBox):
                runs = [run for part in item.body.paragraphs for run in part.runs]
                assert all(run.size >= 1100 for run in runs)


def test_every_slide_has_speaker_notes() -> None:
    assert all(slide.notes for slide in deck_of(full_client()).slides)


@pytest.mark.parametrize(("locale", "shown"), [("es-MX", "2.3\u00a0h"), ("es-ES", "2,3\u00a0h")])
def test_numbers_follow_the_clients_locale_and_not_its_language(locale: str, shown: str) -> None:
    deck = deck_of(replace(full_client(), locale=locale))
    service = next(slide for slide in deck.slides if slide.name == "service")
    assert shown in service.title


def test_charts_keep_the_locales_separators() -> None:
    deck = deck_of(replace(full_client(), locale="es-ES"))
    axis = charts(deck, "usage")[0].value_axis
    assert axis.format_code == "[$-C0A]#,##0;[$-C0A]−#,##0"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_from_its_ground() -> None:
    for slide in deck_of(full_client()).slides:
        for item in slide.elements:
            if isinstance(item, TextBox) and slide.name != "cover":
                for part in item.body.paragraphs:
                    for run in part.runs:
                        assert contrast(run.colour, item.fill or "FFFFFF") >= 4.5, (slide.name, run)


def test_a_projects_title_does_not_repeat_the_clients_name() -> None:
    client = full_client()
    for head in ("Grupo Aurora Salud", "Grupo Aurora"):
        tasks = client.tables["tasks"].assign(project=f"{head} · Integración con ERP")
        tables = client.tables.map(lambda name, frame, t=tasks: t if name == "tasks" else frame)
        due_tasks = client_view(replace(client, tables=tables)).due_tasks
        assert {item.project for item in due_tasks} == {"Integración con ERP"}


@pytest.mark.thorough
def test_a_first_invoice_is_not_compared_with_nothing() -> None:
    client = client_file(Client(months=1, use_trend=0.1))
    slide = next(item for item in deck_of(client).slides if item.name == "investment")
    assert slide.rule == "titles.investment.first"
    table = next(item for item in slide.elements if isinstance(item, Table))
    assert [cell.body.text for cell in table.rows[0].cells] == ["Producto", "T3\u00a02026"]


def test_seats_in_use_lie_on_the_band_of_those_paid_for_on_one_scale() -> None:
    usage = next(slide for slide in deck_of(full_client()).slides if slide.name == "usage")
    charts = [item for item in usage.elements if isinstance(item, Chart)]
    bullet = next(chart for chart in charts if chart.plots[0].kind is PlotKind.BAR)
    band, measure = bullet.plots
    seats = full_client().kpis.get("seats_used", QUARTER)
    assert band.series[0].values == (seats.denominator,)  # noqa: PD011
    assert measure.series[0].values == (seats.numerator,)  # noqa: PD011
    assert (band.on_second_axes, measure.on_second_axes) == (False, True)
    assert measure.gap_width > band.gap_width
    assert bullet.value_axis.minimum == 0
    assert (bullet.value_axis.maximum or 0) > max(seats.numerator or 0, seats.denominator or 0)


def texts_of(deck: Deck, slide: str) -> list[str]:
    page = next(item for item in deck.slides if item.name == slide)
    return [item.body.text for item in page.elements if isinstance(item, TextBox)]


@pytest.mark.thorough
def test_where_nothing_is_bad_what_was_reached_in_part_is_the_risk() -> None:
    goals = (("Altas", "count", 400, 432, "up"), ("Bajas", "count", 10, 14, "down"))
    client = Client(use_trend=0.12, response_hours=1.2, late_critical=0, goals=goals)
    deck = deck_of(client_file(replace(client, without=("tasks",))))
    told = texts_of(deck, "summary")
    assert told[told.index("Riesgo principal") + 2] == "1 de 2 sin cumplir"
    assert "Ningún incumplimiento en el trimestre" not in told


@pytest.mark.thorough
def test_the_worst_leads_and_what_is_asked_follows_from_it() -> None:
    falling = Client(
        use_trend=-0.9, nps_scores=(0, 1, 2, 3, 4, 5), response_hours=30, late_critical=9
    )
    deck = deck_of(client_file(falling))
    told = texts_of(deck, "summary")
    assert told[told.index("Riesgo principal") + 2] == "−78% de uso"
    assert told[told.index("Decisión que pedimos") + 2] == (
        "Ajustar juntos el alcance y las licencias a lo que usan"
    )
    assert deck.slides[1].title.startswith("El uso baja un 78%")
    first = table_of(deck, "decisions").rows[1].cells
    assert first[1].body.text.startswith("El uso baja un 78% (−78%")


def test_both_scales_of_a_bullet_are_the_same_in_the_file() -> None:
    opened = pptx.Presentation(io.BytesIO(render_deck(deck_of(full_client()))))
    charts = [shape.chart for slide in opened.slides for shape in slide.shapes if shape.has_chart]
    doubled = [chart for chart in charts if len(chart._chartSpace.xpath("//c:valAx")) == 2]
    assert doubled
    for chart in doubled:
        limits = [
            [item.get("val") for item in axis.xpath("c:scaling/*")]
            for axis in chart._chartSpace.xpath("//c:valAx")
        ]
        assert limits[0] == limits[1]


def test_the_cover_lists_every_subject_and_leads_to_its_page() -> None:
    deck = deck_of(full_client())
    cover, *rest = deck.slides
    subjects = dict.fromkeys(slide.name for slide in rest if slide.name != "appendix")
    leading = [item for item in cover.elements if isinstance(item, TextBox) and item.link]
    assert list(dict.fromkeys(item.link for item in leading)) == list(subjects)
    first = {slide.name: place for place, slide in reversed(list(enumerate(deck.slides, 1)))}
    for item in leading:
        if item.body.text.startswith("p. "):
            assert item.body.text == f"p. {first[item.link]} →"
