"""What the page says about control totals."""

from collections.abc import Iterator
from dataclasses import dataclass

from expectations import numerals
from expectations.control_totals import Reconciled, Tally, by_file
from expectations.wording import table_name
from messages.catalogue import Catalogue
from messages.clause import named


@dataclass(frozen=True)
class TallyShown:
    """Rows of one outcome, and notes such as their money."""

    rows: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TotalShown:
    """One table and currency of a file."""

    table: str
    currency: str
    tallies: tuple[TallyShown, ...]
    is_tied: bool
    told: str


@dataclass(frozen=True)
class FileShown:
    """A file's totals."""

    name: str
    rows: tuple[TotalShown, ...]


@dataclass(frozen=True)
class ControlsShown:
    """What was read by file, table and currency, and whether it ties."""

    outcomes: list[str]
    files: tuple[FileShown, ...]
    is_tied: bool
    told: str


def controls_shown(words: Catalogue, totals: list[Reconciled]) -> ControlsShown:
    """Every total in words."""
    wrong = sum(not item.ties for item in totals)
    outcomes = _outcomes_shown(totals)
    return ControlsShown(
        [words.say(named("outcome", outcome)) for outcome in outcomes],
        tuple(
            FileShown(name, tuple(_total(words, item, outcomes) for item in items))
            for name, items in by_file(totals)
        ),
        not wrong,
        words.say("page-some-differ", count=numerals.count(wrong, words.language))
        if wrong
        else words.say("page-all-tie"),
    )


def _outcomes_shown(totals: list[Reconciled]) -> tuple[str, ...]:
    """A stopped source is rare: its column is there only when there is one."""
    always = ("read", "loaded", "quarantined", "filtered")
    stopped = any(item.by_outcome["stopped"].rows for item in totals)
    return (*always, "stopped") if stopped else always


def _total(words: Catalogue, item: Reconciled, outcomes: tuple[str, ...]) -> TotalShown:
    tallies = tuple(_tally(words, item, outcome, item.by_outcome[outcome]) for outcome in outcomes)
    return TotalShown(
        table_name(words, item.table), item.currency, tallies, item.ties, _told(words, item)
    )


def _tally(words: Catalogue, item: Reconciled, outcome: str, tally: Tally) -> TallyShown:
    if not tally.rows and outcome != "read":
        return TallyShown("–")
    notes = _notes(words, item, outcome, tally)
    return TallyShown(numerals.count(tally.rows, words.language), tuple(notes))


def _notes(words: Catalogue, item: Reconciled, outcome: str, tally: Tally) -> Iterator[str]:
    if tally.amount_minor is not None:
        yield numerals.money(tally.amount_minor, item.currency, words.language)
    if outcome == "filtered" and item.filters:
        yield ", ".join(item.filters)


def _told(words: Catalogue, item: Reconciled) -> str:
    if item.ties:
        return words.say("page-ties")
    amount = numerals.money(item.missing_minor, item.currency, words.language)
    return words.say("page-differs", rows=item.missing_rows, amount=amount)
