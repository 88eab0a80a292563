"""Formulas computed anew by LibreOffice have the values that the file carries, cell by cell."""

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from generated_clients import generated
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from recalculation import recalculated, without_cached_values
from renewal_clients import AWKWARD

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import InputKind, Scalar, Validation, Workbook
from reports.workbook.render.workbook import render_workbook
from transforms.core.money import exponent

LANGUAGES = ("en", "es")
FOREIGN = {"en": "es-ES", "es": "en-US"}
"""Each workbook is opened where numbers are written the other way round."""
_RANDOM_IN_CI, _RANDOM_FOR_LONG = 4, 100
_GENERATED_IN_CI, _GENERATED_FOR_LONG = 2, 10


@dataclass(frozen=True)
class Case:
    """A workbook to compute anew, made only where it is looked at."""

    name: str
    client: Callable[[], ClientFile]
    edit: Callable[[Workbook], dict[str, Scalar]]
    """What is typed into it."""

    @property
    def currency(self) -> str:
        return self.client().currency

    def workbook(self) -> Workbook:
        plain = issued_of(self.client)
        typed_in = self.edit(plain)
        return calculated(plain, typed_in) if typed_in else plain


def issued(name: str, language: str) -> Workbook:
    return issued_of(awkward(name, language))


@cache
def awkward(name: str, language: str) -> Callable[[], ClientFile]:
    return lambda: AWKWARD[name](language)


@cache
def issued_of(client: Callable[[], ClientFile]) -> Workbook:
    found = compose_workbook(client()).workbook
    assert found is not None
    return found


def scenario(number: int) -> Callable[[Workbook], dict[str, Scalar]]:
    """One of the drop-down, picked."""

    def picked(plain: Workbook) -> dict[str, Scalar]:
        offers = named_values(plain, "sc_name")
        return {"scenario_shown": offers[number % len(offers)]}

    return picked


def random_inputs(seed: int) -> Callable[[Workbook], dict[str, Scalar]]:
    """Anything typed that the input cells accept, one in eight left empty, and a scenario."""

    def filled(plain: Workbook) -> dict[str, Scalar]:
        return typed(plain, random.Random(seed)) | scenario(seed)(plain)

    return filled


def random_cases(language: str, count: int, seed: int) -> Iterator[Case]:
    names = ("golden", "japanese", "without_cost", "without_probabilities")
    for number in range(count):
        client = awkward(names[number % len(names)], language)
        yield Case(f"random{seed + number}", client, random_inputs(seed + number))


def generated_cases(first: int, count: int) -> Iterator[Case]:
    """Clients that no other test has, each with names, currencies and gaps of its own."""

    def numbered(seed: int) -> Callable[[], ClientFile]:
        return lambda: generated(seed)

    for seed in range(first, first + count):
        yield Case(f"generated{seed}", numbered(seed), lambda _: {})


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
    read = openpyxl.load_workbook(path, data_only=True, read_only=True)
    unit = 10.0 ** -exponent(currency)
    found: list[tuple[object, ...]] = []
    for sheet in book.sheets:
        page = held(read[sheet.title])
        for cell in sheet.cells:
            value = page.get((cell.row, cell.column))
            # A minor unit would hide what differs between shares and factors.
            is_share = "%" in cell.style.number_format or cell.style.number_format[:3] == "0.0"
            if cell.formula and not alike(cell.value, value, 1e-9 if is_share else unit):
                found.append(
                    (sheet.key, cell.row + 1, cell.column, cell.formula, cell.value, value)
                )
    return found


def held(page: ReadOnlyWorksheet) -> dict[tuple[int, int], object]:
    """Values by place; quicker than a cell at a time."""
    return {
        (row, column): value
        for row, values in enumerate(page.iter_rows(values_only=True))
        for column, value in enumerate(values)
    }


def alike(ours: object, theirs: object, tolerance: float) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        # Large factors have no more than a dozen digits in common.
        return abs(ours - theirs) <= max(tolerance, abs(ours) * 1e-12)
    return (ours or None) == (theirs or None)


def assert_alike(cases: list[Case], locale: str, folder: Path) -> None:
    """All of them in one start of LibreOffice."""
    books = [case.workbook() for case in cases]
    stripped = [
        without_cached_values(render_workbook(book), folder / f"{case.name}.xlsx")
        for case, book in zip(cases, books, strict=True)
    ]
    results = recalculated(stripped, folder / "recalculated", locale)
    for case, book, path in zip(cases, books, results, strict=True):
        assert (case.name, differences(book, path, case.currency)) == (case.name, [])


def every(language: str) -> list[Case]:
    """Every awkward client, between them every scenario, and some random inputs."""
    cases = [
        Case(f"{name}-{number}", awkward(name, language), scenario(number))
        for number, name in enumerate(AWKWARD)
    ]
    return [*cases, *random_cases(language, _RANDOM_IN_CI, seed=7)]


def in_ci(language: str) -> list[Case]:
    """Half of them in each language; the long tests have all in both."""
    half = every(language)[LANGUAGES.index(language) :: 2]
    first = 3_000 + _GENERATED_IN_CI * LANGUAGES.index(language)
    return [*half, *generated_cases(first, _GENERATED_IN_CI)]


@pytest.mark.rendering
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_computes_every_cell_alike(language: str, tmp_path: Path) -> None:
    assert_alike(in_ci(language), FOREIGN[language], tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("locale", ["es-ES", "es-MX", "en-US"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_agrees_in_every_language_and_locale(
    language: str, locale: str, tmp_path: Path
) -> None:
    many = random_cases(language, _RANDOM_FOR_LONG, seed=2026)
    assert_alike([*every(language), *many], locale, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("locale", ["es-ES", "es-MX", "en-US", "en-GB"])
def test_libreoffice_agrees_on_clients_that_no_other_test_has(locale: str, tmp_path: Path) -> None:
    assert_alike([*generated_cases(4_000, _GENERATED_FOR_LONG)], locale, tmp_path)


def test_every_scenario_is_picked_in_some_workbook() -> None:
    assert len(AWKWARD) >= len(named_values(issued("golden", "en"), "sc_name"))


@pytest.mark.thorough
def test_random_inputs_are_ones_that_change_the_answer() -> None:
    books = [case.workbook() for case in random_cases("en", 4, seed=7)]
    assert len({named_values(book, "sc_expected_npv")[:2] for book in books}) > 1
    assert all(named_value(book, "ctl_failed") == 0 for book in books)
    assert named_value(issued("golden", "en"), "ctl_changed") == 0


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
