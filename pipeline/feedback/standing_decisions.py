"""What runs start from of all that was decided and typed about renewals."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transforms.renewals.decision import RenewalDecision, Typing


def newest_by_client(
    decisions: Sequence[RenewalDecision],
) -> Mapping[str, RenewalDecision]:
    """What runs start from: of each client, every input as it was last typed for its newest
    renewal, and the last record."""
    found: dict[str, RenewalDecision] = {}
    for decision in decisions:
        before = found.get(decision.client_id)
        if before is not None and before.renewal_date != decision.renewal_date:
            before = None
        merged = decision if before is None else _after(before, decision)
        found[decision.client_id] = replace(merged, typings=_typings(before, decision))
    return found


def _typings(before: RenewalDecision | None, newer: RenewalDecision) -> dict[str, Typing]:
    """Who typed what last, and what was there before."""
    inputs = {} if before is None else before.inputs
    older = {} if before is None else before.typings
    kept = {key: replace(item, is_newest=False) for key, item in older.items()}
    day = newer.imported_at.date()
    return kept | {
        key: Typing(newer.name, day, inputs.get(key), is_newest=True) for key in newer.inputs
    }


def _after(before: RenewalDecision, newer: RenewalDecision) -> RenewalDecision:
    inputs = {**before.inputs, **newer.inputs}
    if newer.decision is not None or before.decision is None:
        return replace(newer, inputs=inputs)
    return replace(  # what was signed was the offer of other inputs: that does not pass on
        newer,
        inputs=inputs,
        decision=before.decision,
        reason=before.reason,
        requested_by=before.requested_by,
        decided_by=before.decided_by,
        signed_by=before.signed_by,
        signed_on=before.signed_on,
        conditions=newer.conditions or before.conditions,
        valid_until=newer.valid_until or before.valid_until,
        comment=newer.comment or before.comment,
    )
