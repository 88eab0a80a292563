"""My clients: found, narrowed, sorted; one client's page; in both languages."""

import html
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from site_of_clients import KNOWN, Site

from messages.catalogue import catalogue
from transforms.kpis import specs
from transforms.metrics.kpi import KPI_DTYPES
from warehouse import open_warehouse

TEXTS = [name for name, dtype in KPI_DTYPES.items() if dtype == "str"]
SignedIn = Callable[[str], TestClient]


def names(page: str) -> list[str]:
    return re.findall(r">(Client [AB]\d)</a>", page)


def test_managers_see_their_own_clients_by_name(signed_in: SignedIn) -> None:
    assert names(signed_in("ana").get("/").text) == ["Client A1", "Client A2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=client+a3", ["Client A3"]),
        ("q=BEA", ["Client B1"]),
        ("standing=repair", ["Client A2"]),
        ("held=1", ["Client B1"]),
        ("sort=standing", ["Client A2", "Client A1", "Client A3", "Client B1"]),
        ("q=nothing", []),
        ("q=%3Cscript%3E", []),
    ],
)
def test_clients_are_found_narrowed_and_sorted(
    query: str, found: list[str], signed_in: SignedIn
) -> None:
    page = signed_in("dora").get(f"/?{query}").text
    assert names(page) == found
    assert "<script>" not in page


def test_files_for_the_client_and_internal_ones_are_told_apart_in_words(
    signed_in: SignedIn,
) -> None:
    page = signed_in("ana").get("/clients/A1").text
    theirs, ours = re.split(r'<div class="(?:for-client|internal) bundle">', page)[1:]
    assert "For the client" in theirs
    assert ("review deck" in theirs, "internal" in theirs) == (True, False)
    told = ("Internal, do not send", "internal review", "renewal workbook")
    assert [words in ours for words in told] == [True] * 3
    spanish = signed_in("ana")
    spanish.get("/choose", params={"language": "es"})
    assert "Interno, no enviar" in spanish.get("/clients/A1").text


FIGURE = {
    "entity_type": "client",
    "entity_id": "A1",
    "period": "2026-Q3",
    "unit": "money",
    "currency": "EUR",
    "version": 1,
    "rows": 1,
}


def save_figures(site: Site, *rows: dict[str, Any]) -> None:
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in KPI_DTYPES.items()})
    frame = pd.concat([empty, pd.DataFrame(rows)]).fillna(dict.fromkeys(TEXTS, ""))
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        warehouse.save_kpis(frame, KNOWN)


def test_figures_have_a_value_or_the_reason_why_not(site: Site, signed_in: SignedIn) -> None:
    mrr = FIGURE | {"kpi": "mrr", "value_minor": 123_400}
    absent = FIGURE | {"kpi": "nrr_ttm", "unit": "ratio", "currency": ""}
    save_figures(site, mrr, absent | {"reason": "no_opening_revenue"})
    page = signed_in("ana").get("/clients/A1").text
    assert "€1,234" in page
    assert specs()["mrr"].name("en") in page
    assert catalogue("en").say("missing-no-opening-revenue") in html.unescape(page)
    assert "€" not in signed_in("fin").get("/clients/A1").text


def test_a_figure_of_three_quarters_is_drawn_from_the_oldest_to_the_newest(
    site: Site, signed_in: SignedIn
) -> None:
    quarters = {"2026-Q1": 100, "2026-Q2": 300, "2026-Q3": 200}
    mrr = FIGURE | {"kpi": "mrr"}
    save_figures(
        site,
        *(mrr | {"period": period, "value_minor": worth} for period, worth in quarters.items()),
        FIGURE | {"kpi": "overdue_balance", "value_minor": 900},
    )
    (drawn,) = re.findall(r'<polyline points="([^"]+)"', signed_in("ana").get("/clients/A1").text)
    across, down = zip(*(map(float, point.split(",")) for point in drawn.split()), strict=True)
    assert list(across) == sorted(across)
    assert down[1] < down[2] < down[0]  # the picture's ordinates grow downwards


def test_held_clients_are_marked_by_a_word(signed_in: SignedIn) -> None:
    assert "Held back" in re.sub(r"Held back only", "", signed_in("bea").get("/").text)
