"""Who hears what a run spends besides the warehouse: a log of JSON lines, and traces.

Both are off unless cartera.toml turns them on (`[run] log`, `[run] telemetry`). A place that
takes nothing costs no run.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from messages.clause import Clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from pipeline.settings import Settings
from pipeline.steps import Part

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

Hear = Callable[[Part], None]


class LogNotWritableError(CarteraError):
    """The log that cartera.toml names takes no line."""

    code = "failure-log-not-writable"
    path: Path
    why: Clause


class TelemetryLibraryError(CarteraError):
    """Traces are asked for where the extra is not installed."""

    code = "failure-telemetry-library"


@contextmanager
def hearers(settings: Settings) -> Iterator[tuple[Hear, ...]]:
    """Whoever the settings name. Raises LogNotWritableError and TelemetryLibraryError."""
    with ExitStack() as stack:
        found: list[Hear] = []
        if settings.log is not None:
            found.append(_lines(settings.log, stack))
        if settings.telemetry:
            provider = _provider()
            stack.callback(provider.shutdown)  # sends what is left
            found.append(spans_of(provider))
        yield tuple(found)


def _lines(path: Path, stack: ExitStack) -> Hear:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = stack.enter_context(path.open("a", encoding="utf-8"))
    except OSError as error:
        raise LogNotWritableError(path, os_fault(error)) from error

    def write(part: Part) -> None:
        try:
            os.write(
                file.fileno(), f"{part.as_json()}\n".encode()
            )  # lines of several runs stay whole
        except OSError:
            return

    return write


def spans_of(provider: "TracerProvider") -> Hear:
    """A span for each part, from when it began to when it was done."""
    tracer = provider.get_tracer("cartera")

    def span(part: Part) -> None:
        began = part.spent.started_at
        over = began + timedelta(seconds=part.spent.wall_seconds)
        attributes: dict[str, str | int | float | tuple[str, ...]] = {
            "cartera.run": part.run_id,
            "cartera.period": part.period,
            "cartera.accounts": part.accounts,
            "cartera.cpu_seconds": part.spent.cpu_seconds,
        }
        if part.shard is not None:
            attributes["cartera.shard"] = part.shard
        made = tracer.start_span(
            part.step, start_time=int(began.timestamp() * 1e9), attributes=attributes
        )
        made.end(int(over.timestamp() * 1e9))

    return span


def _provider() -> "TracerProvider":
    """Spans by OTLP over HTTP, to where OpenTelemetry's own variables say."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise TelemetryLibraryError from error
    provider = TracerProvider(resource=Resource.create({"service.name": "cartera"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider
