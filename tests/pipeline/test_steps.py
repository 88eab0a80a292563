"""What a run spends where: by step, in lines of JSON, and as spans; all off by default."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from pipeline.settings import Settings, load_settings
from pipeline.steps import Spent, StepBook, timed
from pipeline.telemetry import LogNotWritableError, TelemetryLibraryError, hearers, spans_of

AT = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "cartera.toml").write_text('[company]\nname = "Norte"\n')
    return load_settings(tmp_path)


def test_parts_of_a_step_are_added_up(settings: Settings) -> None:
    book = StepBook("2026-Q3")
    with pytest.raises(ZeroDivisionError), book.measured("ingest"):
        _ = 1 / 0
    book.add("compute", Spent(AT, 3.0, 2.0), 0)
    book.add("compute", Spent(AT, 5.0, 4.0), 1)
    ingest, compute = book.records()
    assert (ingest.step, ingest.parts) == ("ingest", 1)
    assert (compute.parts, compute.wall_seconds, compute.cpu_seconds) == (2, 8.0, 6.0)
    assert timed(divmod, 17, 5)[0] == (3, 2)
    with hearers(settings) as nobody:
        assert nobody == ()


def test_a_line_of_json_names_run_shard_and_accounts(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "logs" / "steps.jsonl"
    for run in ("r1", "r2"):
        with hearers(replace(settings, log=path)) as hears:
            StepBook("2026-Q3", hears, run).add("compute", Spent(AT, 3.0, 2.0), 1, ("a", "b"))
    first, second = map(json.loads, path.read_text().splitlines())
    assert first == {
        "at": "2026-10-05T12:00:00+00:00", "run": "r1", "period": "2026-Q3", "step": "compute",
        "shard": 1, "accounts": ["a", "b"], "wall_seconds": 3.0, "cpu_seconds": 2.0,
    }  # fmt: skip
    assert second["run"] == "r2"


def test_a_log_that_cannot_be_written_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("")
    with (
        pytest.raises(LogNotWritableError, match="takes no line of the log"),
        hearers(replace(settings, log=tmp_path / "logs" / "steps.jsonl")),
    ):
        pass


def test_traces_without_their_library_are_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace.export", None)
    with (
        pytest.raises(TelemetryLibraryError, match=r"install `cartera\[telemetry\]`"),
        hearers(replace(settings, telemetry=True)),
    ):
        pass


def test_each_part_is_a_span_of_its_own_time() -> None:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    book = StepBook("2026-Q3", (spans_of(provider),), "r1")
    book.add("compute", Spent(AT, 3.0, 2.0), 1, ("a",))
    book.add("together", Spent(AT, 1.0, 1.0))
    compute, together = exporter.get_finished_spans()
    assert (compute.name, compute.start_time) == ("compute", int(AT.timestamp() * 1e9))
    assert compute.end_time - compute.start_time == 3_000_000_000
    assert dict(compute.attributes) == {
        "cartera.run": "r1", "cartera.period": "2026-Q3", "cartera.accounts": ("a",),
        "cartera.cpu_seconds": 2.0, "cartera.shard": 1,
    }  # fmt: skip
    assert "cartera.shard" not in together.attributes


def test_a_company_turns_them_on_in_its_settings(tmp_path: Path) -> None:
    text = '[company]\nname = "Norte"\n[run]\nlog = "logs/a.jsonl"\ntelemetry = true\n'
    (tmp_path / "cartera.toml").write_text(text)
    settings = load_settings(tmp_path)
    assert (settings.log, settings.telemetry) == (tmp_path / "logs" / "a.jsonl", True)
