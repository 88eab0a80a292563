"""Answers too many of which are on another scale: none of the file counts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from messages.clause import Clause, clause, from_stored
from sources.tables.faults import Origin, rows_told
from sources.tables.table_reader import TableUnit, UnitRows
from transforms.core.row_days import row_days, row_keys, row_kinds

_SLIPS = 0.05
"""What share of answers may be typed wrong."""
_RULE = "off_scale"


def on_scale(unit: TableUnit, pieces: Iterable[UnitRows]) -> Iterator[UnitRows]:
    """What an entry made of a file. Where too many of its answers for slips are on another scale
    the others mean something else, too: all of them are kept out, and told in one sentence."""
    scaled = [name for name, rule in unit.table.columns.items() if rule.scale]
    if not scaled:
        yield from pieces
        return
    made = list(pieces)
    told = _off_scale(made)
    for piece in made:
        yield _kept_out(piece, unit.origin, scaled[0], told) if told else piece


def _off_scale(made: Sequence[UnitRows]) -> Clause | None:
    faults = [frame[frame["rule"] == _RULE] for piece in made for frame in piece.quarantine]
    beyond = pd.concat(faults) if faults else pd.DataFrame()
    totals = (total for piece in made for total in piece.controls if total["outcome"] == "read")
    rows = sum(int(str(total["row_count"])) for total in totals)
    if len(beyond) <= rows * _SLIPS:
        return None
    expected = from_stored(str(beyond["expected"].iloc[0]))
    return clause("export-off-scale", count=len(beyond), rows=rows, expected=expected)


def _kept_out(piece: UnitRows, origin: Origin, column: str, told: Clause) -> UnitRows:
    """The same with no row left."""
    sentence = told.stored()
    for frame in piece.quarantine:
        frame["expected"] = frame["expected"].mask(frame["rule"] == _RULE, sentence)
    for rows in piece.tables:
        piece.quarantine.append(_faults(rows, origin).assign(column_name=column, expected=sentence))
    piece.tables = [rows.iloc[:0] for rows in piece.tables]
    piece.former = [flags.iloc[:0] for flags in piece.former]
    piece.versions = [replace(item, moments=item.moments.iloc[:0]) for item in piece.versions]
    return piece


def _faults(rows: pd.DataFrame, origin: Origin) -> pd.DataFrame:
    spec = origin.spec
    facts = rows[list(spec.key)].astype("str").to_dict("records")
    told = pd.DataFrame(
        {
            "source_line": rows["source_line"],
            "account_id": rows["account_id"],
            "raw": [json.dumps(fact, ensure_ascii=False) for fact in facts],
            "row_key": row_keys(spec, rows),
            "kind": row_kinds(spec, rows),
            **row_days(spec, rows),
        }
    )
    return rows_told(told.assign(rule=_RULE), origin)
