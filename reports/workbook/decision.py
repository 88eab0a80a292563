"""The record of a decision in a workbook: its cells, and what its texts stand for."""

from collections.abc import Sequence

from reports.workbook.advice import offer_name
from reports.workbook.brief import Brief
from reports.workbook.words import WorkbookWords
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.signing import (
    ApprovalRequest,
    Progress,
    Signature,
    open_levels,
    progress,
)

DECISION_FIELDS = (
    "requested_by",
    "decision",
    "reason",
    "decided_by",
    "signed_by",
    "signed_on",
    "conditions",
    "valid_until",
    "comment",
)
"""Cells `dec_…` of the approvals sheet, from top to bottom."""
FREE_FIELDS = ("conditions", "valid_until", "comment")
"""Those that nothing depends on, and that workbooks of earlier versions do not have."""


def reason_label(words: WorkbookWords, code: str) -> str:
    """A reason code in words; one of a company's own stands as it is written in the settings."""
    entry = f"reason_code.{code}"
    return words.say(entry) if words.has(entry) else code.replace("_", " ")


def recorded_decision(brief: Brief) -> RenewalDecision | None:
    """What was recorded for this renewal before."""
    found = brief.client.decision
    return None if found is None or found.renewal_date != brief.renewal_date else found


def state_text(brief: Brief) -> str:
    """How far the decision is: recorded by what a workbook says, approved or refused by what
    people who were signed in said to it."""
    recorded = recorded_decision(brief)
    if recorded is None or recorded.decision is None:
        return brief.words.say("approvals.state_none")
    if recorded.request is not None and recorded.signatures:
        return _signed_text(brief, recorded.request, recorded.signatures)
    return brief.words.say(
        "approvals.state_recorded",
        name=recorded.signed_by or recorded.decided_by or recorded.imported_by,
        day=brief.words.day(recorded.imported_at.date()),
    )


def _signed_text(brief: Brief, asked: ApprovalRequest, signed: Sequence[Signature]) -> str:
    words, last = brief.words, signed[-1]
    state = progress(asked, signed)
    who = words.formats.items([item.name for item in signed])
    facts = {"name": who, "day": words.day(last.day)}
    if state is Progress.PENDING:
        open_now = [brief.approver(level) for level in open_levels(asked, signed)]
        return words.say("approvals.state_signed", **facts, levels=words.formats.items(open_now))
    if state is Progress.REFUSED:
        return words.say("approvals.state_refused", **facts | {"name": last.name}, why=last.comment)
    said = [item.comment for item in signed if item.comment]
    approved = words.say("approvals.state_approved", **facts)
    return " ".join([approved, *said])


def recorded_text(brief: Brief, field: str) -> str | None:
    """What was recorded for this renewal before; None where nothing was."""
    recorded = recorded_decision(brief)
    if recorded is None:
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
        "conditions": recorded.conditions,
        "valid_until": recorded.valid_until,
        "comment": recorded.comment,
    }
    return texts[field] or None
