"""The summary artifact that Prefect shows beside a run."""

from pipeline.failures import Failure
from pipeline.outcome import ClientOutcome, RunSummary
from transforms.core.counted import Counted


def summary_markdown(summary: RunSummary) -> str:
    """Counts first, then each client's files, then what was held back and why."""
    written, held = Counted(len(summary.written)), Counted(len(summary.held))
    lines = [
        f"## {summary.period}: {written} {written:file|files} written, "
        f"{len(summary.unchanged)} unchanged, {held} {held:client|clients} held back",
        "",
        f"Data known at {summary.known_at:%Y-%m-%d %H:%M %Z}. Manifest: `{summary.manifest.name}`.",
        "",
        "| client | manager | files | held back |",
        "|---|---|---|---|",
        *(_row(client) for client in summary.clients),
        *(_failure(item) for item in summary.failures),
    ]
    return "\n".join(lines)


def _failure(item: Failure) -> str:
    return (
        f"\nA fault in Cartera: no {item.what} of {item.client_id} ({item.error} at {item.place})."
    )


def _row(client: ClientOutcome) -> str:
    files = ", ".join(f"{file.kind} v{file.version}" for file in client.files)
    cells = (client.client_name, client.manager_name, files, ", ".join(client.held))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
