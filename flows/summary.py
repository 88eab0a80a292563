"""The summary artifact that Prefect shows beside a run: in English, as Prefect's own pages are."""

from messages.catalogue import Catalogue, catalogue
from pipeline.failures import Failure
from pipeline.outcome import ClientOutcome, RunSummary


def summary_markdown(summary: RunSummary) -> str:
    """Counts first, then each client's files, then what was held back and why."""
    words = catalogue("en")
    headline = words.say(
        "artifact-headline",
        period=str(summary.period),
        written=len(summary.written),
        unchanged=len(summary.unchanged),
        held=len(summary.held),
    )
    known_at = f"{summary.known_at:%Y-%m-%d %H:%M %Z}"
    lines = [
        f"## {headline}",
        "",
        words.say("artifact-known-at", known_at=known_at, manifest=summary.manifest.name),
        "",
        words.say("artifact-columns"),
        "|---|---|---|---|",
        *(_row(client) for client in summary.clients),
        *(_failure(words, item) for item in summary.failures),
    ]
    return "\n".join(lines)


def _failure(words: Catalogue, item: Failure) -> str:
    whose = item.subject.name
    facts = {"what": item.what, "client": whose, "error": item.error, "place": item.place}
    return "\n" + words.say("artifact-failure", **facts)


def _row(client: ClientOutcome) -> str:
    files = ", ".join(f"{file.kind} v{file.version}" for file in client.files)
    cells = (client.client_name, client.manager_name, files, ", ".join(client.held))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
