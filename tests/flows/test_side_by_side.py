"""Two commands at once on one SQLite warehouse: of different periods each publishes what it would
alone, of the same period one does and the other says why it does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_company import small_company
from victims import OF_SMALL_COMPANY, WarmVictim
from warm_runs import warm_runs

from flows.temporary_server import temporary_server

QUARTER, BEFORE = "2026-Q3", "2026-Q2"
IN_PROGRESS = f"Error: a run of {QUARTER} is in progress in this warehouse"

MakeCompany = Callable[[str], WarmVictim]


@pytest.fixture
def make_company(tmp_path: Path) -> Iterator[MakeCompany]:
    """Makes the smallest company, each in a folder of its own."""
    with temporary_server() as prefect, warm_runs() as runs:
        prefect.wait_until_ready()

        def make(name: str) -> WarmVictim:
            folder = tmp_path / name
            small_company(folder)
            (folder / "tmp").mkdir()
            url = f"sqlite:///{folder}/warehouse.db"
            return WarmVictim(folder, url, QUARTER, OF_SMALL_COMPANY, runs)

        yield make


def together(company: WarmVictim, *periods: str) -> list[tuple[int, str]]:
    """How runs of these periods ended that started at once, and what each said."""
    said = [company.folder / f"said-{number}.txt" for number in range(len(periods))]
    runs = [
        company.runs.started(company.folder, period, company.url, path)
        for period, path in zip(periods, said, strict=True)
    ]
    return [
        (company.runs.ended(run), path.read_text()) for run, path in zip(runs, said, strict=True)
    ]


@pytest.mark.long
def test_two_periods_at_once_give_the_same_bytes_as_one_after_the_other(
    make_company: MakeCompany,
) -> None:
    after, at_once = make_company("after"), make_company("at-once")
    for period in (BEFORE, QUARTER):
        ((code, said),) = together(after, period)
        assert code == 0, said
    for code, said in together(at_once, BEFORE, QUARTER):
        assert code == 0, said
    assert {path.split("/")[1] for path in after.published()} == {BEFORE, QUARTER}
    assert at_once.published() == after.published()
    at_once.assert_whole()


@pytest.mark.thorough
def test_of_two_runs_of_a_period_at_once_one_ends_well_and_the_other_says_why_not(
    make_company: MakeCompany,
) -> None:
    company = make_company("company")
    (_, _), (code, said) = sorted(ends := together(company, QUARTER, QUARTER))
    assert [end for end, _ in sorted(ends)] == [0, 1]
    assert (code, IN_PROGRESS in said) == (1, True), said
    assert "Traceback" not in said
    company.assert_whole()
