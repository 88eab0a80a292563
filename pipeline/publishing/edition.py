"""The edition id: what a client's file was made from, as one short hash."""

import hashlib
from importlib.metadata import version

from reports.client import ClientFile


def facts_id(client: ClientFile, rows_mark: bytes, values_mark: bytes) -> str:
    """The hash of the client's rows, figures, settings, versions and valuation date.

    Neither the run, the clock nor the day of the newest delivery enters: a client for whom
    nothing changed keeps its edition, and its files, whatever else was landed.
    """
    told = (
        version("cartera"),
        client.client_id,
        client.client_name,
        client.locale,
        client.home_locale,
        client.currency,
        client.manager_name,
        client.manager_email,
        str(client.period),
        client.period.valuation_date.isoformat(),
        repr(client.policy),
    )
    digest = hashlib.sha256("\x00".join(told).encode())
    digest.update(rows_mark)
    digest.update(values_mark)
    return digest.hexdigest()


def edition_id(facts: str, kind: str, language: str) -> str:
    """What is printed in the file: one kind of report, in one language, from those facts."""
    return hashlib.sha256(f"{facts}/{kind}/{language}".encode()).hexdigest()[:16]
