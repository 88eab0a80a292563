"""An explanation as people and programs read it."""

import json
import sys
from decimal import Decimal

from cli.tables import console, table
from messages.catalogue import Catalogue
from pipeline.compute.explain import Explanation
from pipeline.compute.explanation_page import page_of
from pipeline.compute.told_rows import Cell, cells, columns_of, shown_as, told_rows
from transforms.core.money import to_major
from transforms.metrics.explained import WHERE_FROM, Selection
from transforms.metrics.kpi import Unit
from transforms.metrics.steps import Fact, Minor


def print_text(found: Explanation, words: Catalogue, most: int) -> None:
    """Definition, arithmetic, then table by table the rows that entered and those left out."""
    out, page = console(), page_of(found, words, told_rows(found, most))
    out.print(f"{page.figure} · {page.who} · {page.period}", style="bold", markup=False)
    out.print(page.definition, markup=False)
    out.print(page.basis, markup=False)
    out.print()
    for line in (page.result, *page.arithmetic, *page.rates):
        out.print(line, markup=False)
    for setting in page.settings:
        name = f"{setting.name} ({setting.key})" if setting.name else setting.key
        out.print(f"{name} = {setting.value}", markup=False)
    for item in page.tables:
        out.print()
        out.print(table(item.title, item.head, item.rows))
        if item.rest:
            out.print(item.rest, markup=False)


def print_html(found: Explanation, words: Catalogue, most: int) -> None:
    """The same as one page for a browser: `cartera explain … --format html > figure.html`."""
    from reports.explanation.html import html_of

    sys.stdout.write(html_of(page_of(found, words, told_rows(found, most))))


def print_json(found: Explanation, language: str) -> None:
    """One object with every row; money exact in major units, days and instants as ISO 8601."""
    value = found.value
    is_money = found.spec.operand_unit is Unit.MONEY
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
        "currency": found.currency if value.value_minor is not None or is_money else "",
        "value": value.value if value.value_minor is None else _major(found, value.value_minor),
        "reason": value.reason,
        "numerator": _part(found, value.numerator),
        "denominator": _part(found, value.denominator),
        "parts_unit": found.spec.operand_unit.value,
        "note": value.note,
        "steps": [
            {"step": step.code, **{name: _fact(found, fact) for name, fact in step.facts.items()}}
            for step in found.steps
        ],
        "settings": dict(found.settings),
        "rates": [vars(rate) | {"rate": f"{rate.rate:f}"} for rate in found.rates],
        "compared_with": _norm_object(found),
        "tables": [_selection_object(part, found) for part in found.selections],
    }
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _major(found: Explanation, minor: int) -> str:
    return str(to_major(minor, found.currency))


def _part(found: Explanation, number: float | None) -> float | str | None:
    if number is None or found.spec.operand_unit is not Unit.MONEY:
        return number
    return _major(found, int(number))


def _fact(found: Explanation, fact: Fact) -> str | float:
    return _major(found, fact.amount) if isinstance(fact, Minor) else fact


def _norm_object(found: Explanation) -> dict[str, object] | None:
    """What clients of the segment are like; money in the company's reporting currency."""
    norm = found.norm
    if norm is None:
        return None
    currency = found.reporting_currency
    return {
        "currency": currency,
        "subscribers": norm.subscribers,
        "active_before": norm.active_before,
        "retained": norm.retained,
        "revenue": str(to_major(norm.revenue_minor, currency)),
        "contribution": str(to_major(norm.contribution_minor, currency)),
        "products": {
            name: {
                "owners": item.owners,
                "median": str(to_major(round(item.median_minor), currency)),
            }
            for name, item in norm.products.items()
        },
    }


def _selection_object(part: Selection, found: Explanation) -> dict[str, object]:
    names = tuple(name for name in columns_of(part) if name not in WHERE_FROM)
    places = cells(WHERE_FROM, part.rows, found.time_zone)
    values = cells(names, part.rows, found.time_zone)
    rows = [
        {
            "entered": not why,
            "left_out": why or None,
            "source": source,
            "file": file,
            "line": line,
            "columns": dict(zip(map(shown_as, names), map(_plain, row), strict=True)),
        }
        for (source, file, line), row, why in zip(places, values, part.left_out, strict=True)
    ]
    return {"table": part.table, "rows": rows}


def _plain(cell: Cell) -> str | float | None:
    return str(cell) if isinstance(cell, Decimal) else cell
