"""Formulas computed anew by LibreOffice have the values that the file carries, cell by cell."""

import math
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from recalculation import recalculated, without_cached_values
from renewal_clients import AWKWARD

from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import InputKind, Scalar, Validation, Workbook
from reports.workbook.render.workbook import render_workbook
from transforms.core.money import exponent

LANGUAGES = ("en", "es")
FOREIGN = {"en": "es-ES", "es": "en-US"}
"""Each workbook is opened where numbers are written the other way round."""
_RANDOM_IN_CI, _RANDOM_FOR_LONG = 4, 100


@cache
def issued(name: str, language: str) -> Workbook:
    found = compose_workbook(AWKWARD[name](language)).workbook
    assert found is not None
    return found


def scenarios(language: str) -> Iterator[Workbook]:
    """The usual client's workbook with each scenario of the drop-down picked."""
    plain = issued("golden", language)
    for offer in named_values(plain, "sc_name"):
        yield calculated(plain, {"scenario_shown": offer})


def random_inputs(language: str, count: int, seed: int) -> Iterator[Workbook]:
    """Workbooks with anything typed that the input cells accept, one in eight left empty."""
    chance = random.Random(seed)
    names = ("golden", "japanese", "without_cost", "without_probabilities")
    for number in range(count):
        plain = issued(names[number % len(names)], language)
        yield calculated(plain, typed(plain, chance))


def typed(workbook: Workbook, chance: random.Random) -> dict[str, Scalar]:
    """Contents for every input cell."""
    sheet = workbook.sheet("assumptions")
    accepted = {(rule.area.first_row, rule.area.first_column): rule for rule in sheet.validations}
    return {
        name: accept(accepted[place.area.first_row, place.area.first_column], chance)
        for name, place in workbook.names.items()
        if name.startswith("in_")
        and place.sheet == "assumptions"
        and (chance.random() > 1 / 8 or name in ("in_term_years", "in_horizon_years"))
    }


def accept(rule: Validation, chance: random.Random) -> Scalar:
    """Something that the cell accepts."""
    if rule.kind is InputKind.WHOLE:
        return chance.randint(int(rule.minimum), int(rule.maximum))
    if rule.maximum > 100:  # an amount or an exchange rate: of any size that is met
        return min(rule.maximum, round(math.exp(chance.uniform(0, math.log(5e6))), 2))
    edge = chance.random()
    if edge < 0.1:
        return rule.minimum
    return rule.maximum if edge > 0.95 else round(chance.uniform(rule.minimum, rule.maximum), 4)


def differences(book: Workbook, path: Path, currency: str) -> list[tuple[object, ...]]:
    """Formulas whose value there is not the one we wrote, to one minor unit."""
    read = openpyxl.load_workbook(path, data_only=True)
    unit = 10.0 ** -exponent(currency)
    found: list[tuple[object, ...]] = []
    for sheet in book.sheets:
        page = read[sheet.title]
        for cell in sheet.cells:
            value = page.cell(cell.row + 1, cell.column + 1).value
            # A minor unit would hide what differs between shares and factors.
            is_share = "%" in cell.style.number_format or cell.style.number_format[:3] == "0.0"
            if cell.formula and not alike(cell.value, value, 1e-9 if is_share else unit):
                found.append(
                    (sheet.key, cell.row + 1, cell.column, cell.formula, cell.value, value)
                )
    return found


def alike(ours: object, theirs: object, tolerance: float) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        # Large factors have no more than a dozen digits in common.
        return abs(ours - theirs) <= max(tolerance, abs(ours) * 1e-12)
    return (ours or None) == (theirs or None)


def assert_alike(books: dict[str, Workbook], locale: str, folder: Path) -> None:
    stripped = [
        without_cached_values(render_workbook(book), folder / f"{title}.xlsx")
        for title, book in books.items()
    ]
    results = recalculated(stripped, folder / "recalculated", locale)
    for (title, book), path in zip(books.items(), results, strict=True):
        currency = "JPY" if title.startswith("japanese") else "EUR"
        assert (title, differences(book, path, currency)) == (title, [])


def numbered(prefix: str, books: Iterator[Workbook]) -> dict[str, Workbook]:
    return {f"{currency_of(book)}{prefix}{number}": book for number, book in enumerate(books)}


def currency_of(book: Workbook) -> str:
    """A file name's beginning that tells the yen from the euro."""
    price = next(cell for cell in book.sheet("assumptions").cells if cell.style.is_unlocked)
    return "euro" if "." in price.style.number_format else "japanese"


def every(language: str) -> dict[str, Workbook]:
    """Every awkward client as issued, every scenario, and some random inputs."""
    books = {f"{name}-issued": issued(name, language) for name in AWKWARD if name != "golden"}
    books |= numbered("scenario", scenarios(language))
    return books | numbered("random", random_inputs(language, _RANDOM_IN_CI, seed=7))


@pytest.mark.rendering
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_computes_every_cell_alike(language: str, tmp_path: Path) -> None:
    # Half of them in each language; the long tests have all in both.
    half = list(every(language).items())[LANGUAGES.index(language) :: 2]
    assert_alike(dict(half), FOREIGN[language], tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("locale", ["es-ES", "es-MX", "en-US"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_agrees_in_every_language_and_locale(
    language: str, locale: str, tmp_path: Path
) -> None:
    many = numbered("many", random_inputs(language, _RANDOM_FOR_LONG, seed=2026))
    assert_alike(every(language) | many, locale, tmp_path)


@pytest.mark.thorough
def test_random_inputs_are_ones_that_change_the_answer() -> None:
    plain = issued("golden", "en")
    worths = {named_values(book, "sc_expected_npv")[:2] for book in random_inputs("en", 4, seed=7)}
    assert len(worths) > 1
    assert all(named_value(book, "ctl_failed") == 0 for book in random_inputs("en", 4, seed=7))
    assert named_value(plain, "ctl_changed") == 0


def test_no_value_survives_the_stripping(tmp_path: Path) -> None:
    path = without_cached_values(render_workbook(issued("golden", "en")), tmp_path / "bare.xlsx")
    book = openpyxl.load_workbook(path, data_only=True)
    formulas = {
        (sheet.title, cell.row + 1, cell.column + 1)
        for sheet in issued("golden", "en").sheets
        for cell in sheet.cells
        if cell.formula
    }
    assert all(book[title].cell(row, column).value is None for title, row, column in formulas)
