"""What `[retention]` lets go, and what it never does."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from deliveries import promote

from messages.errors import CarteraError, worded
from pipeline.publishing.kept import keep
from pipeline.restore import restore
from pipeline.retention import LetGo, kept_by_settings, let_go, to_let_go
from pipeline.settings import Settings, load_settings
from sources.landing.archive import copy_of, stored
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer
from warehouse import ArtifactRecord, ExportRecord, RunFile, Subject, Warehouse, open_warehouse
from warehouse.portal.store import open_portal_store

NOW = datetime(2026, 11, 30, tzinfo=UTC)
PERIOD = "2026-Q3"


def company(folder: Path, retention: str) -> Settings:
    (folder / "cartera.toml").write_text(f'[company]\nname = "N"\n[retention]\n{retention}\n')
    for place in ("landing", "archive", "output"):
        (folder / place).mkdir(exist_ok=True)
    return load_settings(folder)


def workbook(version: int) -> str:
    return f"{PERIOD}/acme/renewal-v{version}.xlsx"


def content(version: int) -> bytes:
    return f"workbook {version}".encode()


def publish(settings: Settings, warehouse: Warehouse, versions: range, current: str = "") -> str:
    """Versions of a workbook by one run, whose manifest names one; the manifest's path."""
    run = warehouse.start_run(PERIOD, NOW)
    for version in versions:
        copy = keep(settings.archive, "f", content(version))
        written(settings.output / workbook(version), content(version))
        warehouse.register_artifact(
            ArtifactRecord(
                *(run, Subject.client("1"), PERIOD, "renewal", "es", version, workbook(version)),
                *(copy.sha256, copy.size, f"edition {version}"),
            )
        )
    manifest = json.dumps({"run": run, "outputs": [{"path": current}]}).encode()
    for name in (f"manifest-{run}.json", "manifest.json"):
        copy = keep(settings.archive, name, manifest)
        written(settings.output / PERIOD / name, manifest)
        warehouse.register_run_file(RunFile(run, f"{PERIOD}/{name}", copy.sha256, copy.size))
    return f"{PERIOD}/manifest-{run}.json"


def written(path: Path, said: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(said)


def land(settings: Settings, warehouse: Warehouse, moment: datetime, said: Mapping[str, bytes]):
    """A delivery that the landing place has no longer."""
    records = []
    for name, text in said.items():
        copy = stored((text,), settings.archive)
        inside = f"{moment:%Y-%m-%d}/{name}"
        records.append(ExportRecord("stripe", inside, copy.sha256, copy.size, str(copy.path)))
    promote(warehouse, moment, records, {})


def decide(warehouse: Warehouse, version: int) -> None:
    warehouse.add_decision(
        RenewalDecision(
            *("1", NOW.date(), f"edition {version}", {}, Offer.COUNTER, "budget_cut"),
            *("", "", "", "", "ana@example.com", NOW, ""),
        )
    )


def gone(settings: Settings, found: LetGo) -> list[str]:
    assert all(path.is_file() for path in (*found.published, *found.copies))
    return [path.relative_to(settings.output).as_posix() for path in found.published]


def age(settings: Settings) -> None:
    """The archive as it is days later."""
    moment = (NOW - timedelta(days=2)).timestamp()
    for path in settings.archive.rglob("*"):
        os.utime(path, (moment, moment))


def is_archived(settings: Settings, said: bytes) -> bool:
    return copy_of(settings.archive, hashlib.sha256(said).hexdigest()).is_file()


def test_older_versions_go_but_not_what_is_current_or_decided_by(tmp_path: Path) -> None:
    settings = company(tmp_path, "versions = 2")
    with open_warehouse(settings.warehouse_url) as warehouse:
        publish(settings, warehouse, range(1, 6), current=workbook(2))
        decide(warehouse, 1)
        assert to_let_go(settings, warehouse, NOW).copies == ()  # somebody may be about to need one
        age(settings)
        found = to_let_go(settings, warehouse, NOW)
        assert gone(settings, found) == [workbook(3)]
        assert to_let_go(settings, warehouse, NOW, "2026-Q2").records == ()
        (told,) = kept_by_settings(settings, warehouse, NOW, PERIOD)
        assert kept_by_settings(settings, warehouse, NOW, PERIOD) == ()
    assert worded(told, "en").endswith("1 file of the output place, 1 copy of the archive.")
    assert [is_archived(settings, content(n)) for n in range(1, 6)] == [
        True,
        True,
        False,
        *[True] * 2,
    ]
    shutil.rmtree(settings.output)
    assert restore(settings).told == ()
    shown = {path.name for path in settings.output.rglob("*.xlsx")}
    assert shown == {f"renewal-v{n}.xlsx" for n in (1, 2, 4, 5)}
    files = open_portal_store(settings.warehouse_url).files(["renewal"])
    assert {Path(file.path).name for file in files} == shown


def test_replaced_exports_go_when_nothing_needs_them(tmp_path: Path) -> None:
    settings = company(tmp_path, "months = 12")
    old, replaced, since, newest = (
        datetime(*day, tzinfo=UTC)
        for day in ((2025, 1, 1), (2025, 2, 1), (2025, 10, 1), (2026, 10, 1))
    )
    with open_warehouse(settings.warehouse_url) as warehouse:
        land(settings, warehouse, old, {"a.csv": b"1", "same.csv": b"same"})
        land(settings, warehouse, replaced, {"a.csv": b"2", "same.csv": b"same"})
        land(settings, warehouse, since, {"a.csv": b"3"})
        land(settings, warehouse, newest, {"a.csv": b"4", "same.csv": b"same"})
        age(settings)
        written(Path(settings.landing) / "2025-02-01" / "a.csv", b"2")  # still lies there
        found = to_let_go(settings, warehouse, NOW)
        assert {file.path for file in found.records} == {
            *("2025-01-01/a.csv", "2025-01-01/same.csv", "2025-02-01/same.csv"),
        }
        let_go(warehouse, found)
    kept = [is_archived(settings, said) for said in (b"1", b"2", b"3", b"4", b"same")]
    assert kept == [False, True, True, True, True]
    assert restore(settings).told == ()
    assert not (Path(settings.landing) / "2025-01-01").exists()


def test_manifests_of_earlier_runs_go_but_for_the_periods_last(tmp_path: Path) -> None:
    settings = company(tmp_path, "months = 12")
    with open_warehouse(settings.warehouse_url) as warehouse:
        first = publish(settings, warehouse, range(1, 2))
        last = publish(settings, warehouse, range(2, 3))
        assert to_let_go(settings, warehouse, datetime.now(UTC)).records == ()
        later = datetime.now(UTC) + timedelta(days=400)
        found = to_let_go(settings, warehouse, later)
        assert gone(settings, found) == [first]
        let_go(warehouse, found)
    shutil.rmtree(settings.output)
    assert restore(settings).told == ()
    assert (settings.output / last).is_file()
    assert (settings.output / PERIOD / "manifest.json").is_file()


def test_what_cannot_be_removed_costs_no_run_and_goes_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = company(tmp_path, "versions = 1")
    with open_warehouse(settings.warehouse_url) as warehouse:
        publish(settings, warehouse, range(1, 3))

        def refused(path: Path, missing_ok: bool = False) -> None:
            raise PermissionError(13, "Permission denied")

        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", refused)
            (told,) = kept_by_settings(settings, warehouse, NOW, PERIOD)
        assert "is no longer kept by [retention] and could not be removed" in worded(told, "en")
        assert (settings.output / workbook(1)).is_file()
        kept_by_settings(settings, warehouse, NOW, PERIOD)
        assert not (settings.output / workbook(1)).exists()
        assert (settings.output / workbook(2)).is_file()


def test_nothing_goes_where_the_settings_say_nothing(tmp_path: Path) -> None:
    settings = company(tmp_path, "")
    with open_warehouse(settings.warehouse_url) as warehouse:
        publish(settings, warehouse, range(1, 4))
        land(settings, warehouse, datetime(2020, 1, 1, tzinfo=UTC), {"a.csv": b"1"})
        land(settings, warehouse, datetime(2021, 1, 1, tzinfo=UTC), {"a.csv": b"2"})
        assert to_let_go(settings, warehouse, NOW) == LetGo((), (), ())


def test_a_number_below_zero_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CarteraError, match="retention"):
        company(tmp_path, "versions = -1")
