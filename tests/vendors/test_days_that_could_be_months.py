"""Days whose day and month could be swapped: the files tell, and where they do not, it is said."""

from pathlib import Path

import pytest
from whole_company import WholeCompany, account_rows, write_company

from messages.errors import worded
from pipeline.ingest.ingest import ingest
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

ZOOM = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
602 {number},Weekly,{start},{start},a@b.example,30,2

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Ana,a@b.example,{start},{start},30,No
Bob,,{start},{start},30,Yes
"""


def of_zoom(folder: Path, *starts: str) -> WholeCompany:
    """A company with a meeting at each of the starts, whose account is its ID's."""
    links = "system,external_id,account_id,decision\n" + "".join(
        f"zoom,602 {number},A,yes\n" for number in range(len(starts))
    )
    files = {"Account.csv": account_rows(["A"]), "account_map.csv": links}
    for number, start in enumerate(starts):
        files[f"meeting_{number}.csv"] = ZOOM.format(number=number, start=start)
    return write_company(folder, ("account_map", "salesforce", "zoom"), files)


def told(company: WholeCompany) -> list[str]:
    return [worded(clause, "en") for clause in company.checked.files_told]


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (
            ["03/04/2026 09:00:00 AM"],
            "zoom: in 1 file nothing tells the day from the month, as in ",
        ),
        (["03/04/2026 09:00", "05/06/2026 09:00"], "zoom: in 2 files nothing tells"),
        (["03/04/2026 09:00:00 AM", "25/04/2026 09:00:00 AM"], "zoom: in 1 file nothing tells"),
        (["03/04/2026 09:00:00 AM", "04/25/2026 09:00:00 AM"], ""),
        (["04/04/2026 09:00:00 AM"], ""),
        (["2026-04-03 09:00:00"], ""),
    ],
)
def test_meetings_on_days_that_could_be_months_are_told(
    tmp_path: Path, starts: list[str], said: str
) -> None:
    sentences = told(of_zoom(tmp_path, *starts))
    assert len(sentences) == bool(said)
    assert not said or (sentences[0].startswith(said) and starts[0] in sentences[0])


def test_the_day_that_it_was_taken_for_is_said(tmp_path: Path) -> None:
    (sentence,) = told(of_zoom(tmp_path, "03/04/2026 09:00:00 AM"))
    assert "as in 03/04/2026 09:00:00 AM, which was read as 2026-03-04." in sentence


def test_a_run_tells_it_too(tmp_path: Path) -> None:
    company = of_zoom(tmp_path, "03/04/2026 09:00:00 AM")
    with open_warehouse(company.settings.warehouse_url) as warehouse:
        (ingested,) = ingest(company.settings, warehouse)
    assert [worded(clause, "en") for clause in ingested.told] == told(company)
