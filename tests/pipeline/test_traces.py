"""`telemetry = true` sends a run's spans to where OpenTelemetry's own variables say."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from pipeline.settings import Settings, load_settings
from pipeline.steps import Spent, StepBook
from pipeline.telemetry import hearers

AT = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "cartera.toml").write_text(
        '[company]\nname = "Norte"\n[run]\ntelemetry = true\n', encoding="utf-8"
    )
    return load_settings(tmp_path)


@contextmanager
def collector(status: int = 200) -> Iterator[tuple[str, list[ExportTraceServiceRequest]]]:
    """The address of one that takes traces by OTLP over HTTP, and what it was sent."""
    taken: list[ExportTraceServiceRequest] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(ExportTraceServiceRequest.FromString(body))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", taken
        finally:
            server.shutdown()


def test_a_run_sends_a_span_for_each_part(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collector() as (address, taken):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        with hearers(settings) as hears:
            book = StepBook("2026-Q3", hears, "r1")
            book.add("compute", Spent(AT, 3.0, 2.0), 1, ("a", "b"))
            with pytest.raises(ZeroDivisionError), book.measured("ingest"):
                _ = 1 / 0
    resources = [of for request in taken for of in request.resource_spans]
    names = {
        item.value.string_value
        for of in resources
        for item in of.resource.attributes
        if item.key == "service.name"
    }
    assert names == {"cartera"}
    spans = [span for of in resources for scope in of.scope_spans for span in scope.spans]
    assert [span.name for span in spans] == ["compute", "ingest"]
    assert spans[0].end_time_unix_nano - spans[0].start_time_unix_nano == 3_000_000_000
    said = {item.key: item.value for item in spans[0].attributes}
    assert said["cartera.run"].string_value == "r1"
    assert [each.string_value for each in said["cartera.accounts"].array_value.values] == ["a", "b"]


def test_a_collector_that_refuses_costs_no_run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collector(400) as (address, taken):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        with hearers(settings) as hears:
            StepBook("2026-Q3", hears, "r1").add("compute", Spent(AT, 3.0, 2.0))
    assert len(taken) == 1
