"""A run whose cartera.toml names a place for its files: they come there, or the run says so."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from small_company import LANDED, small_company
from victims import OF_SMALL_COMPANY, WarmVictim, digest
from warm_runs import warm_runs

from flows.temporary_server import temporary_server
from warehouse import RunState, open_warehouse

pytestmark = pytest.mark.thorough

NOT_BROUGHT = 3
UNDELIVERED = "Undelivered"


@pytest.fixture
def company(tmp_path: Path) -> Iterator[WarmVictim]:
    """The smallest company, which wants its files in the folder `share`."""
    folder = tmp_path / "company"
    small_company(folder)
    for name in ("tmp", "share"):
        (folder / name).mkdir()
    with (folder / "cartera.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[deliver]]\nto = "share"\n')
    with temporary_server() as prefect, warm_runs() as runs:
        prefect.wait_until_ready()
        url = f"sqlite:///{folder}/warehouse.db"
        yield WarmVictim(folder, url, "2026-Q3", OF_SMALL_COMPANY, runs)


def test_a_target_that_refuses_names_the_end_and_gets_the_rest_with_the_next_run(
    company: WarmVictim,
) -> None:
    share, away = company.folder / "share", company.folder / "away"
    company.undisturbed()
    first = brought(share)
    assert first.items() >= of_output(company).items()
    assert any("manifest" in path for path in first)
    assert flow_run_of(company)["state"]["name"] == "Completed"

    land_more(company.folder)
    share.rename(away)
    assert company.runs.ended(company.started()) == NOT_BROUGHT
    published = of_output(company)
    assert len(published) > len(of_output(company, first))
    assert (share.exists(), brought(away)) == (False, first)
    flow_run = flow_run_of(company)
    assert (flow_run["state"]["type"], flow_run["state"]["name"]) == ("FAILED", UNDELIVERED)
    told = f"{share} was not brought all of the files (no such file or directory)"
    assert told in artifact_of(flow_run["id"]).replace("\\", "")
    with open_warehouse(company.url) as warehouse:
        assert warehouse.runs(1)[0].state is RunState.PARTLY_PUBLISHED

    away.rename(share)
    company.undisturbed()
    assert of_output(company) == published  # made by the run before
    assert brought(share).items() >= (first | published).items()
    company.assert_whole()


def land_more(folder: Path) -> None:
    """One client's invoice of the quarter, corrected a day later."""
    first = folder / "landing" / LANDED
    later = folder / "landing" / "2026-10-02"
    later.mkdir()
    for path in first.iterdir():
        text = path.read_text(encoding="utf-8")
        (later / path.name).write_text(text.replace("109.10", "209.10", 1), encoding="utf-8")


def of_output(company: WarmVictim, only: dict[str, str] | None = None) -> dict[str, str]:
    """What readers are given, by its path inside the output place, or only what is in both."""
    found = {path.removeprefix("output/"): sha for path, sha in company.published().items()}
    return found if only is None else {path: sha for path, sha in found.items() if path in only}


def brought(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest(path)
        for path in folder.rglob("*")
        if path.is_file()
    }


def flow_run_of(company: WarmVictim) -> dict[str, Any]:
    """Prefect's own of the company's last run."""
    runs = answered(
        httpx.post(
            f"{os.environ['PREFECT_API_URL']}/flow_runs/filter", json={"sort": "START_TIME_DESC"}
        )
    )
    return next(run for run in runs if run["parameters"]["company"] == str(company.folder))


def artifact_of(flow_run_id: str) -> str:
    wanted = {"flow_run_id": {"any_": [flow_run_id]}, "key": {"any_": ["cartera-report"]}}
    place = f"{os.environ['PREFECT_API_URL']}/artifacts/filter"
    (found,) = answered(httpx.post(place, json={"artifacts": wanted}))
    return found["data"]


def answered(answer: httpx.Response) -> Any:
    return answer.raise_for_status().json()
