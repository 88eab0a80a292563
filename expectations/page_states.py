"""Sections of the page about sources that were stopped and clients that are held."""

import json
from collections.abc import Mapping

import pandas as pd

from expectations import numerals
from expectations.markup import NO_ATTRIBUTES, Markup, element, head, joined, path, row, table
from expectations.page_fault import Fault, faults_in
from expectations.wording import rule_name, table_name
from messages.catalogue import Catalogue
from messages.clause import Clause, named
from messages.errors import worded
from transforms.core.canonical import Severity

_LINES_SHOWN = 5


def badge(words: Catalogue, severity: str) -> Markup:
    """A severity by word and colour."""
    return element("span", {"class": f"badge {severity}"}, words.say(named("severity", severity)))


def account_label(account: str, names: Mapping[str, str]) -> Markup:
    """The account's name where it is known, and its key."""
    key = element("code", NO_ATTRIBUTES, account)
    return joined(names[account], " ", key) if account in names else key


def stopped_section(
    words: Catalogue, quarantine: pd.DataFrame, unread: Mapping[str, Clause]
) -> Markup:
    """Each stopped source with its reason; nothing where none was."""
    stops = quarantine[quarantine["severity"] == Severity.STOP]
    cards = [_stopped_card(words, stop) for stop in faults_in(stops)]
    cards += [
        _card(words, source, worded(told, words.language).removeprefix(f"{source}: "), "")
        for source, told in unread.items()
        if source not in set(stops["source"])
    ]
    if not cards:
        return Markup()
    heading = element("h2", NO_ATTRIBUTES, words.say("page-stopped-heading"))
    return element("section", NO_ATTRIBUTES, heading, *cards)


def _stopped_card(words: Catalogue, stop: Fault) -> Markup:
    evidence = json.loads(stop.raw)
    sentence = words.say(
        "page-stopped-table",
        unusable=numerals.count(evidence["unusable"], words.language),
        rows=numerals.count(evidence["rows"], words.language),
        table=table_name(words, stop.table),
        rule=rule_name(words, evidence["rule"]),
    )
    where = words.say("page-stopped-place", file=stop.file, line=stop.line)
    return _card(words, stop.source, sentence, where)


def _card(words: Catalogue, source: str, sentence: str, where: str) -> Markup:
    heading = element(
        "div",
        {"class": "heading"},
        badge(words, Severity.STOP),
        element("h3", NO_ATTRIBUTES, source),
        element("span", {"class": "count file-name"}, where),
    )
    text = element("p", NO_ATTRIBUTES, sentence)
    return element("div", {"class": "card"}, element("div", {"class": "top"}, heading, text))


def held_section(words: Catalogue, quarantine: pd.DataFrame, names: Mapping[str, str]) -> Markup:
    """Each held account with its reasons and where they stand; nothing where none is held."""
    faults = quarantine[
        (quarantine["severity"] == Severity.HOLD) & (quarantine["account_id"] != "")
    ]
    if faults.empty:
        return Markup()
    rows = [
        _held_row(words, str(account), str(rule), part, names)
        for (account, rule), part in faults.groupby(["account_id", "rule"], sort=True)
    ]
    heads = tuple(head(words.say(named("page", key))) for key in ("account", "reason", "where"))
    title = words.say("page-held-heading")
    return element(
        "section",
        NO_ATTRIBUTES,
        element("h2", NO_ATTRIBUTES, title),
        element("p", {"class": "intro"}, words.say("page-held-intro")),
        element("div", {"class": "card"}, table(title, heads, rows)),
    )


def _held_row(
    words: Catalogue, account: str, rule: str, part: pd.DataFrame, names: Mapping[str, str]
) -> Markup:
    reason = element("a", {"href": f"#{rule}-{Severity.HOLD}"}, rule_name(words, rule))
    return row(account_label(account, names), reason, _places(words, part))


def _places(words: Catalogue, part: pd.DataFrame) -> Markup:
    """Each file, and the first of the lines in it."""
    files = part.groupby("source_file", sort=True)["source_line"]
    return joined(*(_lines(words, str(file), lines) for file, lines in files))


def _lines(words: Catalogue, file: str, lines: pd.Series) -> Markup:
    known = sorted(lines.dropna().unique())
    shown = ", ".join(str(line) for line in known[:_LINES_SHOWN])
    left = len(known) - _LINES_SHOWN
    more = words.say("page-more-places", count=numerals.count(left, words.language))
    noun = words.say("page-one-line" if len(known) == 1 else "page-several-lines")
    named = f"{noun} {shown}" + (f" {more}" if left > 0 else "")
    return element(
        "div", NO_ATTRIBUTES, path(file), " ", element("span", {"class": "lines"}, named)
    )
