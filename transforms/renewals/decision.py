"""What finance typed into a renewal workbook and had imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from transforms.renewals.offers import Offer

Typed = float | int | None
"""Money in minor units of the client's currency; None where somebody emptied the cell."""


@dataclass(frozen=True)
class RenewalDecision:
    """Inputs and decision as recorded. Recorded is not approved: that takes somebody who is
    signed in, has the role and did not ask for it."""

    client_id: str
    renewal_date: date
    edition_id: str
    """Of the workbook that was typed into."""
    inputs: Mapping[str, Typed]
    """Only what was typed; every other input keeps its source."""
    decision: Offer | None
    reason: str
    """Code of the policy."""
    requested_by: str
    decided_by: str
    signed_by: str
    signed_on: str
    """As typed."""
    imported_by: str
    imported_at: datetime
    sha256: str
    """Of the imported file."""
