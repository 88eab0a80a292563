"""The one way to publish a file: found by its edition, else made, named, stored and registered.

A file that a killed run stored and did not register is taken up where it has the same bytes;
a fault of ours in one file is told and costs no other (decision 0010).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from pipeline.failures import Failure, attempt
from pipeline.outcome import ClientOutcome, NotMade, PublishedFile, RunResults
from pipeline.publishing.edition import Recipe, edition_of
from pipeline.publishing.kept import keep, keep_published
from pipeline.publishing.publish import first_free
from pipeline.run_context import RunContext
from warehouse import ArtifactRecord, Subject


@dataclass(frozen=True)
class Made:
    """A rendered file, or the reason why there is none."""

    content: bytes | None
    reason: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    """Slides without data, and why."""
    renewal_line: str = ""
    """What the portfolio says of it."""


@dataclass(frozen=True)
class DueFile:
    """A file that is due: whose it is, what it shows, how it is called and how it is made."""

    subject: Subject
    kind: str
    language: str
    folder: PurePosixPath
    """Inside the period's."""
    stem: str
    """Of its name, before language and version."""
    suffix: str
    recipe: Recipe
    make: Callable[[str], Made]
    """From the edition id, which is printed in the file."""

    @cached_property
    def edition(self) -> str:
        return edition_of(self.recipe)

    def name(self, version: int) -> str:
        return f"{self.stem}-{self.language}-v{version}{self.suffix}"


Result = PublishedFile | NotMade | Failure
"""What became of a file that was due."""


def publish(run: RunContext, due: DueFile) -> Result:
    """The file of this edition, published before or now."""
    known = already_published(run, due)
    if known is not None:
        return known
    made = attempt(due.subject, due.kind, due.make, due.edition)
    if isinstance(made, Failure):
        return made
    if made.content is None:
        return NotMade(due.subject.name, due.kind, made.reason)
    return registered(run, _stored(run, due, made, made.content), is_new=True)


def results_of(
    clients: tuple[ClientOutcome, ...], portfolio: Result | None, briefs: Sequence[Result]
) -> RunResults:
    """The results of a run together, failures of every kind apart."""
    of_all = (portfolio, *briefs)
    return RunResults(
        clients=clients,
        portfolio=portfolio if isinstance(portfolio, PublishedFile) else None,
        briefs=tuple(item for item in briefs if isinstance(item, PublishedFile)),
        failures=(
            *(failure for client in clients for failure in client.failures),
            *(item for item in of_all if isinstance(item, Failure)),
        ),
    )


def already_published(run: RunContext, due: DueFile) -> PublishedFile | None:
    """The file of this edition where it is registered and still there."""
    known = run.warehouse.find_artifact(due.edition, due.kind, due.subject)
    if known is None or not (run.settings.output / known.path).is_file():
        return None
    keep_published(run.settings, known)
    return registered(run, known, is_new=False)


def _stored(run: RunContext, due: DueFile, made: Made, content: bytes) -> ArtifactRecord:
    """Under the next free version, then in the register."""
    output, period = run.settings.output, str(run.period)
    keep(run.settings.archive, due.name(1), content)
    number, written = first_free(
        run.warehouse.next_version(period, due.subject, due.kind),
        lambda number: output / period / due.folder / due.name(number),
        content,
    )
    record = ArtifactRecord(
        run_id=run.run_id,
        subject=due.subject,
        period=period,
        kind=due.kind,
        language=due.language,
        version=number,
        path=written.path.relative_to(output).as_posix(),
        sha256=written.sha256,
        size=written.size,
        edition_id=due.edition,
        dropped=made.dropped,
        renewal_line=made.renewal_line,
    )
    run.warehouse.register_artifact(record)
    return record


def registered(run: RunContext, record: ArtifactRecord, *, is_new: bool) -> PublishedFile:
    """A file of the register as runs tell of it."""
    return PublishedFile(
        subject=record.subject,
        kind=record.kind,
        language=record.language,
        version=record.version,
        path=run.settings.output / record.path,
        sha256=record.sha256,
        size=record.size,
        edition=record.edition_id,
        is_new=is_new,
        dropped=record.dropped,
        renewal_line=record.renewal_line,
    )
