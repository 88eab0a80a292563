"""Figures as people and programs read them: money in major units, absent left empty."""

import csv
import json
import re
import sys
from collections.abc import Hashable

import pandas as pd

from cli.tables import console, table
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue
from messages.clause import named
from transforms.core.cells import inert
from transforms.core.money import to_major
from transforms.kpis import specs
from transforms.metrics.kpi import Caveat, Missing, Unit

COLUMNS: tuple[str, ...] = (
    "account_id",
    "kpi",
    "period",
    "value",
    "unit",
    "currency",
    "reason",
    "numerator",
    "denominator",
    "rows",
    "version",
    "note",
    "entity_type",
    "entity_name",
)


_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")


def print_kpis(values: pd.DataFrame, form: str, language: str | None) -> None:
    """To standard output, as `table`, `csv` or `json`."""
    rows = [
        _row(row) for row in values.astype(object).where(values.notna(), None).to_dict("records")
    ]
    if form == "csv":
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _inert(text) for name, text in row.items()} for row in rows)
    elif form == "json":
        minors = values["value_minor"].astype(object).where(values["value_minor"].notna(), None)
        typed = [_typed(row, minor) for row, minor in zip(rows, minors, strict=True)]
        json.dump(typed, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _print_table(rows, readers_language(language))


def _inert(text: str) -> str:
    """A cell that a spreadsheet takes for text: names may begin like a formula, numbers may not
    be touched."""
    return text if _NUMBER.fullmatch(text) else inert(text)


def _row(row: dict[Hashable, object]) -> dict[str, str]:
    """One figure as text; money exact in major units."""
    return {
        "account_id": str(row["entity_id"]),
        "kpi": str(row["kpi"]),
        "period": str(row["period"]),
        "value": _value(row),
        "unit": str(row["unit"]),
        "currency": str(row["currency"] or ""),
        "reason": str(row["reason"] or ""),
        "numerator": _number(row["numerator"]),
        "denominator": _number(row["denominator"]),
        "rows": _number(row["rows"]),
        "version": _number(row["version"]),
        "note": str(row["note"] or ""),
        "entity_type": str(row["entity_type"]),
        "entity_name": str(row["entity_name"] or ""),
    }


def _value(row: dict[Hashable, object]) -> str:
    if row["value_minor"] is not None:
        return str(to_major(int(str(row["value_minor"])), str(row["currency"])))
    return _number(row["value"])


def _number(value: object) -> str:
    """Shortest exact text: 12 rather than 12.0."""
    if value is None:
        return ""
    number = float(str(value))
    return str(int(number)) if number.is_integer() and abs(number) < 2**53 else repr(number)


def _typed(row: dict[str, str], minor: object) -> dict[str, object]:
    """Numbers as numbers; money is exact in `value_minor` and `value_exact` alone."""
    is_money = minor is not None
    exact = {
        "value_minor": int(str(minor)) if is_money else None,
        "value_exact": row["value"] if is_money else None,
    }
    numbers = ("value", "numerator", "denominator", "rows", "version")
    typed = {**row, **{name: json.loads(row[name]) if row[name] else None for name in numbers}}
    return {**typed, **exact}


def _print_table(rows: list[dict[str, str]], language: str) -> None:
    """In the reader's words; the key is what `explain` asks for."""
    words = catalogue(language)
    names = {key: spec.name(language) for key, spec in specs().items()}
    lines = [
        [
            row["entity_name"],
            row["account_id"],
            names.get(row["kpi"], row["kpi"]),
            row["kpi"],
            _short(row["value"]),
            row["currency"],
            words.say(named("unit", Unit(row["unit"]))),
            _said(row, words),
            row["rows"],
        ]
        for row in rows
    ]
    columns = ("name", "id", "figure", "key", "value", "currency", "unit", "caveat", "rows")
    console().print(table("", [words.say(named("column", name)) for name in columns], lines))


def _said(row: dict[str, str], words: Catalogue) -> str:
    """Why there is no value, or what must be said beside it."""
    if row["reason"]:
        return words.say(named("missing", Missing(row["reason"])))
    return words.say(named("caveat", row["note"])) if row["note"] in tuple(Caveat) else ""


def _short(text: str) -> str:
    try:
        number = float(text)
    except ValueError:
        return text
    return text if len(text) <= 14 else f"{number:.6g}"
