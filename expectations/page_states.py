"""What the page says about sources that were stopped and clients that are held."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from expectations import numerals
from expectations.page_fault import Fault, faults_in
from expectations.wording import rule_name, table_name
from messages.catalogue import Catalogue
from messages.clause import Clause
from messages.errors import worded
from transforms.core.canonical import Severity

_LINES_SHOWN = 5


@dataclass(frozen=True)
class StoppedShown:
    """A stopped source with its reason."""

    name: str
    sentence: str
    place: str = ""


@dataclass(frozen=True)
class Place:
    """A file, and the first of the lines in it."""

    file: str
    lines: str


@dataclass(frozen=True)
class HeldShown:
    """An account that one rule holds, and where."""

    account: str
    name: str
    rule: str
    reason: str
    places: tuple[Place, ...]


def stopped_shown(
    words: Catalogue, quarantine: pd.DataFrame, unread: Mapping[str, Clause]
) -> Iterator[StoppedShown]:
    """Each stopped source; `unread` tells of those that could not be read at all."""
    stops = quarantine[quarantine["severity"] == Severity.STOP]
    yield from (_stopped(words, stop) for stop in faults_in(stops))
    for source, told in unread.items():
        if source not in set(stops["source"]):
            yield StoppedShown(source, worded(told, words.language).removeprefix(f"{source}: "))


def _stopped(words: Catalogue, stop: Fault) -> StoppedShown:
    evidence = json.loads(stop.raw)
    sentence = words.say(
        "page-stopped-table",
        unusable=numerals.count(evidence["unusable"], words.language),
        rows=numerals.count(evidence["rows"], words.language),
        table=table_name(words, stop.table),
        rule=rule_name(words, evidence["rule"]),
    )
    place = words.say("page-stopped-place", file=stop.file, line=stop.line)
    return StoppedShown(stop.source, sentence, place)


def held_shown(
    words: Catalogue, quarantine: pd.DataFrame, names: Mapping[str, str]
) -> list[HeldShown]:
    """Each held account with its reasons and where they stand."""
    faults = quarantine[
        (quarantine["severity"] == Severity.HOLD) & (quarantine["account_id"] != "")
    ]
    return [
        HeldShown(
            str(account),
            names.get(str(account), ""),
            str(rule),
            rule_name(words, str(rule)),
            tuple(_places(words, part)),
        )
        for (account, rule), part in faults.groupby(["account_id", "rule"], sort=True)
    ]


def _places(words: Catalogue, part: pd.DataFrame) -> Iterator[Place]:
    for file, lines in part.groupby("source_file", sort=True)["source_line"]:
        yield Place(str(file), _lines(words, lines))


def _lines(words: Catalogue, lines: pd.Series) -> str:
    known = sorted(lines.dropna().unique())
    shown = ", ".join(str(line) for line in known[:_LINES_SHOWN])
    left = len(known) - _LINES_SHOWN
    more = words.say("page-more-places", count=numerals.count(left, words.language))
    noun = words.say("page-one-line" if len(known) == 1 else "page-several-lines")
    return f"{noun} {shown}" + (f" {more}" if left > 0 else "")
