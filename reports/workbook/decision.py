"""The record of a decision in a workbook: its cells, and what its texts stand for."""

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
