"""A fault in Cartera ends a run, or a look, in a state of its own, and quotes nobody's values."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from receivers import Hook, webhook
from small_company import small_company

pytestmark = pytest.mark.thorough

CLIENT = "Transportes del Norte"
PERIOD = "2026-Q3"


def broken(*_: object, **__: object) -> None:
    """As code does that meets what nobody thought of."""
    {"Sur": 1}[CLIENT]


@pytest.fixture(scope="module")
def prefect() -> Iterator[None]:
    """A Prefect server of this module's own."""
    from prefect.events.worker import EventsWorker
    from prefect.testing.utilities import prefect_test_harness

    EventsWorker.reset_instances_for_fork()  # as in test_report.py
    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    """The room that the company tells."""
    with webhook() as received:
        monkeypatch.setenv("CARTERA_SLACK_WEBHOOK", received.address)
        yield received


@pytest.fixture
def company(tmp_path: Path) -> Path:
    folder = tmp_path / "company"
    small_company(folder)
    with (folder / "cartera.toml").open("a") as settings:
        settings.write('[notify]\nslack = true\n[schedule]\nawaited = ["invoices.csv"]\n')
    return folder


def left_by(state: Any) -> tuple[list[tuple[str, str]], list[str]]:
    """The artifacts of a flow run by key, and everything that Prefect keeps of its states."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    of = state.state_details.flow_run_id
    runs = FlowRunFilter(id=FlowRunFilterId(any_=[of]))
    with get_client(sync_client=True) as client:
        artifacts = [
            (str(item.key), str(item.data)) for item in client.read_artifacts(flow_run_filter=runs)
        ]
        states = [*client.read_flow_run_states(of)]
        for task in client.read_task_runs(flow_run_filter=runs):
            states += [each for each in [task.state] if each]
    return artifacts, [f"{each.name}: {each.message}" for each in states]


def test_a_fault_of_a_run_has_its_state_artifact_and_notice_without_values(
    company: Path,
    hook: Hook,
    prefect: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    from flows import report
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    monkeypatch.setattr(report, "ingest", broken)
    logging.getLogger("prefect").addHandler(caplog.handler)
    state = report.report(period=PERIOD, company=str(company), return_state=True)
    logging.getLogger("prefect").removeHandler(caplog.handler)
    assert (state.name, state.type.value) == ("Broken", "FAILED")
    assert "KeyError at " in str(state.message)
    artifacts, kept = left_by(state)
    assert artifacts == [("cartera-report", state.message)]
    assert any("KeyError" in each for each in kept)
    assert len(hook.taken) == 2  # its start, and its end
    assert "KeyError at " in str(hook.taken[1])
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        (run,) = warehouse.runs(1)
    assert "KeyError" in str(run)
    assert "KeyError" in caplog.text
    everywhere = [
        *kept,
        str(artifacts),
        str(hook.taken),
        str(run),
        caplog.text,
        *capfd.readouterr(),
    ]
    assert [told for told in everywhere if CLIENT in told] == []


def test_a_fault_of_a_look_has_its_state_and_artifact_and_is_told_once(
    company: Path, hook: Hook, prefect: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import watch

    monkeypatch.setattr(watch, "look_for", broken)
    for _ in range(2):
        state = watch.watch(company=str(company), period="2026-09", return_state=True)
        assert (state.name, state.type.value) == ("Broken", "FAILED")
        artifacts, kept = left_by(state)
        assert artifacts == [("cartera-watch", state.message)]
        assert "KeyError at " in str(state.message)
        assert CLIENT not in str([artifacts, kept])
    (told,) = hook.taken
    assert "KeyError at " in str(told)
    assert "started no run" in str(told)
    assert CLIENT not in str(told)


def test_what_a_look_is_refused_for_stands_in_its_own_artifact(
    company: Path, hook: Hook, prefect: None
) -> None:
    from flows.watch import watch

    settings = company / "cartera.toml"
    settings.write_text(settings.read_text().split("[schedule]")[0])
    state = watch(company=str(company), period="2026-09", return_state=True)
    assert state.name == "Refused"
    artifacts, _ = left_by(state)
    assert artifacts == [("cartera-watch", state.message)]
    assert hook.taken == []


def test_a_look_that_waits_is_no_failure_and_not_completed(
    company: Path, hook: Hook, prefect: None
) -> None:
    from prefect.client.orchestration import get_client

    from flows.watch import watch

    state = watch(company=str(company), period="2090-12", return_state=True)
    with get_client(sync_client=True) as client:
        kept = client.read_flow_run(state.state_details.flow_run_id).state
    assert kept is not None
    assert (kept.name, kept.type.value) == ("Awaiting", "CANCELLED")
    assert left_by(state)[0][0][0] == "cartera-watch"


def test_a_worker_names_the_fault_where_its_place_is_known() -> None:
    from flows.workers import worker_processes
    from pipeline.failures import FaultError
    from pipeline.steps import timed
    from transforms.core.periods import Period

    with worker_processes(1) as workers, pytest.raises(FaultError) as raised:
        workers.call(timed, Period.parse, 7)
    assert raised.value.error == "AttributeError"
    assert raised.value.place.startswith("transforms/core/periods.py:")


def test_a_traceback_is_written_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.failures import FaultError
    from pipeline.steps import timed

    with pytest.raises(FaultError):
        timed(broken)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("CARTERA_DEBUG", "1")
    with pytest.raises(FaultError):
        timed(broken)
    assert CLIENT in capsys.readouterr().err
