"""What the page says about faults: rule by rule, with the file, the line and the row."""

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from textwrap import shorten

import pandas as pd

from expectations import numerals
from expectations.page_fault import DeclaredRules, Fault, expected_words, faults_in
from expectations.wording import rule_name, rule_reason, table_name
from messages.catalogue import Catalogue
from messages.clause import named
from transforms.core.canonical import Severity

_ROWS_SHOWN = 25
_NAME_LENGTH = 48
_VALUE_LENGTH = 160
_VALUES_SHOWN = 30
_GRAVEST_FIRST = [str(name) for name in (*(Severity.HOLD, Severity.QUARANTINE), Severity.WARN)]


@dataclass(frozen=True)
class ValueShown:
    """A column of the row at fault; a telling one shows what is wrong."""

    name: str
    text: str
    is_telling: bool


@dataclass(frozen=True)
class FaultShown:
    """A row at fault."""

    file: str
    line: str
    table: str
    column: str
    account: str
    name: str
    expected: str
    values: tuple[ValueShown, ...] | None
    """The row's values, the telling ones first; None where it was kept as a text."""
    text: str
    """That text, or that not all values are shown."""


@dataclass(frozen=True)
class CardShown:
    """A rule, what it does, and the first of the rows that break it."""

    rule: str
    effect: str
    name: str
    why: str
    count: str
    rows: tuple[FaultShown, ...]
    more: str


def faults_shown(
    words: Catalogue, results: pd.DataFrame, quarantine: pd.DataFrame, names: Mapping[str, str]
) -> list[CardShown]:
    """A card a rule, the gravest first, then by how many rows break it."""
    rules = DeclaredRules.of(results)
    return [_card(words, rules, effect, part, names) for effect, part in _groups(rules, quarantine)]


def _groups(rules: DeclaredRules, quarantine: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """What a rule does, and its faults; what stopped a source has its own section."""
    faults = quarantine[quarantine["severity"] != Severity.STOP]
    groups = [
        (str(effect), part)
        for (_, effect), part in faults.groupby(["rule", rules.effects(faults)], sort=True)
    ]
    return iter(sorted(groups, key=lambda group: (_GRAVEST_FIRST.index(group[0]), -len(group[1]))))


def _card(
    words: Catalogue,
    rules: DeclaredRules,
    effect: str,
    part: pd.DataFrame,
    names: Mapping[str, str],
) -> CardShown:
    shown = part.sort_values(["source_file", "source_line"]).head(_ROWS_SHOWN)
    rule, left = str(part["rule"].iloc[0]), len(part) - len(shown)
    effect_told = words.say(named("severity-effect", effect))
    count, more = (numerals.count(number, words.language) for number in (len(part), left))
    return CardShown(
        rule,
        effect,
        rule_name(words, rule),
        " ".join(filter(None, (rule_reason(words, rule), effect_told))),
        words.say("page-rows-at-fault", count=count),
        tuple(_row(words, rules, fault, names) for fault in faults_in(shown)),
        words.say("page-more-rows", count=more, rule=rule) if left else "",
    )


def _row(
    words: Catalogue, rules: DeclaredRules, fault: Fault, names: Mapping[str, str]
) -> FaultShown:
    values, text = _raw(words, fault.raw, rules.telling(fault))
    return FaultShown(
        fault.file,
        fault.line,
        table_name(words, fault.table),
        fault.column,
        fault.account,
        # Cut short here: the section on held clients gives it in full.
        shorten(names.get(fault.account, ""), _NAME_LENGTH, placeholder="…"),
        expected_words(words, fault),
        values,
        text,
    )


def _raw(
    words: Catalogue, raw: str, telling: Set[str]
) -> tuple[tuple[ValueShown, ...] | None, str]:
    """The row as names and values, and what to say of it; else only the text."""
    try:
        values = json.loads(raw)
    except ValueError:
        values = raw
    if not isinstance(values, dict):
        return None, _shortened(raw)
    pairs = sorted(values.items(), key=lambda pair: pair[0] not in telling)
    shown = tuple(
        ValueShown(name, _shortened(_plain(value)), name in telling)
        for name, value in pairs[:_VALUES_SHOWN]
    )
    return shown, "" if len(pairs) <= _VALUES_SHOWN else words.say("page-in-full")


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shortened(text: str) -> str:
    return text if len(text) <= _VALUE_LENGTH else f"{text[:_VALUE_LENGTH]}…"
