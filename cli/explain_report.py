"""An explanation as people and programs read it."""

import json
import sys
from collections.abc import Sequence

import pandas as pd

from cli.tables import console, table
from messages.catalogue import Catalogue
from messages.clause import named
from pipeline.compute.explain import Explanation
from transforms.core.money import to_major
from transforms.metrics.explained import WHERE_FROM, Selection
from transforms.metrics.kpi import Caveat, Unit
from transforms.metrics.norms import SegmentNorm
from transforms.tables import TABLES

_SOURCE, _FILE, _LINE = WHERE_FROM


def print_text(found: Explanation, words: Catalogue) -> None:
    """Definition, arithmetic, then table by table the rows that entered and those left out."""
    out = console()
    who = _told_of(found)
    out.print(
        f"{found.spec.name(words.language)} · {who} · {found.period}", style="bold", markup=False
    )
    out.print(found.spec.definition(words.language), markup=False)
    facts = {"version": found.spec.version, "known_at": f"{found.known_at:%Y-%m-%d %H:%M %Z}"}
    out.print(words.say("explain-basis", **facts), markup=False)
    out.print()
    for line in _arithmetic(found, words):
        out.print(line, markup=False)
    for part in found.selections:
        out.print()
        _print_selection(part, words)


def _told_of(found: Explanation) -> str:
    """Its name and its id, as several may share a name."""
    is_named = found.client_name != found.client_id
    return f"{found.client_name} ({found.client_id})" if is_named else found.client_id


def print_json(found: Explanation, language: str) -> None:
    """One object; money in major units, days and instants as ISO 8601."""
    value = found.value
    content = {
        "entity_type": found.kind.value,
        "client_id": found.client_id,
        "client_name": found.client_name,
        "kpi": found.spec.id,
        "name": found.spec.name(language),
        "definition": found.spec.definition(language),
        "version": found.spec.version,
        "period": str(found.period),
        "known_at": found.known_at.isoformat(),
        "unit": found.spec.unit.value,
        "currency": found.currency if value.value_minor is not None else "",
        "value": _exact(found),
        "reason": value.reason,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "parts_unit": "minor_units"
        if found.spec.operand_unit is Unit.MONEY
        else found.spec.operand_unit.value,
        "note": value.note,
        "compared_with": _norm_object(found),
        "tables": [_selection_object(part) for part in found.selections],
    }
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _exact(found: Explanation) -> float | str | None:
    """Money as exact text, everything else a number."""
    minor = found.value.value_minor
    return found.value.value if minor is None else str(to_major(minor, found.currency))


def _arithmetic(found: Explanation, words: Catalogue) -> list[str]:
    value = found.value
    if value.reason is not None:
        why = words.say(named("missing", value.reason))
        lines = [words.say("explain-absent", code=value.reason.value, why=why)]
    else:
        unit = words.say(named("unit", found.spec.unit))
        lines = [words.say("explain-value", value=_value(found), unit=unit)]
    if value.numerator is not None:
        lines.append(words.say("explain-numerator", number=_part(found, value.numerator)))
    if value.denominator is not None:
        lines.append(words.say("explain-denominator", number=_part(found, value.denominator)))
    lines += _norm(found, words)
    if value.note:
        lines.append(words.say("explain-note", note=_said_beside(value.note, words)))
    return lines


def _said_beside(note: str, words: Catalogue) -> str:
    """A caveat in words; what else a note says stands in the definition."""
    is_caveat = note in tuple(Caveat)
    return words.say(named("caveat", note)) if is_caveat else note


def _norm(found: Explanation, words: Catalogue) -> list[str]:
    """What clients like this one are like, where the figure compares with them."""
    if found.norm is None:
        return []
    return [words.say("explain-norm", **_norm_numbers(found.norm))]


def _norm_numbers(norm: SegmentNorm) -> dict[str, int]:
    return {
        "subscribers": norm.subscribers,
        "active_before": norm.active_before,
        "retained": norm.retained,
        "revenue_minor": norm.revenue_minor,
        "contribution_minor": norm.contribution_minor,
    }


def _norm_object(found: Explanation) -> dict[str, object] | None:
    """Money in minor units of the company's reporting currency."""
    if found.norm is None:
        return None
    products = {
        name: {"owners": norm.owners, "median_minor": float(norm.median_minor)}
        for name, norm in found.norm.products.items()
    }
    return {**_norm_numbers(found.norm), "products": products}


def _part(found: Explanation, number: float) -> str:
    """Numerator or denominator: money in major units."""
    if found.spec.operand_unit is Unit.MONEY:
        return _money(int(number), found.currency)
    return _number(number)


def _money(minor: int, currency: str) -> str:
    return f"{to_major(minor, currency):,} {currency}"


def _value(found: Explanation) -> str:
    minor, number = found.value.value_minor, found.value.value
    if minor is not None:
        return _money(minor, found.currency)
    if number is None:
        return ""
    return f"{number:.4%}" if found.spec.unit is Unit.RATIO else _number(number)


def _number(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.6g}"


def _print_selection(part: Selection, words: Catalogue) -> None:
    entered, out = part.entered, console()
    title = words.say("explain-entered", table=part.table, count=len(entered))
    head = (*TABLES[part.table].key, *part.shown, "source", "file", "line")
    out.print(table(title, head, [_cells(part, row) for row in _records(entered)]))
    told = part.rows.assign(left_out=part.left_out)
    for reason, rows in told[told["left_out"] != ""].groupby("left_out"):
        why = words.say(named("left-out", str(reason)))
        out.print()
        title = words.say("explain-left-out", table=part.table, count=len(rows), why=why)
        out.print(table(title, head, [_cells(part, row) for row in _records(rows)]))


def _records(rows: pd.DataFrame) -> list[dict[str, object]]:
    plain = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in plain]


def _cells(part: Selection, row: dict[str, object]) -> Sequence[str]:
    names = (*TABLES[part.table].key, *part.shown, _SOURCE, _FILE, _LINE)
    return [_cell(name, row) for name in names]


def _cell(name: str, row: dict[str, object]) -> str:
    value = _plain(name, row)
    return "" if value is None else str(value)


def _plain(name: str, row: dict[str, object]) -> object:
    """Money exact in major units of the row's currency, days and instants as ISO 8601."""
    value = row[name]
    if value is None:
        return None
    if name.endswith("_minor"):
        return f"{to_major(int(str(value)), str(row['currency'])):,}"
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value.tz is None else value.isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    return value


def _selection_object(part: Selection) -> dict[str, object]:
    names = (*TABLES[part.table].key, *part.shown)
    rows = [
        {
            "entered": not why,
            "left_out": why or None,
            "source": row[_SOURCE],
            "file": row[_FILE],
            "line": int(str(row[_LINE])),
            "columns": {name: _plain(name, row) for name in names},
        }
        for row, why in zip(_records(part.rows), part.left_out, strict=True)
    ]
    return {"table": part.table, "rows": rows}
