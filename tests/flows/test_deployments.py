"""docs/deploying.md, typed as it stands: a server, a worker, and a scheduled run that ends."""

import json
import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
from page_shell import Shell, automated, end, ended, eventually, free_port, quiet, typed
from quoting_faults import break_once, can_break, found_in, has_broken, values_of_customers
from receivers import Hook, webhook
from sqlalchemy import URL, NullPool, create_engine

from samples import generate

pytestmark = pytest.mark.thorough


ASKED = """
[schedule]
awaited = ["stripe/invoices*.csv"]
[notify]
slack = true
[run]
log = "logs/steps.jsonl"
"""


@pytest.fixture(scope="module")
def room() -> Iterator[Hook]:
    """Where the company's notices go."""
    with webhook() as hook:
        yield hook


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
def deployed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, room: Hook
) -> Iterator[Shell]:
    """A fresh company with server, pool, deployments and worker, as the page says."""
    folder = tmp_path_factory.mktemp("deployed")
    environment = quiet(folder) | can_break(folder / "faults")
    environment["CARTERA_SLACK_WEBHOOK"] = room.address
    if request.param == "postgresql":
        environment |= _on_postgres(request)
    generate(folder / "acme", 2, 7)
    settings = folder / "acme" / "cartera.toml"
    settings.write_text(settings.read_text() + ASKED)
    shell = Shell(folder / "acme", free_port(), environment)
    lines = typed("Monthly and quarterly runs")
    until = next(n for n, line in enumerate(lines) if "worker_process" in line)
    # What Prefect's server says of itself is not ours: on SQLite it logs a locked database of its
    # own with a traceback, and goes on.
    (server,) = [n for n, line in enumerate(lines) if "server start" in line]
    lines[server] = lines[server].replace(" &", f" > {folder / 'server'} 2>&1 &")
    with (folder / "said").open("w") as said:
        process = shell.started(lines[: until + 1], said)
        try:
            eventually(lambda: shell.ask("work_pools/cartera/workers/filter", {}), "the worker")
            yield shell
        finally:
            end(process)


def _on_postgres(request: pytest.FixtureRequest) -> dict[str, str]:
    """Prefect's own database on the session's server, whose role may make no extension: somebody
    who may has, as the page says."""
    server = request.getfixturevalue("_postgres")
    if isinstance(server, str):
        pytest.skip(server)
    url = server.create_database()
    request.addfinalizer(lambda: server.drop_database(url))
    (made,) = [line for line in typed("As services", "") if line.startswith("psql ")]
    (statement,) = re.findall(r"^psql -d prefect -c '(.*)'$", made)
    role, password = f"prefect_{os.getpid()}", "of-the-test"
    _done_in(
        url,
        statement,
        f"CREATE ROLE {role} LOGIN PASSWORD '{password}'",
        f"GRANT CREATE, USAGE ON SCHEMA public TO {role}",
    )
    request.addfinalizer(lambda: _done_in(url, f"DROP OWNED BY {role}", f"DROP ROLE {role}"))
    driven = url.set(drivername="postgresql+asyncpg", username=role, password=password)
    address = driven.render_as_string(hide_password=False)
    return {"PREFECT_SERVER_DATABASE_CONNECTION_URL": address}


def _done_in(url: URL, *statements: str) -> None:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_every_company_gets_its_schedules_in_its_own_zone(deployed: Shell) -> None:
    deployments = {item["name"]: item for item in deployed.ask("deployments/filter", {})}
    assert set(deployments) == {"monthly", "quarterly", "watch"}
    (looks,) = deployments["watch"]["schedules"]
    assert looks["schedule"]["rrule"].endswith("RRULE:FREQ=MINUTELY;INTERVAL=30")
    for name, months in (("monthly", set(range(1, 13))), ("quarterly", {1, 4, 7, 10})):
        assert deployments[name]["parameters"]["company"] == str(deployed.company)
        wanted = {"deployments": {"id": {"any_": [deployments[name]["id"]]}}}
        runs = eventually(
            lambda wanted=wanted: deployed.ask("flow_runs/filter", wanted), f"a {name} run"
        )
        starts = [datetime.fromisoformat(run["expected_start_time"]) for run in runs]
        local = [start.astimezone(ZoneInfo("America/Mexico_City")) for start in starts]
        assert {moment.hour for moment in local} == {6}
        assert {moment.month for moment in local} <= months
        assert all(3 <= moment.day <= 8 and moment.weekday() < 5 for moment in local)


def exports() -> list[str]:
    lines = typed("Monthly and quarterly runs")
    return [line for line in lines if line.startswith("export ")]


def asked_for(what: str) -> str:
    """The page's line that starts a run of it at once."""
    (line,) = [
        line for line in typed("Monthly and quarterly runs") if f"run 'cartera {what}/" in line
    ]
    return line


def started(shell: Shell, what: str, *options: str) -> None:
    line = f".venv/bin/prefect deployment run '{what}' {' '.join(options)}"
    code, said = shell.done([*exports(), line])
    assert code == 0, said


@pytest.fixture(scope="module")
def tickets(deployed: Shell) -> Iterator[Hook]:
    """What the page's automation calls."""
    with webhook() as hook:
        automated(deployed, exports(), hook.address)
        yield hook


@dataclass(frozen=True)
class Ended:
    """A scheduled run that holds a client back, once more after a fault of the moment, and a look
    that a fault ended, of a company that moved since it was deployed."""

    run: dict[str, Any]
    look: dict[str, Any]
    customers: set[str]
    """All that the faults quoted, and more."""


@pytest.fixture(scope="module")
def both(deployed: Shell, tickets: Hook) -> Ended:
    settings, folder = deployed.company / "cartera.toml", deployed.company.parent
    settings.write_text(settings.read_text().replace("America/Mexico_City", "America/Bogota"))
    landed = (deployed.company / "landing" / "2026-10-01" / "salesforce").glob("*.csv")
    break_once(folder / "faults", "".join(file.read_text("utf-8") for file in landed))
    code, said = deployed.done([*exports(), asked_for("report"), asked_for("watch")])
    assert code == 0, said
    (run,) = eventually(lambda: ended(deployed, "quarterly"), "the run's end")
    # One of the schedule's own may have come first, and ours would then have been left out.
    look = eventually(
        lambda: next((r for r in ended(deployed, "watch") if r["state_name"] == "Broken"), None),
        "the look's end",
    )
    # The state is kept before the worker's log says so.
    eventually(
        lambda: "Finished in state ClientsHeld" in (folder / "said").read_text(),
        "the log's last line",
    )
    assert has_broken(folder / "faults", "run")
    return Ended(run, look, values_of_customers(deployed.company))


def artifact_of(shell: Shell, run: dict[str, Any]) -> str:
    wanted = {"flow_runs": {"id": {"any_": [run["id"]]}}}
    (artifact,) = shell.ask("artifacts/filter", wanted)
    return artifact["data"]


def test_a_scheduled_run_ends_and_its_state_says_how(deployed: Shell, both: Ended) -> None:
    run = both.run
    assert "Traceback" not in (deployed.company.parent / "said").read_text()  # the state says how
    # The sample company has one client whose invoice does not add up.
    assert (run["state_name"], run["state_type"]) == ("ClientsHeld", "FAILED"), run["state"]
    assert "2026-Q3" in run["state"]["message"]
    assert list(deployed.company.glob("output/2026-Q3/manifest.json"))
    artifacts = deployed.ask("artifacts/filter", {"flow_runs": {"id": {"any_": [run["id"]]}}})
    assert [item["key"] for item in artifacts] == ["cartera-report"]
    events = {"filter": {"event": {"name": ["prefect.flow-run.ClientsHeld"]}}, "limit": 10}
    told = eventually(lambda: deployed.ask("events/filter", events)["events"], "the event")
    assert [item["resource"]["prefect.resource.id"] for item in told] == [
        f"prefect.flow-run.{run['id']}"
    ]


def test_an_automation_acts_on_held_clients_and_on_a_fault(both: Ended, tickets: Hook) -> None:
    held = f"cartera report, ClientsHeld: {both.run['state']['message']}"
    broken = f"cartera watch, Broken: {both.look['state']['message']}"
    eventually(lambda: {held, broken} <= called(tickets), "the automation's calls")
    assert not found_in(str(called(tickets)), both.customers)


def called(tickets: Hook) -> set[str]:
    return {body["text"] for body in tickets.taken}


def test_a_schedule_in_another_zone_than_the_company_is_told_by_runs_and_looks(
    deployed: Shell, both: Ended, room: Hook
) -> None:
    zones = "America/Mexico_City, cartera.toml in America/Bogota: deploy again"
    for run in (both.run, both.look):
        assert f"schedule counts in the time zone {zones}" in artifact_of(deployed, run)
    in_spanish = "America/Mexico_City, cartera.toml en America/Bogota: despliegue de nuevo"
    eventually(
        lambda: sum(in_spanish in str(message) for message in room.taken) >= 2,
        "the notices of how run and look ended",
    )


def test_no_log_holds_a_customers_values(deployed: Shell, both: Ended) -> None:
    folder = deployed.company.parent
    steps = (deployed.company / "logs" / "steps.jsonl").read_text("utf-8")
    parts = [json.loads(line) for line in steps.splitlines()]
    assert {part["run"] for part in parts if part["step"] == "publish"} == {run_of(deployed)}
    shards = [part for part in parts if part["shard"] is not None]
    assert shards
    assert all(part["accounts"] for part in shards)
    logs = {
        "worker": (folder / "said").read_text("utf-8"),
        "server": (folder / "server").read_text("utf-8"),
        "steps": str(parts),
        "prefect": str(logs_of(deployed)),
        "states": str([deployed.ask(f"{of}/filter", {}) for of in ("flow_runs", "task_runs")]),
    }
    assert "KeyError at " in logs["worker"]
    assert "KeyError at " in logs["prefect"]
    assert found_in(artifact_of(deployed, both.run), both.customers), "it names the clients"
    assert {name: found_in(text, both.customers) for name, text in logs.items()} == {
        name: [] for name in logs
    }


def run_of(shell: Shell) -> str:
    (manifest,) = shell.company.glob("output/2026-Q3/manifest.json")
    return json.loads(manifest.read_text("utf-8"))["run_id"]


def logs_of(shell: Shell) -> list[str]:
    """All that Prefect keeps of what runs logged."""
    kept: list[str] = []
    while page := shell.ask("logs/filter", {"offset": len(kept), "limit": 200}):
        kept += [record["message"] for record in page]
    return kept


@pytest.mark.long
def test_missed_runs_come_one_after_the_other_each_for_its_own_period(deployed: Shell) -> None:
    for missed in ("2026-08-05 06:00", "2026-09-03 06:00"):
        started(deployed, "cartera report/monthly", f"--start-at '{missed}'")
    runs = eventually(
        lambda: runs if len(runs := ended(deployed, "monthly")) == 2 else None, "both runs' end"
    )
    first, second = sorted(runs, key=lambda run: run["start_time"])
    assert first["end_time"] <= second["start_time"]
    told = sorted(run["state"]["message"].split(":")[0] for run in runs)
    assert told == ["2026-07", "2026-08"]


@pytest.mark.long
def test_the_watcher_starts_the_runs_once_what_is_awaited_is_there(deployed: Shell) -> None:
    first = deployed.company / "landing" / "2026-10-01"
    invoices = first / "stripe" / "invoices.csv"
    kept = invoices.rename(deployed.company / "kept.csv")
    before = len(ended(deployed, "watch"))

    def look(settled: str = "1") -> dict[str, Any]:
        nonlocal before
        options = ("-p period=2026-09", f"-p settled_after_seconds={settled}")
        started(deployed, "cartera watch/watch", *options)
        before += 1
        return eventually(
            lambda: runs[-1] if len(runs := ended(deployed, "watch")) == before else None, "a look"
        )

    late = look()
    assert (late["state_name"], late["state_type"]) == ("LateFeeds", "FAILED")
    assert "stripe/invoices*.csv" in late["state"]["message"]
    kept.rename(invoices)
    for _ in range(2):  # the same files start their runs once
        whole = look()
        assert (whole["state_name"], whole["state_type"]) == ("Complete", "COMPLETED")
    months = eventually(
        lambda: [run for run in ended(deployed, "monthly") if run["parameters"].get("period")],
        "the watched month's run",
    )
    assert [run["state"]["message"].split(":")[0] for run in months] == ["2026-09"]
    assert months[0]["id"] in whole["state"]["message"]
    eventually(lambda: "2026-Q3" in quarters_of(deployed), "the quarter's run")


def quarters_of(shell: Shell) -> list[str]:
    return [run["parameters"].get("period", "") for run in ended(shell, "quarterly")]


@pytest.mark.long
def test_looks_that_were_missed_are_not_made_up_for(deployed: Shell) -> None:
    (watch,) = deployed.ask("deployments/filter", {"deployments": {"name": {"any_": ["watch"]}}})
    limits = watch["global_concurrency_limit"]["limit"], watch["concurrency_options"]
    assert limits == (1, {"collision_strategy": "CANCEL_NEW", "grace_period_seconds": None})


def test_nobody_without_the_password_is_answered(deployed: Shell) -> None:
    with pytest.raises(HTTPError, match="401"):
        urlopen(f"{deployed.api}/flow_runs/count", data=b"{}", timeout=10)


def test_deploying_nobody_is_one_sentence(deployed: Shell) -> None:
    nobody = {
        name: said for name, said in deployed.environment.items() if name != "CARTERA_COMPANY"
    }
    lines = [line for line in typed("Monthly and quarterly runs") if "CARTERA_COMPANY" not in line]
    kept = [line for line in lines if line.startswith("export ") or "deploy --all" in line]
    code, said = Shell(deployed.company, deployed.port, nobody).done(kept)
    assert code == 1
    assert "no company is named to deploy: set CARTERA_COMPANY" in said
    assert "Traceback" not in said


def worker_of(shell: Shell) -> int:
    """The process that was started as the page says."""
    for found in Path("/proc").glob("[0-9]*"):
        try:
            is_worker = b"flows.worker_process" in (found / "cmdline").read_bytes()
            if is_worker and shell.api.encode() in (found / "environ").read_bytes():
                return int(found.name)
        except OSError:  # it ended meanwhile, or is somebody else's
            continue
    raise AssertionError("the worker is not there")


def has_ended(process: int) -> bool:
    """Whether it is gone, or waits for nothing but to be asked how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_a_worker_that_is_stopped_ends_its_run_first(deployed: Shell, tickets: Hook) -> None:
    """The last test: nobody works afterwards."""
    worker = worker_of(deployed)
    started(deployed, "cartera report/monthly", "-p period=2026-05")
    wanted = {  # a look of the schedule's own may be on
        "deployments": {"name": {"any_": ["monthly"]}},
        "flow_runs": {"state": {"type": {"any_": ["RUNNING"]}}},
    }
    (run,) = eventually(lambda: deployed.ask("flow_runs/filter", wanted), "a run's start")
    os.kill(worker, signal.SIGTERM)
    eventually(lambda: has_ended(worker), "the worker's end")
    assert deployed.ask(f"flow_runs/{run['id']}")["state_type"] == "CRASHED"
    assert "Traceback" not in (deployed.company.parent / "said").read_text()
    eventually(
        lambda: any(text.startswith("cartera report, Crashed: ") for text in called(tickets)),
        "the automation's call",
    )
