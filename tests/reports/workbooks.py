"""Renewal workbooks of clients made for tests, composed once, and what stands in them."""

from functools import cache

from renewal_clients import (
    AWKWARD,
)

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import named_values
from reports.workbook.model import Scalar, Sheet, Workbook
from transforms.renewals.offers import Offer

LANGUAGES = ("en", "es")
OFFERS = list(Offer)


@cache
def issued(name: str, language: str = "en") -> Workbook:
    """The workbook of one of the clients made for tests."""
    return composed(AWKWARD[name](language))


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client)
    assert found.workbook is not None, found.reason
    return found.workbook


def of(workbook: Workbook, measure: str, offer: Offer) -> Scalar:
    return named_values(workbook, f"sc_{measure}")[OFFERS.index(offer)]


def texts(sheet: Sheet) -> str:
    return "\n".join(cell.value for cell in sheet.cells if isinstance(cell.value, str))


def headline(workbook: Workbook) -> str:
    return str(workbook.sheet("summary").cells[0].value)
