"""What a person reads after a mapping has been proposed."""

from collections.abc import Iterator
from pathlib import Path

from cli.tables import console, table
from messages.catalogue import Catalogue
from messages.clause import named
from sources.proposer import Proposal
from sources.proposer.coverage import Coverage, coverage_of
from sources.proposer.guesses import SURE, FileGuess
from sources.proposer.text import listed, told

COLUMNS = ("file", "table", "columns", "confidence", "uncertain")


def print_proposal(proposal: Proposal, out: Path, words: Catalogue) -> None:
    """Per file what it was taken for; then what figures lack; then what to do next."""
    shown = console()
    titles = [words.say(named("map", name)) for name in COLUMNS]
    rows = [row for file in proposal.files for row in _rows(file, words)]
    shown.print(table(words.say("map-title", path=out), titles, rows))
    for name, why in proposal.unreadable:
        text = words.say("map-unreadable", file=name, why=why)
        shown.print(f"  {text}", markup=False, soft_wrap=True)
    for line in _left_to_a_person(proposal, words):
        shown.print(f"  {line}", markup=False, soft_wrap=True)
    for line in _lacks(coverage_of(proposal), words):
        shown.print(line, markup=False, soft_wrap=True)
    shown.print(words.say("map-next"), markup=False, soft_wrap=True)


def _rows(file: FileGuess, words: Catalogue) -> Iterator[tuple[str, ...]]:
    if file.unused:
        near = f"{file.nearest.guess.tables[0].table}?" if file.nearest else "–"
        tables = ", ".join(file.shipped) or near
        yield file.looked.name, tables, "", "", told(words, file.unused)
    for made in file.tables:
        doubtful = [item.column for item in made.columns if item.confidence < 0.7]
        written = sum(item.confidence >= SURE for item in made.columns)
        share = f"{made.confidence:.0%}"
        yield file.looked.name, made.table, str(written), share, ", ".join(doubtful)


def _left_to_a_person(proposal: Proposal, words: Catalogue) -> Iterator[str]:
    """Words without a meaning and columns that nothing reads, file by file."""
    for file in (item for item in proposal.files if item.tables):
        name = file.looked.name
        for guess in (item for made in file.tables for item in made.columns if item.unknown):
            said = listed(guess.unknown)
            yield words.say("map-unknown-words", file=name, column=guess.column, words=said)
        if file.unread:
            yield words.say("map-unread", file=name, columns=listed(file.unread))


def _lacks(found: Coverage, words: Catalogue) -> Iterator[str]:
    yield ""
    yield words.say("map-fed", fed=found.fed, all=found.all)
    for lack in found.lacks:
        names = ", ".join(_kpi_name(kpi, words.language) for kpi in lack.kpis)
        yield "  " + words.say("map-lack", tables=", ".join(lack.tables), kpis=names)
    for name, columns in found.empty_columns:
        yield "  " + words.say("map-empty", table=name, columns=", ".join(columns))
    yield ""


def _kpi_name(kpi: str, language: str) -> str:
    from transforms.kpis import specs

    return specs()[kpi].name(language)
