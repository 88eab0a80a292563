"""Asana's tasks, Zoom's and Teams' meetings: lists of lists, through servers in public forms."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from extract_runs import (
    ACCOUNTS,
    FetchingCompany,
    land_accounts,
    landed,
    own_system,
    rows_of,
    told,
)
from fake_systems import FakeSystem
from vendor_answers import LATELY, NOW, Asana, Graph, Zoom, day, task

from messages.errors import worded
from pipeline.fetching.check import checked_feeds
from pipeline.fetching.fetching import Surroundings

pytestmark = pytest.mark.thorough

LINKS = "system,external_id,account_id,decision\n"
MORE = '[[sources]]\nmapping = "own_accounts.toml"\n'


def checked(company: FetchingCompany) -> list[str]:
    """What a check of keys and rights tells."""
    (feed,) = checked_feeds(company.settings, None, Surroundings(wait=company.pauses.append))
    return [worded(item, "en") for item in feed.missing]


@pytest.fixture
def asana(fetching, monkeypatch) -> Iterator[tuple[FetchingCompany, FakeSystem, Asana]]:
    monkeypatch.setenv("CARTERA_ASANA_TOKEN", "pat")
    links = LINKS + "asana,Norte,A,yes\nasana,Sur,B,yes\n"
    files = {"account_map__csv": links, "own_accounts__toml": ACCOUNTS}
    system = Asana()
    with fetching("asana", "asana", system, "Bearer pat", MORE, **files) as (company, fake):
        land_accounts(company, "A", "B")
        yield company, fake, system


def tasks(company: FetchingCompany) -> dict[str, tuple[str, str]]:
    return {
        row["task_id"]: (row["account_id"], row["task_name"]) for row in rows_of(company, "tasks")
    }


def test_asana_project_by_project(asana):
    company, fake, _ = asana
    assert told(company) == ""
    assert [asked["project"] for asked in fake.asked("/api/1.0/tasks")] == ["p1", "p1", "p2"]
    assert landed(company, "asana")[2:] == [
        *(f"tasks-00000{number}.json" for number in (1, 2, 3)),
        "workspaces-000001.json",
    ]
    rows = {row["task_id"]: row for row in rows_of(company, "tasks")}
    assert sorted(rows) == ["1", "2", "3", "4"], "a task of two projects is one"
    assert rows["2"]["account_id"] == "A"
    assert rows["2"]["is_milestone"]
    assert rows["3"]["assignee"] == "Ana"
    assert f"{rows['1']['completed_date']:%Y-%m-%d}" == "2026-07-30"
    assert {row["category"] for row in rows.values()} == {"training"}


def test_asana_later_asks_for_what_was_modified(asana):
    company, fake, system = asana
    company.fetch()
    fake.requests.clear()
    system.changed = {"p2": [task("4", "Sur", name="Renamed")]}
    assert told(company) == ""
    since = {asked["modified_since"] for asked in fake.asked("/api/1.0/tasks")}
    (moment,) = map(datetime.fromisoformat, since)
    assert timedelta(hours=47) < NOW - moment < timedelta(hours=49)
    assert tasks(company)["4"] == ("B", "Renamed")
    assert len(tasks(company)) == 4


def test_asana_killed_between_two_projects_goes_on_there(asana):
    company, fake, system = asana
    whole, system.tasks = system.tasks, {"p1": system.tasks["p1"]}
    refused = Asana.__call__

    def fails(path: str, asked: Mapping[str, str]) -> Any:
        return 400 if asked.get("project") == "p2" else refused(system, path, asked)

    fake.respond = fails
    assert "refuses to list tasks (status 400)" in told(company)
    system.tasks, fake.respond = whole, system
    fake.requests.clear()
    assert told(company) == ""
    assert [asked["project"] for _, asked in fake.requests] == ["p2"]


def test_lists_below_others_are_checked_too(asana):
    company, fake, system = asana
    assert checked(company) == []
    assert [path.rpartition("/")[2] for path, _ in fake.requests] == [
        "workspaces",
        "projects",
        "tasks",
    ]
    fake.respond = lambda path, asked: 403 if path.endswith("tasks") else system(path, asked)
    (said,) = checked(company)
    assert "may not read tasks; give it the right “tasks:read” at https://app.asana.com" in said


@pytest.fixture
def zoom(fetching, monkeypatch) -> Iterator[tuple[FetchingCompany, FakeSystem, Zoom]]:
    for name in ("ACCOUNT_ID", "CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.setenv(f"CARTERA_ZOOM_{name}", name.lower())
    files = {
        "account_map__csv": f"{LINKS}zoom,111,A,yes\n",
        "own_accounts__toml": ACCOUNTS,
        "zoom__toml": own_system("zoom", "https://zoom.us"),
    }
    system = Zoom()
    with fetching("zoom.toml", "zoom", system, "Bearer t", MORE, **files) as (company, fake):
        fake.tokens = iter([b'{"access_token": "t"}'] * 3)
        land_accounts(company, "A")
        yield company, fake, system


def test_zoom_host_by_host_month_by_month_with_who_was_there(zoom):
    company, fake, _ = zoom
    assert told(company) == ""
    assert fake.forms == ["grant_type=account_credentials&account_id=account_id"]
    asked = fake.asked("/v2/report/users/u2/meetings")
    spans = [
        (datetime.fromisoformat(item["from"]), datetime.fromisoformat(item["to"])) for item in asked
    ]
    assert all(end - start <= timedelta(days=28) for start, end in spans)
    assert day(spans[0][0]) == day(NOW - timedelta(days=180))
    assert day(spans[-1][1]) == day(NOW)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    names = [name for name in landed(company, "zoom") if "participants" in name]
    assert names == ["participants@%2Fab%2Bc%2F%2Fd%3D%3D-000001.json"]
    (meeting,) = rows_of(company, "meetings")
    assert (meeting["account_id"], meeting["subject"]) == ("A", "QBR")
    assert meeting["is_with_client"]
    assert meeting["is_review"]
    assert day(meeting["starts_at"]) == day(LATELY)


def test_zoom_later_asks_for_the_last_days_and_keeps_what_was_had(zoom):
    company, fake, system = zoom
    company.fetch()
    fake.requests.clear()
    system.lack = ""
    assert told(company) == ""
    (asked,) = fake.asked("/v2/report/users/u1/meetings")
    assert asked["from"] == day(NOW - timedelta(days=2))
    assert len(rows_of(company, "meetings")) == 1


def test_zoom_without_a_right_or_a_right_key_is_told_with_its_page(zoom):
    company, fake, system = zoom
    fake.respond = lambda path, asked: 403 if "participants" in path else system(path, asked)
    said = told(company)
    assert "“report:read:list_meeting_participants:admin” at https://marketplace.zoom.us" in said
    fake.tokens = iter([b'{"reason": "Invalid client_id or client_secret"}'] * 2)
    assert "Zoom refuses the key" in told(company)


@pytest.fixture
def teams(fetching, monkeypatch) -> Iterator[tuple[FetchingCompany, FakeSystem]]:
    monkeypatch.setenv("CARTERA_TEAMS_CLIENT_ID", "id")
    monkeypatch.setenv("CARTERA_TEAMS_CLIENT_SECRET", "hush")
    files = {
        "account_map__csv": f"{LINKS}teams,Norte weekly,A,yes\n",
        "own_accounts__toml": ACCOUNTS,
        "teams__toml": own_system("teams", "https://login.microsoftonline.com"),
    }
    more = f'values = {{ tenant = "t", group = "g" }}\n{MORE}'
    with fetching("teams.toml", "teams", Graph(), "Bearer t", more, **files) as (company, fake):
        fake.tokens = iter([b'{"access_token": "t"}'] * 3)
        land_accounts(company, "A")
        yield company, fake


def test_teams_meetings_with_who_attended(teams):
    company, fake = teams
    assert told(company) == ""
    assert fake.headers[0]["ConsistencyLevel"] == "eventual", "a group's users are asked for so"
    assert len(fake.asked("/v1.0/users/o1/onlineMeetings")) == 1, "a series is asked for once"
    names = [name for name in landed(company, "teams") if name.startswith("attendance@")]
    assert names == ["attendance@M%3D-000001.json", "attendance@M%3D-000002.json"]
    held = {row["meeting_id"]: row for row in rows_of(company, "meetings")}
    assert {row["account_id"] for row in held.values()} == {"A"}
    assert {key: bool(row["is_with_client"]) for key, row in held.items()} == {
        "r1": False,
        "r2": True,
    }
    assert day(held["r2"]["starts_at"]) == day(NOW - timedelta(days=20))


def test_teams_later_brings_no_report_that_is_known(teams):
    company, fake = teams
    company.fetch()
    fake.requests.clear()
    assert told(company) == ""
    assert not [path for path, _ in fake.requests if "attendanceReports/" in path]
    assert len(rows_of(company, "meetings")) == 2


def test_teams_without_the_access_policy_is_told(teams):
    company, fake = teams
    graph = fake.respond
    fake.respond = lambda path, asked: 403 if "onlineMeetings" in path else graph(path, asked)
    assert (
        "an application access policy for the organisers” at https://entra.microsoft.com"
        in told(company)
    )
    (said,) = checked(company)
    assert "online_meetings" in said
