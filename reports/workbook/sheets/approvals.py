"""The approval policy, whom each offer goes to, and where the decision is written down."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.decision import DECISION_FIELDS, reason_label, recorded_text, state_text
from reports.workbook.model import Area, InputKind, PrintSetup, Validation
from reports.workbook.page import BuiltSheet, Page
from transforms.renewals.approval import Approval, ApprovalReason, has_finance

ORDER = 80

_LABEL, _SECOND, _THIRD, _FOURTH = range(1, 5)
_BANDS_ROW = 4
_REASONS = 6
"""Column of the reason codes, right of the printed page."""


def build(brief: Brief) -> BuiltSheet:
    """Policy, offers and signatures, from top to bottom."""
    page = Page("approvals", brief.titles["approvals"], look.SLATE, (2, 40, 26, 30, 36, 4, 30))
    page.put(0, _LABEL, brief.words.say("approvals.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    row = _policy(page, brief, _BANDS_ROW)
    row = _offers(page, brief, row + 1)
    row = _signatures(page, brief, row + 1)
    return page.built(
        PrintSetup(
            is_landscape=False,
            area=Area(0, 0, row, _FOURTH),
            footer=brief.footer,
        )
    )


def _policy(page: Page, brief: Brief, row: int) -> int:
    words = brief.words
    bands = brief.client.policy.renewal.bands
    page.section(row - 1, _LABEL, _FOURTH, words.say("approvals.policy"), look.SECTION)
    headers = [words.say(f"approvals.{key}") for key in ("tier", "up_to", "approver", "below")]
    page.band(row, _LABEL, _FOURTH, look.HEADER)
    page.row(row, _LABEL, headers, look.HEADER)
    page.restyle(row, _SECOND, look.HEADER_RIGHT)
    page.restyle(row, _THIRD, look.HEADER_AFTER_FIGURE)
    page.restyle(row, _FOURTH, look.HEADER_AFTER_FIGURE)
    named = replace(look.LABEL, align="left", indent=1)
    for tier, band in enumerate(bands, start=1):
        page.band(row + tier, _LABEL, _FOURTH, look.LABEL)
        page.put(row + tier, _LABEL, tier, replace(look.LABEL, align="left"))
        page.put(row + tier, _SECOND, band.up_to, look.figure(brief.percent))
        page.put(row + tier, _THIRD, brief.approver(band.approver), named)
        joins = not has_finance(band.approver)
        below = Approval(tier, band.approver, ApprovalReason.BAND, joins)
        page.put(row + tier, _FOURTH, brief.approving(below), named)
    page.name("pol_up_to", row + 1, _SECOND, height=len(bands))
    page.name("pol_approver", row + 1, _THIRD, height=len(bands))
    page.name("pol_approver_below", row + 1, _FOURTH, height=len(bands))
    return _further_rules(page, brief, row + len(bands) + 1)


def _further_rules(page: Page, brief: Brief, row: int) -> int:
    words, policy = brief.words, brief.client.policy
    years = policy.renewal.long_term_months / 12
    escalation = brief.reporting_major(policy.renewal.escalation_deal_minor)
    label = words.say("approvals.escalation", currency=policy.reporting_currency)
    page.put(row, _LABEL, label, look.LABEL)
    page.put(row, _SECOND, escalation, look.figure('#,##0;-#,##0;"–"'))
    page.name("pol_escalation", row, _SECOND)
    page.put(row + 1, _LABEL, words.say("approvals.long_term"), look.LABEL)
    page.put(row + 1, _SECOND, years, look.figure("0.0"))
    page.name("pol_long_years", row + 1, _SECOND)
    page.put(row + 2, _LABEL, words.say("approvals.floor_rule"), look.NOTE)
    page.merge(row + 2, _LABEL, _FOURTH)
    page.heights[row + 2] = 28
    return row + 3


def _offers(page: Page, brief: Brief, row: int) -> int:
    words = brief.words
    page.section(row, _LABEL, _FOURTH, words.say("approvals.offers"), look.SECTION)
    keys = ("offer", "list_discount", "margin", "approver")
    page.row(row + 1, _LABEL, [words.say(f"approvals.{key}") for key in keys], look.HEADER)
    page.restyle(row + 1, _SECOND, look.HEADER_RIGHT)
    page.restyle(row + 1, _THIRD, look.HEADER_RIGHT)
    page.restyle(row + 1, _FOURTH, look.HEADER_AFTER_FIGURE)
    for number in range(1, len(OFFERS) + 1):
        at = row + 1 + number
        share = look.figure(brief.percent)
        page.formula(at, _LABEL, f"INDEX(sc_name,{number})", look.LABEL)
        page.formula(at, _SECOND, f"INDEX(sc_list_discount,{number})", share)
        page.formula(at, _THIRD, f"INDEX(sc_margin,{number})", share)
        approver = replace(look.LABEL, align="left", indent=1)
        page.formula(at, _FOURTH, f"INDEX(sc_approver,{number})", approver)
    return row + len(OFFERS) + 2


def _signatures(page: Page, brief: Brief, row: int) -> int:
    words = brief.words
    page.section(row, _LABEL, _FOURTH, words.say("approvals.record"), look.SECTION)
    for offset, key in enumerate(DECISION_FIELDS, start=1):
        page.put(row + offset, _LABEL, words.say(f"approvals.{key}"), look.LABEL)
        page.band(row + offset, _SECOND, _FOURTH, look.INPUT_TEXT)
        page.put(row + offset, _SECOND, recorded_text(brief, key), look.INPUT_TEXT)
        page.merge(row + offset, _SECOND, _FOURTH)
        page.name(f"dec_{key}", row + offset, _SECOND)
        page.heights[row + offset] = 24
    _choices(page, brief)
    status_row = row + len(DECISION_FIELDS) + 1
    style = replace(look.NOTE, colour=look.RED, bold=True)
    text = _warnings(brief)
    page.heights[status_row] = 42
    page.band(status_row, _LABEL, _FOURTH, style)
    page.formula(status_row, _LABEL, text, style)
    page.merge(status_row, _LABEL, _FOURTH)
    state_row = status_row + 1
    page.put(state_row, _LABEL, state_text(brief), replace(look.LABEL, bold=True, wrap=True))
    page.merge(state_row, _LABEL, _FOURTH)
    page.heights[state_row] = 32
    note_row = state_row + 1
    page.put(note_row, _LABEL, words.say("approvals.record_note"), look.NOTE)
    page.merge(note_row, _LABEL, _FOURTH)
    page.heights[note_row] = 28
    return note_row


def _warnings(brief: Brief) -> str:
    """What is odd about the decision as it is typed; each sentence only where it holds."""
    say = brief.words.say
    needed = "IFERROR(INDEX(sc_tier,MATCH(dec_decision,sc_name,0)),0)"
    own = "IFERROR(MATCH(dec_decided_by,pol_approver,0),0)"
    found = {
        "reason_missing": 'AND(dec_decision<>"",dec_reason="")',
        "by_requester": 'AND(dec_signed_by<>"",dec_signed_by=dec_requested_by)',
        "beyond_level": f'AND(dec_decision<>"",dec_decided_by<>"",{own}>0,{own}<{needed})',
    }
    return "&".join(
        f'IF({condition},"{say(f"approvals.{key}")} ","")' for key, condition in found.items()
    )


def _choices(page: Page, brief: Brief) -> None:
    """What is decided is one of the offers, and why is one of the policy's reason codes."""
    words, codes = brief.words, brief.client.policy.renewal.reason_codes
    page.put(_BANDS_ROW - 1, _REASONS, words.say("approvals.reason_codes"), look.SECTION)
    for offset, code in enumerate(codes):
        page.put(_BANDS_ROW + offset, _REASONS, reason_label(words, code), look.LABEL)
    page.name("pol_reason", _BANDS_ROW, _REASONS, height=len(codes))
    for key, source in (("decision", "=sc_name"), ("reason", "=pol_reason")):
        page.validations.append(
            Validation(
                area=page.names[f"dec_{key}"],
                kind=InputKind.CHOICE,
                prompt_title=words.say(f"approvals.{key}"),
                prompt=words.say(f"approvals.{key}_prompt"),
                error_title=words.say("assumptions.error_title"),
                error=words.say("approvals.pick_error"),
                source=source,
            )
        )
