"""What finance typed into a renewal workbook and had imported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from transforms.renewals.offers import Offer
from transforms.renewals.signing import ApprovalRequest, Signature

Typed = float | int | None
"""Money in minor units of the client's currency; None where somebody emptied the cell."""


@dataclass(frozen=True)
class Typing:
    """Who typed an input, when it was imported, and what stood there before."""

    name: str
    day: date
    before: Typed
    """What had been typed before; None where nothing had, or an empty cell."""
    is_newest: bool
    """Whether it came with the newest import."""


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
    conditions: str = ""
    """What the decision is tied to, as typed."""
    valid_until: str = ""
    """The last day on which it holds, as typed."""
    comment: str = ""
    request: ApprovalRequest | None = None
    """What has to be signed; None without a decision, and for those of earlier releases."""
    signatures: tuple[Signature, ...] = ()
    """By people who were signed in, oldest first."""
    typings: Mapping[str, Typing] = field(default_factory=dict[str, Typing])
    """Of each input, from all imports together; empty for a single one as it is stored."""

    @property
    def name(self) -> str:
        """Whoever signed it, else whoever imported it."""
        return self.signed_by or self.imported_by
