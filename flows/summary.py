"""The summary artifact that Prefect shows beside a run: in English, as Prefect's own pages are."""

from expectations.wording import reason
from messages.catalogue import Catalogue, catalogue
from pipeline.failures import Failure
from pipeline.outcome import ClientOutcome, RunSummary


def summary_markdown(summary: RunSummary) -> str:
    """Counts first, then each client's files, then what was held back and why."""
    words = catalogue("en")
    known_at = f"{summary.known_at:%Y-%m-%d %H:%M %Z}"
    lines = [
        f"## {headline(summary)}",
        "",
        words.say("artifact-known-at", known_at=known_at, manifest=summary.manifest.name),
        *_late(words, summary),
        "",
        words.say("artifact-columns"),
        "|---|---|---|---|",
        *(_row(words, client) for client in summary.clients),
        *(_failure(words, item) for item in summary.failures),
    ]
    return "\n".join(lines)


def headline(summary: RunSummary) -> str:
    """The counts in one sentence, which the state shows too."""
    return catalogue("en").say(
        "artifact-headline",
        period=str(summary.period),
        written=len(summary.written),
        unchanged=len(summary.unchanged),
        held=len(summary.held),
    )


def _late(words: Catalogue, summary: RunSummary) -> list[str]:
    told = [words.say("late-files", files=summary.late)] if summary.late else []
    if summary.stopped:
        told.append(words.say("stopped-sources", sources=sorted(summary.stopped)))
    told += map(words.text, (*summary.undelivered, *summary.unfetched, *summary.remarks))
    return [text for line in told for text in ("", line)]


def _failure(words: Catalogue, item: Failure) -> str:
    whose = item.subject.name
    facts = {"what": item.what, "client": whose, "error": item.error, "place": item.place}
    return "\n" + words.say("artifact-failure", **facts)


def _row(words: Catalogue, client: ClientOutcome) -> str:
    files = ", ".join(f"{file.kind} v{file.version}" for file in client.files)
    held = "; ".join(reason(words, code) for code in client.held)
    cells = (client.client_name, client.manager_name, files, held)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
