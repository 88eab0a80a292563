"""What fails in the midst of publishing: no half of a file stays, and nobody else goes without."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from whole_runs import computed, ordered, published

from messages.catalogue import catalogue, languages
from messages.clause import named
from pipeline.failures import Failure
from pipeline.publishing.file_kinds import KINDS, FileKind
from pipeline.publishing.publish import DiskFullError
from pipeline.settings import load_settings
from samples import generate

pytestmark = pytest.mark.thorough

PERIOD = "2026-Q3"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small company whose figures are stored."""
    folder = tmp_path_factory.mktemp("made") / "company"
    generate(folder, 2, 7)
    computed(ordered(load_settings(folder), PERIOD))
    return folder


@pytest.fixture
def company(made: Path, tmp_path: Path) -> Path:
    """That company, for one test to publish."""
    return Path(shutil.copytree(made, tmp_path / "company"))


def test_a_full_disk_leaves_no_half_written_file(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, flush = ordered(load_settings(company), PERIOD), os.fsync

    def full(handle: int) -> None:
        if "/output/" in str(Path(f"/proc/self/fd/{handle}").readlink()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        flush(handle)

    monkeypatch.setattr("pipeline.publishing.publish.os.fsync", full)
    with pytest.raises(DiskFullError):
        published(order)
    assert [path for path in company.glob("output/**/*") if path.is_file()] == []


def test_a_fault_in_one_clients_workbook_costs_nobody_else_a_file(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = ordered(load_settings(company), PERIOD)
    usual = kinds_made(published(order).clients)
    broken = min(client for client, kind in usual if kind == "renewal")
    shutil.rmtree(company / "output")
    monkeypatch.setattr("pipeline.publishing.file_kinds.KINDS", kinds_that_fail_for(broken))
    results = published(order)
    assert usual - kinds_made(results.clients) == {(broken, "renewal")}
    failures = [failure for outcome in results.clients for failure in outcome.failures]
    assert [(item.subject.id, item.what, item.error) for item in failures] == [
        (broken, "renewal", "ZeroDivisionError")
    ]
    briefs = (company / "output").rglob("brief-*.md")
    assert sum("No se pudo hacer" in path.read_text() for path in briefs) == 1


def test_every_kind_of_file_that_fails_has_a_name_in_every_language(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "pipeline.publishing.publisher.attempt",
        lambda subject, what, *_: Failure(subject, what, "ZeroDivisionError", ()),
    )
    results = published(ordered(load_settings(company), PERIOD))
    kinds = {failure.what for failure in results.failures}
    assert {"qbr", "review", "renewal", "portfolio", "brief", "brief-text"} == kinds
    assert all(catalogue(each).say(named("kind", kind)) for each in languages() for kind in kinds)


def kinds_made(clients) -> set[tuple[str, str]]:
    return {(file.subject.id, file.kind) for outcome in clients for file in outcome.files}


def kinds_that_fail_for(broken: str) -> tuple[FileKind, ...]:
    """As ever, but the workbook of one client divides by zero."""

    def failing(kind: FileKind) -> FileKind:
        def make(file, client):
            return kind.make(file, client) if file.client_id != broken else 1 / 0

        return replace(kind, make=make) if kind.name == "renewal" else kind

    return tuple(failing(kind) for kind in KINDS)
