"""The section of the page about faults: rule by rule, with the file, the line and the row."""

import json
from collections.abc import Iterator, Mapping, Set
from textwrap import shorten

import pandas as pd

from expectations import numerals
from expectations.markup import (
    NO_ATTRIBUTES,
    Markup,
    element,
    head,
    joined,
    number_cell,
    number_head,
    path,
    row,
    table,
)
from expectations.page_fault import Fault, effects, expected_words, faults_in
from expectations.page_states import account_label, badge
from expectations.wording import rule_name, rule_reason, table_name
from messages.catalogue import Catalogue
from messages.clause import named
from transforms.core.canonical import Severity

_ROWS_SHOWN = 25
_NAME_LENGTH = 48
_VALUE_LENGTH = 160
_VALUES_SHOWN = 30
_GRAVEST_FIRST = [str(name) for name in (*(Severity.HOLD, Severity.QUARANTINE), Severity.WARN)]


def faults_section(words: Catalogue, quarantine: pd.DataFrame, names: Mapping[str, str]) -> Markup:
    """A card a rule, the gravest first, then by how many rows break it."""
    heading = element("h2", NO_ATTRIBUTES, words.say("page-faults-heading"))
    cards = [_card(words, rule, effect, part, names) for rule, effect, part in _groups(quarantine)]
    if cards:
        intro = element("p", {"class": "intro"}, words.say("page-faults-intro"))
    else:
        intro = element("p", {"class": "empty"}, words.say("page-faults-none"))
    return element("section", {"id": "faults"}, heading, intro, *cards)


def _groups(quarantine: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Rule, what it does, and its faults; what stopped a source has its own section."""
    faults = quarantine[quarantine["severity"] != Severity.STOP]
    groups = [
        (str(rule), str(effect), part)
        for (rule, effect), part in faults.groupby(["rule", effects(faults)], sort=True)
    ]
    return iter(sorted(groups, key=lambda group: (_GRAVEST_FIRST.index(group[1]), -len(group[2]))))


def _card(
    words: Catalogue, rule: str, effect: str, part: pd.DataFrame, names: Mapping[str, str]
) -> Markup:
    shown = part.sort_values(["source_file", "source_line"]).head(_ROWS_SHOWN)
    rows = [_row(words, fault, names) for fault in faults_in(shown)]
    heads = (
        head(words.say("page-file")),
        number_head(words.say("page-line")),
        *(head(words.say(named("page", key))) for key in ("column", "account", "expected", "row")),
    )
    name = rule_name(words, rule)
    return element(
        "div",
        {"class": "card", "id": f"{rule}-{effect}"},
        _top(words, rule, effect, len(part)),
        table(name, heads, rows),
        _more(words, rule, len(part) - len(shown)),
    )


def _top(words: Catalogue, rule: str, effect: str, faults: int) -> Markup:
    count = words.say("page-rows-at-fault", count=numerals.count(faults, words.language))
    heading = element(
        "div",
        {"class": "heading"},
        badge(words, effect),
        element("h3", NO_ATTRIBUTES, rule_name(words, rule)),
        element("span", {"class": "count"}, count),
    )
    why = " ".join(
        filter(None, (rule_reason(words, rule), words.say(named("severity-effect", effect))))
    )
    return element("div", {"class": "top"}, heading, element("p", {"class": "why"}, why))


def _more(words: Catalogue, rule: str, left: int) -> Markup:
    if not left:
        return Markup()
    text = words.say("page-more-rows", count=numerals.count(left, words.language), rule=rule)
    return element("p", {"class": "more"}, text)


def _row(words: Catalogue, fault: Fault, names: Mapping[str, str]) -> Markup:
    return row(
        element("td", {"class": "place"}, path(fault.file)),
        number_cell(fault.line or "–"),
        element("td", {"class": "place"}, _column(words, fault)),
        element("td", {"class": "account"}, _account(fault, names)),
        element("td", {"class": "clause"}, expected_words(words, fault)),
        _raw(words, fault.raw, {fault.column, *fault.evidence}),
    )


def _account(fault: Fault, names: Mapping[str, str]) -> str:
    """The name is cut short here: the section on held clients gives it in full."""
    if not fault.account:
        return "–"
    known = {fault.account: names[fault.account]} if fault.account in names else {}
    short = {key: shorten(name, _NAME_LENGTH, placeholder="…") for key, name in known.items()}
    return account_label(fault.account, short)


def _column(words: Catalogue, fault: Fault) -> Markup:
    name = (
        element("code", NO_ATTRIBUTES, fault.column)
        if fault.column
        else words.say("page-whole-row")
    )
    return joined(
        element("div", NO_ATTRIBUTES, table_name(words, fault.table)),
        element("div", {"class": "soft"}, name),
    )


def _raw(words: Catalogue, raw: str, marked: Set[str]) -> Markup:
    """The row as pairs of name and value, the telling ones marked and first; else the text."""
    try:
        values = json.loads(raw)
    except ValueError:
        values = raw
    if not isinstance(values, dict):
        return element("span", {"class": "file-name"}, _shortened(raw))
    pairs = sorted(values.items(), key=lambda pair: pair[0] not in marked)
    shown = [_pair(name, value, name in marked) for name, value in pairs[:_VALUES_SHOWN]]
    cut = "" if len(pairs) <= _VALUES_SHOWN else words.say("page-in-full")
    note = element("div", {"class": "soft"}, cut) if cut else Markup()
    return joined(element("dl", {"class": "raw"}, *shown), note)


def _pair(name: str, value: object, is_marked: bool) -> Markup:
    return element(
        "div",
        {"class": "broken"} if is_marked else NO_ATTRIBUTES,
        element("dt", NO_ATTRIBUTES, name),
        element("dd", NO_ATTRIBUTES, _shortened(_plain(value))),
    )


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shortened(text: str) -> str:
    return text if len(text) <= _VALUE_LENGTH else f"{text[:_VALUE_LENGTH]}…"
