"""The record of a decision in a workbook: its cells, and what its texts stand for."""

from reports.workbook.advice import offer_name
from reports.workbook.brief import Brief
from reports.workbook.words import WorkbookWords

DECISION_FIELDS = (
    "requested_by",
    "decision",
    "reason",
    "decided_by",
    "signed_by",
    "signed_on",
)
"""Cells `dec_…` of the approvals sheet, from top to bottom."""


def reason_label(words: WorkbookWords, code: str) -> str:
    """A reason code in words; one of a company's own stands as it is written in the settings."""
    entry = f"reason_code.{code}"
    return words.say(entry) if words.has(entry) else code.replace("_", " ")


def recorded_text(brief: Brief, field: str) -> str | None:
    """What was recorded for this renewal before; None where nothing was."""
    recorded = brief.client.decision
    if recorded is None or recorded.renewal_date != brief.renewal_date:
        return None
    if field == "decision":
        return None if recorded.decision is None else offer_name(brief, recorded.decision)
    if field == "reason":
        return reason_label(brief.words, recorded.reason) if recorded.reason else None
    texts = {
        "requested_by": recorded.requested_by,
        "decided_by": recorded.decided_by,
        "signed_by": recorded.signed_by,
        "signed_on": recorded.signed_on,
    }
    return texts[field] or None
