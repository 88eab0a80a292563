"""`cartera restore`, as its user sees it."""

import shutil
from pathlib import Path

from command_line import Cartera
from deliveries import OCTOBER, promote

from pipeline.settings import load_settings
from sources.landing.archive import copy_of, stored
from warehouse import ExportRecord, open_warehouse

INVOICES = "2026-10-01/stripe/invoices.csv"


def test_it_counts_what_it_brought_back_and_says_what_it_could_not(
    cartera: Cartera, company: Path
) -> None:
    settings = load_settings(company)
    copy = stored((b"a,b\n",), settings.archive)
    shutil.rmtree(settings.landing)
    with open_warehouse(settings.warehouse_url) as warehouse:
        export = ExportRecord("stripe", INVOICES, copy.sha256, copy.size, "")
        promote(warehouse, OCTOBER, [export], {})
    code, out, err = cartera("restore", "--company", company)
    assert (code, out, err) == (0, "1 file brought back, 0 were right already\n", "")
    assert (Path(settings.landing) / INVOICES).read_bytes() == b"a,b\n"

    copy_of(settings.archive, copy.sha256).unlink()
    code, out, err = cartera(
        "restore", "--company", company, "--landing", company / "here", "--lang", "es"
    )
    assert (code, out) == (1, "0 archivos recuperados, 0 ya estaban bien\n")
    assert "invoices.csv: no se recuperó, porque falta" in err


def test_a_warehouse_without_files_is_one_sentence(cartera: Cartera, company: Path) -> None:
    code, out, err = cartera("restore", "--company", company)
    assert (code, out) == (1, "")
    assert "the warehouse knows of no published file and no export" in err
    assert err.count("\n") == 1
