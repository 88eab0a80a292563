"""What a person reads of feeds: from the command, before a run, and of how things stand."""

from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from extract_runs import FetchingCompany, own_system
from rich.console import Console
from stripe_company import CLIENTS
from typer.testing import CliRunner

from cli import fetch_report
from cli.main import app
from extract.errors import FetchInProgressError
from flows import report
from flows.report import fetch_step
from flows.summary import summary_markdown
from messages.catalogue import catalogue
from messages.clause import clause
from messages.errors import worded
from pipeline.fetching.check import checked_feeds
from pipeline.fetching.feeds import late_feeds
from pipeline.fetching.fetching import Surroundings
from pipeline.outcome import RunSummary
from pipeline.settings import load_settings
from pipeline.steps import StepBook
from transforms.core.periods import Period
from warehouse import open_warehouse


def cartera(*arguments: object) -> tuple[int, str]:
    """Exit code and everything that was written."""
    done = CliRunner().invoke(app, [*map(str, arguments), "--lang", "en"])
    return done.exit_code, " ".join(done.output.split())


def test_the_command_says_what_came(company):
    code, said = cartera("fetch", "--company", company.folder)
    assert code == 0
    records = 5 * len(CLIENTS) + 2 + 5 + 15 + 2  # with a refund, a credit note, further lines
    assert f"Stripe {records}" in said
    assert "Landed as one delivery in" in said


def test_a_check_tells_everything_that_is_missing_and_brings_nothing(company, stripe):
    stripe.refused |= {"refunds": 403, "events": 403}
    code, said = cartera("fetch", "--company", company.folder, "--check")
    assert code == 1
    assert "may not read refunds" in said
    assert "give it the right “Events: Read”" in said
    assert company.landed == []
    stripe.refused.clear()
    code, said = cartera("fetch", "--company", company.folder, "--check")
    assert (code, said) == (0, "Stripe: the key is right and may read everything that is fetched.")


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Stripe: 3 records so far"), ("es", "Stripe: 3 registros hasta ahora")],
)
def test_progress_of_each_system_is_seen_in_a_terminal(company, monkeypatch, language, line):
    screen = Console(force_terminal=True, file=StringIO(), width=120)
    monkeypatch.setattr(fetch_report, "console", lambda: screen)
    with fetch_report.told_progress(catalogue(language)) as tell:
        tell("Stripe", "customers", 2)
        tell("HubSpot", "companies", 1)
        tell("Stripe", "invoices", 1)
    shown = cast("StringIO", screen.file).getvalue()
    assert line in shown
    assert "HubSpot: 1 " in shown


def test_a_check_of_a_system_that_does_not_answer_speaks_of_no_next_fetch(company, stripe):
    stripe.failures = [(500, {}, b"")] * 6
    around = Surroundings(wait=lambda _: None)
    (feed,) = checked_feeds(company.settings, None, around)
    (said,) = [worded(item, "en") for item in feed.missing]
    assert said.startswith("Stripe does not answer at customers (status 500); try again")


def test_a_wrong_key_is_checked_once(company, stripe, monkeypatch):
    monkeypatch.setenv("CARTERA_STRIPE_KEY", "wrong")
    code, said = cartera("fetch", "--company", company.folder, "--check")
    assert code == 1
    assert said.count("refuses the key") == 1


def test_the_command_ends_with_1_where_nothing_came_and_refuses_what_is_none(company, stripe):
    stripe.refused["customers"] = 401
    assert cartera("fetch", "--company", company.folder)[0] == 1
    done = CliRunner().invoke(app, ["fetch", "--company", str(company.folder), "--system", "sap"])
    assert "'sap' is no system that can be fetched here; name one of stripe" in str(done.exception)


def test_a_company_that_fetches_nothing_is_told_how(company):
    settings = company.folder / "cartera.toml"
    settings.write_text(settings.read_text().partition("\n[[fetch")[0])
    said = cartera("fetch", "--company", company.folder)[1]
    assert "names no system to fetch" in said


def test_status_tells_until_when_feeds_are_complete(company, stripe):
    stripe.refused["refunds"] = 403
    company.fetch()
    said = cartera("status", "--company", company.folder)[1]
    assert "stripe never" in said
    stripe.refused.clear()
    company.fetch()
    stripe.refused["refunds"] = 403
    company.fetch()
    said = cartera("status", "--company", company.folder)[1]
    assert f"stripe {datetime.now(UTC):%Y-%m-%d}" in said
    assert "(today)" in said
    assert "may not read refunds" in said


QUARTER = Period.parse("2026-Q3")


def test_a_run_fetches_first_only_where_the_company_says_so(company, stripe):
    (told,) = fetch_step.fn(load_settings(company.folder), QUARTER)
    assert told.code == "fetch-never"
    assert company.landed == []
    settings = company.folder / "cartera.toml"
    first = "[fetch]\nbefore_run = true\n\n[[fetch.systems]]"
    settings.write_text(settings.read_text().replace("[[fetch.systems]]", first))
    assert fetch_step.fn(load_settings(company.folder), QUARTER) == ()
    assert len(company.landed) == 1
    stripe.refused["refunds"] = 403
    (told,) = fetch_step.fn(load_settings(company.folder), QUARTER)
    assert told.code == "fetch-scope-missing"


@pytest.mark.parametrize(
    ("fetched", "now", "late"),
    [("09-30T23:59", "10-02", True), ("10-01T00:01", "10-02", False), ("09-01", "09-29", False)],
    ids=["a minute before the end", "a minute after it", "of a period that goes on"],
)
def test_a_feed_that_ends_before_the_period_is_told_before_the_run(company, fetched, now, late):
    company.fetch()
    settings, year = company.settings, "2026-"
    with open_warehouse(settings.warehouse_url) as warehouse:
        (last,) = warehouse.fetches()
        then = datetime.fromisoformat(year + fetched).replace(tzinfo=UTC)
        warehouse.add_fetch(replace(last, started_at=then))
        today = datetime.fromisoformat(year + now).replace(tzinfo=UTC)
        told = [worded(item, "en") for item in late_feeds(settings, warehouse, QUARTER, today)]
    assert bool(told) is late
    if late:
        assert told[0].startswith("Stripe is complete until 2026-09-30 23:59 (UTC) only")


def test_a_run_without_all_its_feeds_is_not_whole():
    whole = RunSummary(
        clients=(),
        portfolio=None,
        briefs=(),
        failures=(),
        run_id="r1",
        period=Period.parse("2026-Q3"),
        known_at=datetime(2026, 10, 1, tzinfo=UTC),
        deliveries=(),
        quarantined=(),
        stopped=frozenset(),
        manifest=Path("manifest.json"),
        validation_page=Path("validation.html"),
    )
    told = clause("fetch-key-refused", system="Stripe", console="https://x.example")
    summary = replace(whole, unfetched=(told,))
    assert whole.is_whole
    assert not summary.is_whole
    assert "Stripe refuses the key" in summary_markdown(summary)


def test_another_fetch_into_the_same_place_is_told(company, stripe):
    said = []

    def other(count: int) -> None:
        if count == 1:
            stripe.on_request = lambda _: None
            with pytest.raises(FetchInProgressError) as told:
                company.fetch()
            said.append(str(told.value))

    stripe.on_request = other
    assert company.fetch().is_whole
    assert "another `cartera fetch` is writing into" in said[0]


def test_a_landing_place_far_away_is_told(company, monkeypatch):
    monkeypatch.setenv("CARTERA_PLACES__LANDING", "s3://bucket/landing")
    done = CliRunner().invoke(app, ["fetch", "--company", str(company.folder)])
    assert "writes into a folder, and the landing place is s3://bucket" in str(done.exception)


def refused(company: FetchingCompany, *arguments: str) -> str:
    """Why a command is not done at all."""
    done = CliRunner().invoke(app, ["fetch", "--company", str(company.folder), *arguments])
    assert company.landed == []
    return str(done.exception)


def test_two_systems_that_call_themselves_alike_are_told(company):
    settings = company.folder / "cartera.toml"
    own = settings.read_text().partition("[[fetch.systems]]")[2]
    (company.folder / "own.toml").write_text(own_system("stripe", ""))
    settings.write_text(
        f"{settings.read_text()}\n[[fetch.systems]]{own.replace('stripe', 'own.toml')}"
    )
    for arguments in ((), ("--check",)):
        code, said = cartera("fetch", "--company", company.folder, *arguments)
        assert code == 1
        assert said.count("fetches two systems that are called 'stripe'") == 1


def test_a_range_that_cannot_be_is_told(company):
    said = refused(company, "--from", "2026-10-01", "--to", "2026-09-30")
    assert said.startswith("--to 2026-09-30 is before --from 2026-10-01")
    assert "leave one of the two out" in refused(company, "--full", "--from", "2026-10-01")
    code, said = cartera(
        "fetch", "--company", company.folder, "--from", "2026-10-01", "--to", "2026-10-01"
    )
    assert code == 0, said


def test_what_a_run_goes_on_without_is_told_before_it_reads_anything(monkeypatch, caplog):
    told = clause("fetch-key-refused", system="Stripe", console="https://x.example")

    def reads(_: object) -> None:
        assert ["Stripe refuses the key" in record.message for record in caplog.records] == [True]
        raise InterruptedError

    monkeypatch.setattr(report, "fetch_step", lambda *_: (told,))
    monkeypatch.setattr(report, "ingest_step", reads)
    monkeypatch.setattr(report.progress, "propagate", True)
    asked = SimpleNamespace(settings=None, period=Period.parse("2026-Q3"), known_at=None)
    with pytest.raises(InterruptedError):
        report._made(cast("Any", asked), cast("Any", None), cast("Any", None), StepBook("2026-Q3"))
