"""Control totals: every row and every amount that was read is loaded, quarantined or filtered."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sources.errors import ControlTotalsError
from sources.tables.faults import Origin
from transforms.core.canonical import CONTROL_DTYPES, Severity, frame_of
from transforms.tables import TABLES

_PLACE = ["source", "source_file", "table_name"]
_KEY = [*_PLACE, "outcome", "currency"]


def outcome_totals(
    origin: Origin, rows: pd.DataFrame, outcomes: NDArray[np.object_]
) -> list[dict[str, object]]:
    """Totals of rows with `_amount` and `_currency` by outcome; `read` is all of them.

    What is loaded is counted when it is: validation may still take rows out.
    """
    currencies = rows["_currency"].fillna("").to_numpy(dtype=object)
    told: list[dict[str, object]] = []
    for currency in set(currencies):
        of_currency = currencies == currency
        for outcome in {"read", *outcomes[of_currency]} - {"loaded"}:
            taken = of_currency if outcome == "read" else of_currency & (outcomes == outcome)
            known = rows["_amount"][taken].dropna().tolist()
            told.append(
                {
                    "source": origin.source,
                    "source_file": origin.source_file,
                    "table_name": origin.spec.name,
                    "outcome": outcome,
                    "currency": currency,
                    "row_count": int(taken.sum()),
                    "amount_minor": sum(known) if known else None,
                }
            )
    return told


def summed(totals: pd.DataFrame) -> pd.DataFrame:
    """Totals of the same file, table, outcome and currency added up."""
    if totals.empty:
        return frame_of(CONTROL_DTYPES)
    added = totals.groupby(_KEY)[["row_count", "amount_minor"]].sum(min_count=1)
    return added.reset_index()[list(CONTROL_DTYPES)].astype(CONTROL_DTYPES)


def close_controls(
    read: pd.DataFrame, loaded: pd.DataFrame, quarantine: pd.DataFrame
) -> pd.DataFrame:
    """Full control totals: read, loaded, quarantined and filtered, by file, table and currency.

    `read` comes from reading, `loaded` counts the rows that passed validation,
    `quarantine` holds the faults of both; only those of severity `quarantine` took rows out.
    A source that a rule of severity `stop` kept out has its other rows under the outcome
    `stopped`.
    Raises ControlTotalsError where read is not the sum of the others.
    """
    kept = read[read["outcome"].eq("read") | read["outcome"].str.startswith("filtered:")]
    parts = [kept, loaded, _quarantined_totals(quarantine)]
    totals = summed(pd.concat(parts, ignore_index=True))
    stopped = set(quarantine.loc[quarantine["severity"] == Severity.STOP.value, "source"])
    rest = _differences(totals)
    is_stopped = rest["source"].isin(stopped)
    _check(rest[~is_stopped])
    told = rest[is_stopped & rest["row_count"].ne(0)].assign(outcome="stopped")
    return summed(pd.concat([totals, told[list(CONTROL_DTYPES)]], ignore_index=True))


def loaded_totals(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Totals of a table's rows by file and currency, under the outcome `loaded`."""
    spec = TABLES[name]
    amounts = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    currencies = pd.Series("", index=frame.index, dtype="str")
    if spec.control_amount:
        amounts, currencies = frame[spec.control_amount], frame["currency"]
    rows = frame[["source", "source_file"]].assign(table_name=name, outcome="loaded")
    return summed(_counted(rows, amounts, currencies))


def _quarantined_totals(quarantine: pd.DataFrame) -> pd.DataFrame:
    """A row counts once, however many rules it breaks."""
    out = quarantine[quarantine["severity"] == Severity.QUARANTINE.value]
    out = out.drop_duplicates([*_PLACE, "source_line", "raw"])
    rows = out[_PLACE].assign(outcome="quarantined")
    return summed(_counted(rows, out["amount_minor"], out["currency"]))


def _counted(rows: pd.DataFrame, amounts: pd.Series, currencies: pd.Series) -> pd.DataFrame:
    """One total a row; an amount and its currency are both there, or neither."""
    return rows.assign(
        currency=currencies.where(amounts.notna(), "").fillna(""), row_count=1, amount_minor=amounts
    )


def _differences(totals: pd.DataFrame) -> pd.DataFrame:
    """Read minus the sum of the others, by file, table and currency."""
    sign = totals["outcome"].eq("read").map({True: 1, False: -1})
    signed = totals.assign(
        row_count=totals["row_count"] * sign, amount_minor=totals["amount_minor"].fillna(0) * sign
    )
    return signed.groupby([*_PLACE, "currency"], as_index=False)[
        ["row_count", "amount_minor"]
    ].sum()


def _check(differences: pd.DataFrame) -> None:
    wrong = differences[differences["row_count"].ne(0) | differences["amount_minor"].ne(0)]
    for row in wrong.itertuples():
        raise ControlTotalsError(
            str(row.source_file),
            str(row.table_name),
            str(row.currency) or "none",
            int(row.row_count),  # type: ignore[arg-type]
            int(row.amount_minor),  # type: ignore[arg-type]
        )


def all_totals(parts: Sequence[dict[str, object]]) -> pd.DataFrame:
    """Totals of many pieces as one frame."""
    return summed(frame_of(CONTROL_DTYPES, list(parts)))
