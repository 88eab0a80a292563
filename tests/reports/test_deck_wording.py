"""Every language words what decks may say, and figures read as the locale writes them."""

from datetime import date

import pytest

from messages.catalogue import MessageError, languages
from reports.deck.compose import slide_modules
from reports.deck.formats import Formats
from reports.deck.slides.contract import Kind
from reports.deck.wording import Wording
from transforms.metrics.kpi import Missing

JUDGED = ("usage", "service", "satisfaction", "delivery", "goals", "commitments")


@pytest.mark.parametrize("slide", JUDGED)
@pytest.mark.parametrize("language", languages())
def test_titles_exist_for_good_flat_bad_and_missing(language: str, slide: str) -> None:
    for tone in ("good", "flat", "bad", "missing"):
        assert Wording(language).has(f"titles.{slide}.{tone}")


@pytest.mark.parametrize("slide", ["investment", "fee"])
@pytest.mark.parametrize("language", languages())
def test_titles_on_money_exist_for_up_flat_down_and_missing(language: str, slide: str) -> None:
    for rule in ("up", "flat", "down", "missing"):
        assert Wording(language).has(f"titles.{slide}.{rule}")


@pytest.mark.parametrize("language", languages())
def test_every_reason_for_a_missing_value_has_words(language: str) -> None:
    for reason in Missing:
        assert Wording(language).has(f"missing.{reason}")


@pytest.mark.parametrize("language", languages())
def test_every_slide_has_a_kicker(language: str) -> None:
    for item in slide_modules():
        assert Wording(language).has(f"kickers.{item.name}")
    assert {item.module.KIND for item in slide_modules()} == set(Kind)


def test_plurals_follow_the_number() -> None:
    words = Wording("es")
    assert words.count("delivery.late", 1) == "1 día de retraso"
    assert words.count("delivery.late", 3) == "3 días de retraso"


@pytest.mark.parametrize("language", languages())
def test_one_product_beside_several_deals_is_in_the_singular(language: str) -> None:
    words = Wording(language)
    told = words.count(
        "titles.potential.both", 2, {"deals": "2", "worth": "", "late": "", "lacking": "…"}
    )
    assert told.endswith("; …")
    one, two = (
        words.count("titles.potential.lacking", n, {"products": str(n)}).split()[1] for n in (1, 2)
    )
    assert two == one + "s"


def test_a_key_that_is_not_there_is_our_fault() -> None:
    with pytest.raises(MessageError, match="es has no message 'deck-titles-nothing'"):
        Wording("es").say("titles.nothing")


def formats(tag: str, currency: str) -> Formats:
    return Formats(tag, currency)


@pytest.mark.parametrize(
    ("tag", "currency", "money", "percent", "day"),
    [
        ("es-MX", "MXN", "$1,234,568", "−18%", "3 sep 2026"),
        ("es-ES", "EUR", "1.234.568\u00a0€", "−18\u00a0%", "3 sept 2026"),
        ("en-US", "USD", "$1,234,568", "−18%", "Sep 3, 2026"),
        ("en-GB", "GBP", "£1,234,568", "−18%", "3 Sept 2026"),
        ("en-US", "JPY", "¥123,456,750", "−18%", "Sep 3, 2026"),
        ("es-MX", "USD", "USD\u00a01,234,568", "−18%", "3 sep 2026"),
    ],
)
def test_figures_read_as_the_locale_writes_them(
    tag: str, currency: str, money: str, percent: str, day: str
) -> None:
    shown = formats(tag, currency)
    assert shown.money(123_456_750) == money
    assert shown.percent(-0.183) == percent
    assert shown.day(date(2026, 9, 3)) == day.replace(" ", "\u00a0")


def test_ties_are_shown_as_the_labels_of_charts_and_never_minus_zero() -> None:
    shown = formats("en-US", "USD")
    assert shown.decimal(0.5, 0) == "1"
    assert shown.decimal(-2.5, 0) == "−3"
    assert shown.money(755_250) == "$7,553"
    assert shown.decimal(-0.04, 1) == "0.0"
    assert shown.percent(0.285, 0) == "29%"


def test_an_unknown_locale_falls_back_to_the_language() -> None:
    assert Formats("es-XX-nonsense", "EUR").percent(0.5) == "50\u00a0%"


def test_chart_formats_carry_the_locale_and_the_space() -> None:
    assert formats("es-ES", "EUR").chart_percent() == '[$-C0A]0"\u00a0"%'
    assert formats("es-MX", "MXN").chart_percent() == "[$-80A]0%"
    assert formats("en-US", "USD").chart_number(1, thousands=1) == (
        "[$-409]#,##0.0,;[$-409]−#,##0.0,"
    )
