"""The edition id: what a client's file was made from, as one short hash."""

import hashlib
from importlib.metadata import version

import pandas as pd

from reports.client import ClientFile


def facts_id(client: ClientFile, values: pd.DataFrame) -> str:
    """The hash of the client's rows, figures, settings, versions and valuation date.

    Neither the run, the clock nor the day of the newest delivery enters: a client for whom
    nothing changed keeps its edition, and its files, whatever else was landed.
    """
    digest = hashlib.sha256()
    for part in (
        version("cartera"),
        client.client_id,
        client.client_name,
        client.locale,
        client.currency,
        client.manager_name,
        client.manager_email,
        str(client.period),
        client.period.valuation_date.isoformat(),
        repr(client.policy),
    ):
        digest.update(part.encode())
        digest.update(b"\x00")
    for name in sorted(client.tables):
        _add_frame(digest, name, client.tables[name])
    _add_frame(digest, "kpis", values.sort_values(["kpi", "period"]))
    return digest.hexdigest()


def edition_id(facts: str, kind: str, language: str) -> str:
    """What is printed in the file: one kind of report, in one language, from those facts."""
    return hashlib.sha256(f"{facts}/{kind}/{language}".encode()).hexdigest()[:16]


def _add_frame(digest: "hashlib._Hash", name: str, frame: pd.DataFrame) -> None:
    digest.update(name.encode())
    digest.update(",".join(frame.columns).encode())
    digest.update(frame.to_csv(index=False, header=False).encode())
