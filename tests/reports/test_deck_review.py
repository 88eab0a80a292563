"""The account review: its own slides, its mark, and figures that are the store's."""

import io
from dataclasses import replace

import pandas as pd
import pptx
import pytest
from clients import QUARTER, Client, client_file, full_client, reviewed_client, thin_client

from reports.client import ClientFile, Remark, Restated, RowFault
from reports.deck.compose import compose_deck, compose_review, review_modules
from reports.deck.model import Chart, Deck, Slide, Table, TextBox
from reports.deck.render.deck import render_deck
from reports.deck.wording import Wording
from reports.workbook.compose import compose_workbook
from transforms.core.canonical import CanonicalTables
from transforms.core.money import to_major

pytestmark = pytest.mark.thorough

MOVEMENTS = ("new", "reactivation", "expansion", "contraction", "churn", "exchange")


def review_of(client: ClientFile) -> Deck:
    deck = compose_review(client).deck
    assert deck is not None
    return deck


def slide_of(deck: Deck, name: str) -> Slide:
    """The slide of a subject, also where it shares the page of another."""
    every = [part for slide in deck.slides for part in (slide, *slide.parts)]
    return next(slide for slide in every if slide.name == name)


def chart_of(slide: Slide) -> Chart:
    return next(item for item in slide.elements if isinstance(item, Chart))


def cells(slide: Slide) -> list[list[str]]:
    table = next(item for item in slide.elements if isinstance(item, Table))
    return [[cell.body.text for cell in row.cells] for row in table.rows]


def texts_of(slide: Slide) -> list[str]:
    return [item.body.text for item in slide.elements if isinstance(item, TextBox)]


def test_a_review_is_a_document_of_its_own() -> None:
    """Score, money and what is to be done first; no slide of the client's deck is repeated."""
    review = review_of(reviewed_client())
    names = list(dict.fromkeys(name for slide in review.slides for name in slide.subjects))
    assert names == [
        *("cover", "overview", "standing", "signals", "asks", "potential", "checklist"),
        *("margin", "recurring", "receivables", "renewal", "cadence", "definitions"),
    ]
    assert set(names) == {item.name for item in review_modules()}
    shown = compose_deck(reviewed_client()).deck
    assert shown is not None
    titles = {slide.title for slide in shown.slides[1:]}
    assert not titles & {slide.title for slide in review.slides[1:]}


def test_a_review_says_what_the_client_will_see_off_target() -> None:
    shown = compose_deck(reviewed_client()).deck
    assert shown is not None
    told = {row[1] for row in cells(slide_of(review_of(reviewed_client()), "overview"))}
    title = next(slide.title for slide in shown.slides if slide.name == "usage")
    assert any(text.startswith(title.split(" frente")[0]) for text in told)


@pytest.mark.parametrize(("share", "rule"), [(0.5, "disputed"), (1, "disputed_all")])
def test_a_disputed_balance_is_no_good_news(share: float, rule: str) -> None:
    client = told("overdue_balance", value_minor=0, currency="MXN")
    values = dict(client.kpis.values)
    balance = client.kpis.get("open_balance", QUARTER)
    assert balance.value_minor is not None
    part = replace(balance, kpi="disputed_balance", value_minor=round(balance.value_minor * share))
    values["disputed_balance", str(QUARTER)] = part
    disputed = replace(client, kpis=replace(client.kpis, values=values))
    assert slide_of(review_of(disputed), "receivables").rule == f"titles.receivables.{rule}"


def worth(**numbers: int) -> ClientFile:
    """A reviewed client with figures that compare it with others."""
    client = reviewed_client()
    known = {
        (kpi, str(QUARTER)): replace(
            client.kpis.get(kpi, QUARTER),
            value=float(number) if kpi == "white_space_products" else None,
            value_minor=None if kpi == "white_space_products" else number,
            currency=client.currency,
            reason=None,
        )
        for kpi, number in numbers.items()
    }
    every = dict(client.kpis.values) | known
    book = replace(client.kpis, values=every)
    return replace(client, kpis=book)


def test_what_a_client_may_be_worth_stands_over_deals_and_products() -> None:
    known = worth(white_space=1_200_000, white_space_products=2, lifetime_value=90_000_000)
    texts = texts_of(slide_of(review_of(known), "potential"))
    assert any("los clientes parecidos ya" in text for text in texts)
    assert any("Valor del cliente (CLV)" in text for text in texts)
    without = texts_of(slide_of(review_of(reviewed_client()), "potential"))
    assert not any("(CLV)" in text for text in without)


@pytest.mark.parametrize(
    ("language", "why"), [("es", "menos de un año"), ("en", "less than a year")]
)
def test_a_client_of_less_than_a_year_has_no_lifetime_value_on_a_page(
    language: str, why: str
) -> None:
    known = replace(worth(lifetime_value=90_000_000), language=language)
    value = known.kpis.get("lifetime_value", QUARTER)
    every = {
        **dict(known.kpis.values),
        ("lifetime_value", str(QUARTER)): replace(value, note="contracted"),
    }
    early = replace(known, kpis=replace(known.kpis, values=every))
    texts = texts_of(slide_of(review_of(early), "potential"))
    (tile,) = [text for text in texts if "CLV" in text or "lifetime" in text.lower()]
    assert why in tile and "900" not in tile


def with_deals(**known: object) -> ClientFile:
    """A reviewed client whose open deals say only this, beside their key."""
    client = reviewed_client()
    rows = client.tables.rows("opportunities")
    bare = ("opportunity_name", "stage", "amount_minor", "probability", "close_date", "deal_kind")
    empty = rows.assign(**{name: rows[name].where(rows[name].isna()) for name in bare})
    deals = CanonicalTables({**client.tables, "opportunities": empty.assign(**known)})
    return replace(client, tables=deals)


def test_of_deals_what_nobody_recorded_takes_no_column() -> None:
    """Many CRMs keep neither amount nor probability of a deal before it is won."""
    entered = pd.Timestamp("2026-08-17")
    known = with_deals(stage="Propuesta", created_date=entered)
    head, *rows = cells(slide_of(review_of(known), "potential"))
    assert head == ["Oportunidad", "Etapa", "Alta"]
    assert rows == [["o0", "Propuesta", "17\u00a0ago\u00a02026"]]
    assert cells(slide_of(review_of(reviewed_client()), "potential"))[0] == [
        *("Oportunidad", "Tipo", "Importe", "Probabilidad", "Cierre previsto")
    ]


def told(kpi: str, **parts: object) -> ClientFile:
    """A reviewed client of whom one figure says something else."""
    client = reviewed_client()
    value = replace(client.kpis.get(kpi, QUARTER), reason=None, **parts)
    values = dict(client.kpis.values) | {(kpi, str(QUARTER)): value}
    return replace(client, kpis=replace(client.kpis, values=values))


def test_what_the_client_contests_is_told_under_its_balance() -> None:
    contested = told("disputed_balance", value_minor=1_234_500, currency=reviewed_client().currency)
    assert any(
        text.startswith("Del saldo pendiente, ") and "12" in text and "en disputa" in text
        for text in texts_of(slide_of(review_of(contested), "receivables"))
    )
    plain = texts_of(slide_of(review_of(reviewed_client()), "receivables"))
    assert not any("en disputa" in text for text in plain)


def test_fees_that_stopped_and_came_back_are_told_under_the_bridge() -> None:
    back = texts_of(slide_of(review_of(told("grr_ttm", note="away_and_back")), "recurring"))
    assert any("cesaron" in text for text in back)
    assert not any(
        "cesaron" in text for text in texts_of(slide_of(review_of(told("nps")), "recurring"))
    )


def test_durations_that_the_export_gives_are_called_so() -> None:
    exported = told("first_response_median", note="as_exported")
    deck = compose_deck(exported).deck
    assert deck is not None
    labels = texts_of(slide_of(deck, "service"))
    assert any("horas según la exportación" in text for text in labels)


def test_every_slide_of_a_review_is_marked() -> None:
    opened = pptx.Presentation(io.BytesIO(render_deck(review_of(reviewed_client()))))
    for slide in opened.slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert "INTERNO · NO ENVIAR AL CLIENTE" in texts


@pytest.mark.parametrize("client", [thin_client, lambda: inactive()])
def test_clients_without_a_deck_have_a_review_that_says_why(client) -> None:
    file = client()
    reason = compose_deck(file).reason
    assert reason
    told = [cell for slide in review_of(file).slides for cell in every_cell(slide)]
    assert any(text.endswith("Sin presentación") for text in told)
    assert not any("Página omitida" in text for text in told)


def every_cell(slide: Slide) -> list[str]:
    rows = (row for item in slide.elements if isinstance(item, Table) for row in item.rows)
    return [cell.body.text for row in rows for cell in row.cells]


def test_nobody_keeps_up_the_pace_with_a_client_that_left() -> None:
    told = texts_of(slide_of(review_of(inactive()), "overview"))
    assert "Ya no es cliente" in told
    assert "Mantener el ritmo actual" not in told


def test_short_subjects_share_a_page_and_are_found_by_their_names() -> None:
    deck = review_of(reviewed_client())
    shared = next(slide for slide in deck.slides if slide.parts)
    assert len(shared.subjects) == len(set(shared.subjects)) > 1
    for part in shared.parts:
        assert part.title in texts_of(shared)
        assert part.name not in [slide.name for slide in deck.slides]
        assert any(line.endswith(f": {kicker(part.name)}") for line in shared.notes)


def kicker(name: str) -> str:
    return Wording("es").say(f"kickers.{name}")


def inactive() -> ClientFile:
    client = full_client()
    ended = client.tables["subscriptions"].assign(end_date=pd.Timestamp("2026-09-30"))
    tables = client.tables.map(lambda name, frame: ended if name == "subscriptions" else frame)
    return replace(client, tables=tables)


def test_the_bridge_goes_from_start_to_end_by_the_stores_movements() -> None:
    client = reviewed_client()
    changed = {"new": 0, "expansion": 70_000, "contraction": 20_000, "churn": 0}
    values = dict(client.kpis.values)
    start = client.kpis.get("mrr_start", QUARTER)
    for name, minor in {**dict.fromkeys(MOVEMENTS, 0), **changed}.items():
        values[f"mrr_{name}", str(QUARTER)] = replace(start, kpi=f"mrr_{name}", value_minor=minor)
    end = replace(start, kpi="mrr", value_minor=(start.value_minor or 0) + 50_000)
    values["mrr", str(QUARTER)] = end
    deck = review_of(replace(client, kpis=replace(client.kpis, values=values)))
    chart = chart_of(slide_of(deck, "recurring"))
    base, level, rise, fall = (series.values for series in chart.plots[0].series)  # noqa: PD011
    first = float(to_major(start.value_minor or 0, "MXN"))
    assert level == (first, None, None, first + 500)
    assert (base, rise, fall) == (
        (None, first, first + 500, None),
        (None, 700.0, None, None),
        (None, None, 200.0, None),
    )


def test_ages_of_the_open_balance_sum_to_it() -> None:
    client = reviewed_client()
    stacks = chart_of(slide_of(review_of(client), "receivables")).plots[0].series
    for place in range(4):
        balance = client.kpis.get("open_balance", QUARTER.shift(place - 3)).value_minor or 0
        shown = sum(round((series.values[place] or 0) * 100) for series in stacks)  # noqa: PD011
        assert shown == balance


def test_renewal_options_are_those_of_the_renewal_workbook() -> None:
    client = replace(reviewed_client(), language="en", locale="en-US")
    workbook = compose_workbook(client).workbook
    assert workbook is not None
    numbers = {
        round(cell.value)
        for sheet in workbook.sheets
        for cell in sheet.cells
        if isinstance(cell.value, int | float)
    }
    rows = cells(slide_of(review_of(client), "renewal"))[1:]
    assert len(rows) >= 6
    for row in rows:
        shown = int("".join(filter(str.isdigit, row[1])))
        assert shown in numbers, row[0]


def test_figures_that_only_a_review_shows_are_defined_at_its_end() -> None:
    client = reviewed_client()
    deck = review_of(client)
    assert deck.slides[-1].name == "definitions"
    defined = {row[0] for page in deck.slides if page.name == "definitions" for row in cells(page)}
    assert {"Margen de contribución", "Saldo vencido", "Puntuación de la relación"} <= defined
    named = {row[0] for page in deck.slides if page.name == "appendix" for row in cells_if(page)}
    assert not defined & named - {"Indicador"}
    assert {"Clase", "Días medios de retraso en el cobro"} <= defined


def test_a_review_without_figures_of_its_own_defines_none() -> None:
    file = client_file(Client(without=("invoices", "invoice_lines", "subscriptions", "meetings")))
    assert all(slide.name != "margin" for slide in review_of(file).slides)
    pages = [page for page in review_of(file).slides if page.name == "definitions"]
    assert all("Margen de contribución" not in [row[0] for row in cells(page)] for page in pages)


def cells_if(slide: Slide) -> list[list[str]]:
    return cells(slide) if any(isinstance(item, Table) for item in slide.elements) else []


def test_the_checklist_tells_faults_restatements_and_commentary_without_a_slide() -> None:
    client = client_file(Client(reviewed=True, without=("tickets",)))
    invoiced = client.kpis.get("invoiced_amount", QUARTER)
    told = replace(
        client,
        faults=(RowFault("r", {"es": "Fecha ilegible"}, "invoices", "quarantine", "a.csv", 7),),
        restated=(
            Restated("invoiced_amount", str(QUARTER), replace(invoiced, value_minor=100), invoiced),
        ),
        remarks=(Remark("review", "service", "Llamar a soporte"),),
    )
    rows = cells(slide_of(review_of(told), "checklist"))[1:]
    points = {row[0][2:]: row[1] for row in rows}
    assert points["Filas apartadas"] == "Fecha ilegible: 1 fila, a.csv:7"
    assert "se mostró $1" in points["Cifra corregida"]
    assert points["Comentario sin página"] == "Servicio"
    assert any(row[1].startswith("Servicio") for row in rows if "Página omitida" in row[0])


def test_nothing_to_say_gives_a_review_no_more_than_a_deck() -> None:
    client = client_file(
        Client(
            without=tuple(name for name, _ in full_client().tables.items() if name != "accounts")
        )
    )
    assert compose_review(client).reason == "too_few_slides"


def test_a_quarter_without_movements_shows_the_fee_month_by_month() -> None:
    client = reviewed_client()
    values = dict(client.kpis.values)
    start = client.kpis.get("mrr_start", QUARTER)
    for name in MOVEMENTS:
        values[f"mrr_{name}", str(QUARTER)] = replace(start, kpi=f"mrr_{name}", value_minor=0)
    values["mrr", str(QUARTER)] = replace(start, kpi="mrr")
    deck = review_of(replace(client, kpis=replace(client.kpis, values=values)))
    chart = chart_of(slide_of(deck, "recurring"))
    assert len(chart.categories) == 13
    assert len(chart.plots[0].series) == 1
