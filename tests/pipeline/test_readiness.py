"""What a run needs is looked at before anything is read, and all that is wrong is told at once."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from another_figure import another_figure
from command_line import Cartera

from messages.errors import worded
from pipeline.publishing.brand import BrandFileMissingError
from pipeline.readiness import LittleSpaceError, NotReadyError, PlaceNotWritableError, ready
from pipeline.settings import BrandChoice, Settings, load_settings
from pipeline.settings_section import FetchedSystem, Fetching
from sources.landing.places.errors import LandingMissingError

_Usage = namedtuple("_Usage", "total used free")


@pytest.fixture
def settings(company: Path) -> Settings:
    return load_settings(company)


def files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and "warehouse" not in path.name}


def test_a_company_that_can_run_is_left_as_it_was(settings: Settings) -> None:
    before = files_of(settings.root)
    assert ready(settings) is settings
    assert files_of(settings.root) == before
    assert not settings.output.exists()


def _broken_landing(settings: Settings) -> Settings:
    shutil.rmtree(settings.landing)
    return settings


def _broken_output(settings: Settings) -> Settings:
    settings.output.write_text("a file in the way")
    return settings


def _broken_archive(settings: Settings) -> Settings:
    (settings.root / "file").touch()
    return replace(settings, archive=settings.root / "file" / "archive")


def _broken_warehouse(settings: Settings) -> Settings:
    return replace(settings, warehouse_url=f"sqlite:///{settings.root}/none/warehouse.db")


def _broken_brand(settings: Settings) -> Settings:
    return replace(settings, brand=BrandChoice(logo="none.png"))


def _with_cluster(settings: Settings) -> Settings:
    return replace(settings, dask="tcp://scheduler:8786")


MISSPELT = """
from transforms.billing.document_rows import ISSUED
from transforms.metrics.amounts import Count
from transforms.metrics.figures import Value
from transforms.metrics.kpi import KpiSpec, RollUp, Unit

FIGURE = Value(Count(ISSUED, lambda rows, _: rows["stutus"] == "paid"))
SPECS = (KpiSpec("kestrels", Unit.COUNT, RollUp.SUM, ("invoices",), "a newcomer", FIGURE),)
"""


def test_a_figure_of_a_misspelt_column_is_one_sentence_before_a_file_is_read(
    settings: Settings, cartera: Cartera, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("flows.temporary_server.temporary_server", nullcontext)
    before = files_of(settings.root)
    words = "kpi-kestrels = Kestrels\n    .definition = Documents paid.\n"
    with another_figure(tmp_path, {"kestrels": MISSPELT}, words):
        code, out, told = cartera(
            "run", "--period", "2026-Q3", "--company", settings.root, "--lang", "es"
        )
    assert (code, out) == (1, ""), told
    assert told.splitlines() == [
        "Error: transforms/kpis/kestrels.py: kestrels nombra la columna «stutus», que las filas de "
        "invoices no tienen ahí; nombre una de docs/tables.md, o una que se añada a sus filas."
    ]
    assert files_of(settings.root) == before


BREAKS: tuple[tuple[Callable[[Settings], Settings], str], ...] = (
    (_broken_landing, "landing is not there"),
    (_broken_output, "[places] output"),
    (_broken_archive, "[places] archive"),
    (_broken_warehouse, "does not exist"),
    (_broken_brand, "[brand] logo"),
    (_with_cluster, "[run] dask needs a warehouse that several machines reach"),
)


@pytest.mark.parametrize(("break_it", "said"), BREAKS)
def test_one_fault_is_its_own_sentence(
    settings: Settings, break_it: Callable[[Settings], Settings], said: str
) -> None:
    kinds = (LandingMissingError, PlaceNotWritableError, BrandFileMissingError, Exception)
    with pytest.raises(kinds) as caught:
        ready(break_it(settings))
    assert not isinstance(caught.value, NotReadyError)
    assert said in str(caught.value)


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_faults_are_told_at_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for break_it, _ in BREAKS:
        settings = break_it(settings)
    monkeypatch.setattr("shutil.disk_usage", lambda _: _Usage(10**9, 10**9, 50_000_000))
    with pytest.raises(NotReadyError) as caught:
        ready(settings)
    lines = worded(caught.value, language).splitlines()
    assert len(lines) == 1 + len(BREAKS) + 1
    if language == "en":
        for said in [*(said for _, said in BREAKS), "has 50 MB left"]:
            assert sum(said in line for line in lines) == 1, said


def test_what_is_away_may_be_there_in_a_moment_unless_something_else_is_wrong(
    settings: Settings,
) -> None:
    away = replace(
        settings,
        landing="sftp://ana@127.0.0.1:9/in",
        warehouse_url="postgresql+psycopg://nobody@127.0.0.1:9/none",
    )
    with pytest.raises(NotReadyError) as caught:
        ready(away)
    assert caught.value.may_heal
    with pytest.raises(NotReadyError) as caught:
        ready(_broken_output(away))
    assert not caught.value.may_heal


def test_a_full_disk_is_told_once_whatever_lies_on_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: _Usage(10**9, 10**9, 0))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(settings.root))
    with pytest.raises(LittleSpaceError, match="has 0 MB left, and a run needs 200 MB"):
        ready(settings)


def test_a_landing_place_that_a_fetch_will_make_is_not_missed(settings: Settings) -> None:
    shutil.rmtree(settings.landing)
    ready(replace(settings, fetch=Fetching(systems=(FetchedSystem(system="stripe"),))))
