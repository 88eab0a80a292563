"""Titles are derived: every number in them is the KPI store's, or a count of rows."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from clients import (
    QUARTER,
    awkward_client,
    english_client,
    full_client,
    renamed,
    reviewed_client,
    subscribed_client,
    yen_client,
)
from partial_book import PartialBook

from reports.client import ClientFile
from reports.deck.compose import compose_deck, compose_review
from reports.deck.model import Deck, Figure, Slide
from transforms.clients.relationship import relationship_of
from transforms.core.money import exponent
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Missing, Unit

pytestmark = pytest.mark.thorough

CLIENTS = {
    "full": full_client,
    "english": english_client,
    "yen": yen_client,
    "awkward": awkward_client,
    "subscribed": subscribed_client,
}
REVIEWS = {
    "review": reviewed_client,
    "review without its own figures": full_client,
    "review in English": lambda: replace(reviewed_client(), language="en", locale="en-US"),
}
MADE = CLIENTS | REVIEWS
_DAY = re.compile(r"\b\d{1,2}\s(?:de )?[a-z]+\s(?:de )?\d{4}|\b[A-Z][a-z]+\s\d{1,2},\s\d{4}")
_WITHOUT_NUMBER = (".one", "checklist.clear")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def deck_of(name: str) -> Deck:
    deck = (compose_review if name in REVIEWS else compose_deck)(MADE[name]()).deck
    assert deck is not None
    return deck


def measured(deck: Deck) -> list[Slide]:
    return [
        slide for slide in deck.slides if slide.name not in ("cover", "appendix", "definitions")
    ]


def numbers_in(slide: Slide) -> list[str]:
    """The numbers a title prints, without its page count, days, scale, names of quarters and what
    people typed, which is quoted."""
    title = re.sub(r" \(\d+/\d+\)$", "", re.sub("«[^»]*»|“[^”]*”", "", slide.title))
    title = re.sub(r"(de|of) 100 p|90 d", "", _DAY.sub("", title))
    return _NUMBER.findall(re.sub(r"[TQ][1-4]\u00a0\d{4}", "", title))


def stored(client: ClientFile, figure: Figure) -> float:
    """The figure again, from the KPI store alone."""
    if figure.kpi == "relationship_score":
        return score_again(client, Period.parse(figure.period), figure.part)
    value = client.kpis.get(figure.kpi, Period.parse(figure.period))
    if figure.part == "share":
        return number_of(value) / number_of(client.kpis.get("open_balance", QUARTER))
    if figure.part in ("growth", "change"):
        base = number_of(client.kpis.get(figure.kpi, Period.parse(figure.base)))
        change = number_of(value) - base
        return abs(change / base if figure.part == "growth" else change)
    over, under = value.numerator or 0, value.denominator or 0
    parts = {"numerator": over, "denominator": under, "missed": under - over}
    return parts[figure.part] if figure.part in parts else number_of(value)


def score_again(client: ClientFile, period: Period, part: str) -> float:
    """The score is made of the store's figures, by the same weights as everywhere."""
    found = relationship_of(client.kpis, client.dossier.planned_meetings, period, client.policy)
    number = found.change if part == "change" else found.points
    assert number is not None
    return number


def is_money(client: ClientFile, figure: Figure) -> bool:
    return client.kpis.get(figure.kpi, Period.parse(figure.period)).unit is Unit.MONEY


def number_of(value: KpiValue) -> float:
    assert value.number is not None
    return float(value.number)


def printed(text: str, locale: str) -> Decimal:
    """The number a text shows, read by the locale's separators."""
    digits = _NUMBER.search(text)
    assert digits is not None
    group, point = (".", ",") if locale == "es-ES" else (",", ".")
    return Decimal(digits[0].replace(group, "").replace(point, "."))


@pytest.mark.parametrize("name", MADE)
def test_every_measured_title_prints_a_number_and_every_number_is_a_figure(name: str) -> None:
    for slide in measured(deck_of(name)):
        texts = " ".join(figure.text for figure in slide.figures)
        assert all(number in texts for number in numbers_in(slide)), slide.title
        assert numbers_in(slide) or slide.rule.endswith(_WITHOUT_NUMBER), slide.title


@pytest.mark.parametrize("name", MADE)
def test_every_figure_in_a_title_is_recomputed_from_the_store(name: str) -> None:
    client = MADE[name]()
    figures = [figure for slide in deck_of(name).slides for figure in slide.figures if figure.kpi]
    assert len(figures) >= (1 if "without" in name else 8)
    for figure in figures:
        assert abs(figure.number) == pytest.approx(abs(stored(client, figure))), figure


@pytest.mark.parametrize("name", MADE)
def test_a_figure_reads_as_its_number(name: str) -> None:
    client = MADE[name]()
    for figure in (item for slide in deck_of(name).slides for item in slide.figures):
        shown = printed(figure.text, client.locale)
        exact = Decimal(repr(abs(figure.number)))
        if figure.text.endswith("%"):
            exact *= 100
        if figure.kpi and figure.part == "value" and is_money(client, figure):
            exact = exact.scaleb(-exponent(client.currency))
        places = -int(shown.as_tuple().exponent)
        assert abs(shown - exact) <= Decimal("0.5").scaleb(-places), figure


@pytest.mark.parametrize("name", MADE)
def test_titles_are_unique(name: str) -> None:
    titles = [slide.title for slide in deck_of(name).slides]
    assert len(set(titles)) == len(titles)


def test_a_changed_store_changes_the_title() -> None:
    client = full_client()
    change = client.kpis.get("usage_change", QUARTER)
    values = {
        **client.kpis.values,
        ("usage_change", str(QUARTER)): replace(change, value=0.25),
    }
    changed = compose_deck(replace(client, kpis=replace(client.kpis, values=values))).deck
    assert changed is not None
    title = next(slide.title for slide in changed.slides if slide.name == "usage")
    assert "sube un 25%" in title


def usage_title(change: float | None, year: float | None) -> tuple[str, str]:
    """Rule and title of the slide on use with these two changes."""
    client = full_client()
    base = client.kpis.get("usage_change", QUARTER)
    values = {
        **client.kpis.values,
        ("usage_change", str(QUARTER)): replace(base, value=change),
        ("usage_change_year", str(QUARTER)): replace(base, kpi="usage_change_year", value=year),
    }
    deck = compose_deck(replace(client, kpis=replace(client.kpis, values=values))).deck
    assert deck is not None
    slide = next(item for item in deck.slides if item.name == "usage")
    return slide.rule, slide.title


def test_a_change_under_the_threshold_is_stable() -> None:
    assert usage_title(0.049, None)[0] == "titles.usage.flat"
    assert usage_title(0.051, None)[0] == "titles.usage.good"


def test_a_fall_that_last_year_had_too_is_not_bad_news() -> None:
    rule, level = usage_title(-0.30, -0.02)
    assert rule == "titles.usage.seasonal"
    assert "a un nivel parecido al del año pasado" in level
    assert "pero sigue por encima del año pasado" in usage_title(-0.30, 0.07)[1]
    assert usage_title(-0.30, -0.20)[0] == "titles.usage.bad"


def test_a_change_without_a_value_says_that_data_are_missing() -> None:
    rule, title = usage_title(None, None)
    assert rule == "titles.usage.missing"
    assert "sin datos suficientes" in title


def fee_title(now: int, before: int | None, locale: str = "es-MX") -> tuple[str, str]:
    """Rule and title of the slide on investment with these fees, in minor units."""
    client = subscribed_client()
    fee, values = client.kpis.get("mrr", QUARTER), dict(client.kpis.values)
    for period, minor in ((QUARTER, now), (QUARTER.previous, before)):
        values["mrr", str(period)] = replace(fee, period=period, value_minor=minor)
    book, language = PartialBook("a1", values), locale[:2]
    deck = compose_deck(replace(client, kpis=book, language=language, locale=locale)).deck
    assert deck is not None
    slide = next(item for item in deck.slides if item.name == "investment")
    return slide.rule, slide.title.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "rule", "compared"),
    [
        (800_000, "up", "un 25% más que al cierre del T2 2026"),
        (400_000, "leap", "tras $4,000 al cierre del T2 2026"),
        (1_250_000, "down", "un 20% menos que al cierre del T2 2026"),
        (980_000, "flat", "estable frente al cierre del T2 2026"),
        (0, "missing", "sin cuota anterior para comparar"),
        (None, "missing", "sin cuota anterior para comparar"),
    ],
)
def test_a_fee_is_told_against_the_quarter_before(
    before: int | None, rule: str, compared: str
) -> None:
    assert fee_title(1_000_000, before) == (
        f"titles.fee.{rule}",
        f"La cuota mensual al cierre del T3 2026 es de $10,000, {compared}; "
        "15 suscripciones vigentes",
    )


def test_a_fee_is_told_in_english_too() -> None:
    assert fee_title(1_000_000, 800_000, "en-US")[1] == (
        "The monthly fee at the end of Q3 2026 is MX$10,000, 25% more than at the end of Q2 2026; "
        "15 subscriptions running"
    )


def test_an_incident_that_still_stands_open_is_not_said_to_be_solved() -> None:
    client = full_client()
    on_time = client.kpis.get("critical_resolution_on_time", QUARTER)
    late = replace(on_time, value=0.0, numerator=0, denominator=1)
    values = {**client.kpis.values, ("critical_resolution_on_time", str(QUARTER)): late}
    deck = compose_deck(replace(client, kpis=replace(client.kpis, values=values))).deck
    assert deck is not None
    title = next(slide.title for slide in deck.slides if slide.name == "service")
    assert title.endswith("; la única incidencia crítica no se resolvió a tiempo")


def nps_title(now: float, before: float, answers: float) -> str:
    client = full_client()
    values = dict(client.kpis.values)
    for period, score in ((QUARTER, now), (QUARTER.previous, before)):
        for kpi, number in (("nps", score), ("nps_answers", answers), ("nps_error", 10.0)):
            values[kpi, str(period)] = KpiValue(
                "client", "a1", kpi, period, Unit.POINTS, 1, value=number
            )
    deck = compose_deck(replace(client, kpis=replace(client.kpis, values=values))).deck
    assert deck is not None
    return next(slide.title for slide in deck.slides if slide.name == "satisfaction")


def test_a_change_of_nps_is_claimed_only_beyond_chance_and_with_thirty_answers() -> None:
    assert "sin diferencia clara" in nps_title(40, 26, 100)  # within 14.1 points of error
    assert "sube 20 puntos" in nps_title(40, 20, 100)
    assert "sin diferencia clara" in nps_title(40, 20, 29)


def test_a_score_that_falls_three_quarters_in_a_row_is_told_so() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    for back, score in enumerate((-39.0, -21.0, -19.0, -5.0)):
        for kpi, number in (("nps", score), ("nps_answers", 18.0), ("nps_error", 40.0)):
            period = QUARTER.shift(-back)
            unit = Unit.COUNT if kpi == "nps_answers" else Unit.POINTS
            values[kpi, str(period)] = KpiValue("client", "a1", kpi, period, unit, 1, value=number)
    deck = compose_deck(replace(client, kpis=replace(client.kpis, values=values))).deck
    assert deck is not None
    title = next(slide.title for slide in deck.slides if slide.name == "satisfaction")
    assert title == "El NPS baja por tercer trimestre seguido: de −5 a −39"


def test_a_negative_nps_is_told_as_what_it_counts() -> None:
    assert nps_title(-40, -39, 100).startswith("Más detractores que promotores")


@pytest.mark.parametrize(
    "name", ["=1+1", "{client}", "شركة النور", "Müller & Söhne <KG>", "🦊 Zorro"]
)
def test_a_clients_name_is_printed_as_it_is(name: str) -> None:
    deck = compose_deck(renamed(full_client(), name)).deck
    assert deck is not None
    assert deck.slides[0].title == name


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("es", "Primera respuesta sin datos suficientes ("),
        ("en", "Not enough data on first response ("),
    ],
)
def test_late_incidents_are_told_where_nothing_is_known_of_first_responses(
    language: str, title: str
) -> None:
    client = full_client()
    response = client.kpis.get("first_response_median", QUARTER)
    on_time = client.kpis.get("critical_resolution_on_time", QUARTER)
    values = {
        **client.kpis.values,
        ("first_response_median", str(QUARTER)): replace(
            response, value=None, reason=Missing.NO_REPLIES
        ),
        ("critical_resolution_on_time", str(QUARTER)): replace(
            on_time, value=0.5, numerator=1, denominator=2
        ),
    }
    locale = {"es": "es-MX", "en": "en-US"}[language]
    book = PartialBook("a1", values)
    deck = compose_deck(replace(client, kpis=book, language=language, locale=locale)).deck
    assert deck is not None
    service = next(slide for slide in deck.slides if slide.name == "service")
    assert service.title.startswith(title)
    assert "n/a" not in service.title
    assert "n/d" not in service.title
