"""A fault of Cartera's own in one file costs nobody else theirs."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from flows.summary import summary_markdown
from messages.errors import CarteraError
from pipeline import failures
from pipeline.failures import Failure, FaultError, attempt, faults_named
from pipeline.outcome import ClientOutcome, RunSummary
from pipeline.publishing.edition import ClientMatter
from transforms.core.periods import Period
from warehouse import Subject

CLIENT = Subject.client("a1")
MATTER = ClientMatter(
    client_id="a1",
    client_name="Acme",
    locale="es-MX",
    home_locale="es-MX",
    currency="MXN",
    manager_name="Ana",
    manager_email="",
    period="2026-Q3",
    valuation_date=date(2026, 9, 30),
    policy={},
    rows={},
    figures="",
)
SECRET = "Acme pays 10.00"


class MendableError(CarteraError):
    """What a person can mend."""

    code = "os-other"
    told: str


def broken(client: str) -> bytes:
    raise KeyError(client)


def refused(client: str) -> bytes:
    raise MendableError(client)


def test_a_fault_is_told_with_its_place_and_without_the_clients_values() -> None:
    failure = attempt(CLIENT, "qbr", broken, SECRET)
    assert isinstance(failure, Failure)
    assert (failure.subject, failure.what, failure.error) == (CLIENT, "qbr", "KeyError")
    assert failure.place.startswith("tests/pipeline/test_failures.py:")
    assert failure.place.endswith(" broken")
    assert SECRET not in repr(failure)


def test_what_is_made_is_handed_on() -> None:
    assert attempt(CLIENT, "qbr", str.upper, "deck") == "DECK"


@pytest.mark.parametrize("error", [MendableError, MemoryError])
def test_what_somebody_can_mend_ends_the_run_as_ever(error: type[Exception]) -> None:
    def make() -> None:
        raise error("disk full")

    with pytest.raises(error, match="disk full"):
        attempt(CLIENT, "qbr", make)


def test_a_run_with_a_failure_is_not_whole_and_says_where() -> None:
    failure = Failure(CLIENT, "qbr", "KeyError", ("reports/deck/page.py:7 titled",))
    moment = datetime(2026, 10, 1, tzinfo=UTC)
    client = ClientOutcome("a1", "Acme", "Ana", MATTER, failures=(failure,))
    summary = RunSummary(
        clients=(client,),
        portfolio=None,
        briefs=(),
        failures=(failure,),
        run_id="r1",
        period=Period.parse("2026-Q3"),
        known_at=moment,
        deliveries=(),
        quarantined=(),
        stopped=frozenset(),
        manifest=Path("manifest.json"),
        validation_page=Path("validation.html"),
    )
    assert not summary.is_whole
    assert "no qbr of a1 (KeyError at reports/deck/page.py:7 titled)" in summary_markdown(summary)


def test_a_place_is_the_innermost_of_ours() -> None:
    with pytest.raises(FaultError) as raised, faults_named():
        Period.parse(None)  # type: ignore[arg-type]
    assert raised.value.error == "AttributeError"
    assert raised.value.place.startswith("transforms/core/periods.py:")
    assert raised.value.__suppress_context__


def test_what_people_can_mend_keeps_its_sentence() -> None:
    with pytest.raises(MendableError), faults_named():
        raise MendableError("full")


def test_the_rooms_are_those_of_the_house() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    assert sorted(project["tool"]["importlinter"]["root_packages"]) == sorted(failures._ROOMS)
