"""What people are told, in words."""

from delivery.notice import Notice
from expectations.wording import reason
from messages.catalogue import Catalogue
from messages.clause import named
from messages.errors import CarteraError
from messages.errors import worded as said
from pipeline.failures import fault_of
from pipeline.ingest.awaited import Look
from pipeline.outcome import RunSummary


def headline(words: Catalogue, company: str, summary: RunSummary) -> str:
    """The counts of a run in one line."""
    return words.say(
        "run-title",
        company=company,
        period=str(summary.period),
        written=len(summary.written),
        unchanged=len(summary.unchanged),
        held=len(summary.held),
    )


def started(words: Catalogue, company: str, period: str) -> Notice:
    """A run has begun."""
    return Notice(words.say("notice-started", company=company, period=period))


def ended(words: Catalogue, company: str, summary: RunSummary) -> Notice:
    """The counts, then whatever kept files from somebody, then what to do about it."""
    lines = [
        *(
            words.say(
                "notice-held",
                client=client.client_name,
                why=[reason(words, code) for code in client.held],
            )
            for client in summary.held
        ),
        *map(words.text, (*summary.undelivered, *summary.unfetched, *summary.remarks)),
        *([words.say("late-files", files=summary.late)] if summary.late else []),
        *([words.say("stopped-sources", sources=sorted(summary.stopped))] * bool(summary.stopped)),
        *(
            words.say(
                "artifact-failure",
                what=_kind(words, failure.what),
                client=failure.subject.name,
                error=failure.error,
                place=failure.place,
            )
            for failure in summary.failures
        ),
    ]
    next_step = [words.say("notice-next")] if lines else []
    return Notice(headline(words, company, summary), (*lines, *next_step))


def failed(words: Catalogue, company: str, period: str, error: Exception) -> Notice:
    """A run that published nothing: the sentence, which says what to do next."""
    title = words.say("notice-failed", company=company, period=period)
    return Notice(title, (said(fault_of(error), words.language),))


def look_failed(words: Catalogue, company: str, period: str, error: CarteraError) -> Notice:
    """The watcher could not look at the landing place, and started nothing."""
    title = words.say("notice-look-failed", company=company, period=period)
    return Notice(title, (said(error, words.language),))


def late(words: Catalogue, company: str, look: Look) -> Notice:
    """Awaited files have not come; the run goes without them, and again once they are there."""
    title = words.say("notice-late", company=company, period=str(look.period))
    return Notice(title, (words.say("late-files", files=look.late), words.say("notice-late-next")))


def trial(words: Catalogue, company: str) -> Notice:
    """Nothing has happened: somebody wants to see that notices come through."""
    return Notice(words.say("notice-test", company=company), (words.say("notice-test-line"),))


def _kind(words: Catalogue, kind: str) -> str:
    """A kind of file in words; one that people are told of by no name is shown by its id."""
    name = named("kind", kind)
    return words.say(name) if words.has(name) else kind
