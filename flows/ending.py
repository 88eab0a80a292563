"""How a run ends for Prefect: a state that automations can act on, and an artifact.

COMPLETED means what exit code 0 means on the command line; anything else is of type FAILED under
a name of its own.
"""

import logging
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from prefect import State
from prefect.artifacts import create_markdown_artifact
from prefect.states import Completed, Failed

from flows.summary import headline, summary_markdown
from messages.catalogue import catalogue
from messages.clause import Clause
from messages.errors import CarteraError
from pipeline.failures import FaultError
from pipeline.outcome import RunSummary

_REPORT = "cartera-report"
"""The key of a run's artifact."""


class Ending(StrEnum):
    """The name of the state; the worst of what happened. Prefect's server makes an event of it by
    itself: `prefect.flow-run.ClientsHeld`."""

    PUBLISHED = "Completed"
    REFUSED = "Refused"
    """A sentence says what to mend; nothing was published by this run."""
    BROKEN = "Broken"
    """A fault in Cartera ended the run; nothing was published by it from there on."""
    NOTHING_PUBLISHED = "NothingPublished"
    FAULTS = "Faults"
    """A fault in Cartera kept files from being made."""
    UNDELIVERED = "Undelivered"
    """A target was not brought all of the files."""
    LATE_FEEDS = "LateFeeds"
    """Awaited files have not come, a system could not be fetched, or a source's newest export
    could not be used."""
    CLIENTS_HELD = "ClientsHeld"


class NotWholeError(Exception):
    """What Prefect raises of a run that ended without publishing everything: the counts, no
    client's values. Carries what was made."""

    def __init__(self, summary: RunSummary) -> None:
        super().__init__(headline(summary))
        self.summary = summary


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a record says more than the state, which Prefect raises once more as it ends."""
    return not (record.exc_info and isinstance(record.exc_info[1], NotWholeError | CarteraError))


logging.getLogger("prefect.flow_runs").addFilter(_is_news)


def ending_of(summary: RunSummary) -> Ending:
    """How a run that came to its end ended."""
    if not summary.is_published:
        return Ending.NOTHING_PUBLISHED
    if summary.failures:
        return Ending.FAULTS
    if summary.undelivered:
        return Ending.UNDELIVERED
    if summary.late or summary.stopped or summary.unfetched:
        return Ending.LATE_FEEDS
    return Ending.CLIENTS_HELD if summary.held else Ending.PUBLISHED


def ended(summary: RunSummary) -> State[RunSummary]:
    """The state of a run that came to its end; its result is the summary."""
    ending, told = ending_of(summary), headline(summary)
    create_markdown_artifact(summary_markdown(summary), key=_REPORT)
    if ending is Ending.PUBLISHED:
        return Completed(name=ending.value, message=told, data=summary)
    return Failed(name=ending.value, message=told, data=NotWholeError(summary))


def refused(
    error: CarteraError, artifact: str = _REPORT, remarks: Sequence[Clause] = ()
) -> State[Any]:
    """The state of a run, or a look, that something a person can mend kept from its end, or a
    fault in Cartera; `artifact` is the key of the one that it leaves, where the remarks follow."""
    told = str(error)
    create_markdown_artifact("\n\n".join([told, *map(catalogue("en").text, remarks)]), key=artifact)
    name = Ending.BROKEN if isinstance(error, FaultError) else Ending.REFUSED
    return Failed(name=name.value, message=told, data=error)
