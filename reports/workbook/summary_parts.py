"""The two upper halves of the summary: the offers beside each other, and who approves."""

from collections.abc import Mapping
from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.advice import reason_text, turning_points
from reports.workbook.brief import Brief
from reports.workbook.decision import recorded_text, state_text
from reports.workbook.input_line import InputLine, InputUnit
from reports.workbook.model import Area, Highlight, Style
from reports.workbook.page import Page
from reports.workbook.worded_input import worded
from transforms.renewals.offers import Offer

_LABEL, _FIRST, _AGREED = 1, 2, 5
_CARD, _CARD_VALUE, _LAST = 7, 8, 11
_COLUMNS = {"as_is": Offer.AS_IS, "asked": Offer.AS_REQUESTED, "offered": Offer.COUNTER}
_LOOKS = {
    "asked": (look.ASKED, look.ASKED_PALE),
    "offered": (look.OFFERED, look.OFFERED_PALE),
}
_CONDITIONS = ("discount", "years", "uplift", "billing", "payment", "services", "exclusivity")
_RESULTS = (
    *("net", "list_discount", "margin", "floor_gap", "probability", "expected_npv"),
    *("expected_full", "change", "arr"),
)
_ROWS = 20
"""Of both halves, of one height, so that texts may take several."""
_STRONG = ("discount", "margin", "change")
_AGREED_INPUTS = {
    "discount": "in_agreed_discount",
    "years": "in_agreed_term_years",
    "uplift": "in_agreed_uplift",
    "billing": "in_agreed_billing_months",
    "payment": "in_agreed_payment_days",
    "services": "in_agreed_services",
    "exclusivity": "in_agreed_exclusivity",
}
_IS_ASKED = (
    "in_discount+in_concessions+in_asked_exclusivity+(in_asked_term_years-1)"
    "+COUNT(in_asked_uplift,in_asked_billing_months,in_asked_payment_days)>0"
)
"""Whether the client wants anything but to renew as it is."""
_EXCLUSIVE = {"asked": "in_asked_exclusivity", "offered": "in_offered_exclusivity"}


def offers_table(page: Page, brief: Brief, row: int) -> int:
    """Unchanged, asked, offered, agreed: conditions over results. Returns the row after it."""
    say = brief.words.say
    currency = say("scenarios.measure", currency=brief.client.currency)
    page.put(row, _LABEL, currency, look.HEADER)
    for column, side in enumerate((*_COLUMNS, "agreed"), start=_FIRST):
        fill = _LOOKS.get(side, (look.NAVY, ""))[0]
        style = replace(look.HEADER_RIGHT, fill=fill)
        if side == "asked":
            told = (
                f'IF({_IS_ASKED},"{say("summary.side_asked")}","{say("summary.side_not_asked")}")'
            )
            page.formula(row, column, told, style)
            page.name("asked_side", row, column)
        else:
            page.put(row, column, say(f"summary.side_{side}"), style)
    page.heights[row] = 20
    for offset in range(1, _ROWS):
        page.heights[row + offset] = 17
    for offset, measure in enumerate((*_CONDITIONS, *_RESULTS), start=1):
        _measure(page, brief, row + offset, measure)
    area = Area(row + 1, _FIRST, row + len(_CONDITIONS) + len(_RESULTS), _AGREED)
    _below_zero(page, area, row)
    return area.last_row + 1


def _measure(page: Page, brief: Brief, row: int, measure: str) -> None:
    style = _style(brief, measure)
    label = look.LABEL_BOLD if measure in _STRONG else look.LABEL
    page.put(row, _LABEL, brief.words.say(f"summary.{measure}"), label)
    for column, (side, offer) in enumerate(_COLUMNS.items(), start=_FIRST):
        number = list(Offer).index(offer) + 1
        fill = _LOOKS.get(side, ("", ""))[1]
        formula = _formula(brief, measure, side, number)
        if side == "asked":
            asked = brief.words.say("summary.side_asked")
            formula = f'IF(asked_side="{asked}",{formula},"–")'
        page.formula(row, column, formula, replace(style, fill=fill))
    page.formula(row, _AGREED, _agreed(brief, measure), style)


def _style(brief: Brief, measure: str) -> Style:
    days = brief.words.say("unit.days")
    formats: Mapping[str, str] = {
        "years": brief.years,
        "billing": _months(brief),
        "payment": f'0" {days}"',
        "services": brief.money,
        "net": brief.money,
        "floor_gap": look.signed(f'0.0"{brief.words.say("summary.points")}"'),
        "expected_npv": brief.money,
        "expected_full": brief.money,
        "change": look.signed(brief.money),
        "arr": look.signed(brief.money),
    }
    style = look.figure(formats.get(measure, brief.percent))
    return replace(style, bold=measure in _STRONG)


def _months(brief: Brief) -> str:
    """How often is invoiced, in words where it has a name."""
    yearly, monthly, every = (
        brief.words.say(f"unit.{key}") for key in ("yearly", "monthly", "every_months")
    )
    return f'[=12]"{yearly}";[=1]"{monthly}";"{every} "0'


def _formula(brief: Brief, measure: str, side: str, number: int) -> str:
    def of(name: str) -> str:
        return f"INDEX(sc_{name},{number})"

    match measure:
        case "payment":
            return of("days")
        case "exclusivity":
            told = f'IF({_EXCLUSIVE.get(side)}>0,"{brief.yes}","{brief.no}")'
            return told if side in _EXCLUSIVE else f'"{brief.no}"'
        case "floor_gap":
            return brief.known([of("margin")], f"({of('margin')}-in_margin_floor)*100")
        case "arr":
            return brief.priced([of("net")], f"{of('net')}-in_price")
        case _:
            return of(measure)


def _agreed(brief: Brief, measure: str) -> str:
    """What was agreed; of its results the ones that follow from the price alone."""
    if measure == "exclusivity":
        name = _AGREED_INPUTS[measure]
        told = f'IF({name}>0,"{brief.yes}","{brief.no}")'
        return f'IF(ISNUMBER({name}),{told},"–")'
    if measure in _AGREED_INPUTS:
        return f'IF(ISNUMBER({_AGREED_INPUTS[measure]}),{_AGREED_INPUTS[measure]},"–")'
    net = "(in_price*(1-in_agreed_discount))"
    services = "in_added_value_cost*in_agreed_services"
    cost = f"{net}*(1-in_commission)-in_cost_of_sales-in_cost_to_serve-{services}"
    costs = "in_cost_of_sales,in_cost_to_serve"
    margin = f"({cost})/{net}"
    told = {
        "net": ("COUNT(in_price,in_agreed_discount)=2", net),
        "arr": ("COUNT(in_price,in_agreed_discount)=2", f"{net}-in_price"),
        "margin": (f"COUNT(in_agreed_discount,{costs})=3", margin),
        "floor_gap": (f"COUNT(in_agreed_discount,{costs})=3", f"({margin}-in_margin_floor)*100"),
    }
    if measure not in told:
        return '"–"'
    condition, formula = told[measure]
    return f'IF(AND({condition},in_price>0),{formula},"–")'


def _below_zero(page: Page, area: Area, header: int) -> None:
    """Losses and what lies under the floor in red."""
    first = header + 1 + len(_CONDITIONS)
    for measure in ("floor_gap", "change", "arr"):
        row = first + _RESULTS.index(measure)
        cell = f"C{row + 1}"
        place = replace(area, first_row=row, last_row=row)
        is_less = f"=AND(ISNUMBER({cell}),{cell}<0)"
        page.highlights.append(Highlight(place, is_less, colour=look.RED))


def approval_card(page: Page, brief: Brief, row: int) -> int:
    """Approver, rule, state and reason, and what would turn the answer over."""
    say = brief.words.say
    page.section(row, _CARD, _LAST, say("summary.approval"), look.SECTION)
    _approver(page, brief, row + 1)
    _fact(page, brief, row + 3, "reason_why", reason_text(brief), look.TEXT_CELL, rows=4)
    page.name("reason", row + 3, _CARD_VALUE)
    _fact(page, brief, row + 7, "state", state_text(brief), look.TEXT_CELL, rows=3)
    decided, why = (recorded_text(brief, field) for field in ("decision", "reason"))
    told = " · ".join(part for part in (decided, why) if part) or say("summary.undecided")
    _fact(page, brief, row + 10, "decided", told, look.TEXT_CELL)
    until = say("summary.expires_on", day=brief.words.day(brief.renewal_date))
    typed_until = recorded_text(brief, "valid_until")
    _fact(page, brief, row + 11, "expires", typed_until or until, look.TEXT_CELL)
    tied, remark = (recorded_text(brief, field) for field in ("conditions", "comment"))
    said = " · ".join(part for part in (tied, remark) if part) or say("summary.no_conditions")
    _fact(page, brief, row + 12, "conditions", said, look.TEXT_CELL, rows=2)
    return _changes(page, brief, _turning(page, brief, row + 15))


def _approver(page: Page, brief: Brief, row: int) -> None:
    """Who approves our offer and by which rule; nobody once it is signed, nor before the margin
    is known."""
    strong = replace(look.TEXT_CELL, bold=True, size=12, colour=look.NAVY)
    if brief.successor is None:
        number = list(Offer).index(Offer.COUNTER) + 1
        of_offer, yet = f"INDEX(sc_approver,{number})", brief.words.say("summary.nobody_yet")
        told = f'IF({of_offer}="{brief.words.absent}","{yet}",{of_offer})'
        _live(page, brief, row, "approver", told, strong)
        _live(page, brief, row + 1, "rule", f"INDEX(sc_rule,{number})", look.TEXT_CELL)
    else:
        _fact(page, brief, row, "approver", brief.words.say("summary.nobody"), strong)
        _fact(page, brief, row + 1, "rule", "–", look.TEXT_CELL)
    page.name("approver", row, _CARD_VALUE)


def _fact(
    page: Page, brief: Brief, row: int, key: str, text: str, style: Style, rows: int = 1
) -> None:
    """A labelled text that may take several rows."""
    label = brief.words.say(f"summary.{key}")
    _over(page, Area(row, _CARD, row + rows - 1, _CARD), label, look.LABEL)
    _block(page, row, _CARD_VALUE, text, style, rows)


def _block(page: Page, row: int, first: int, text: str, style: Style, rows: int) -> None:
    """A text over several rows and all columns to the last."""
    _over(page, Area(row, first, row + rows - 1, _LAST), text, style)


def _over(page: Page, area: Area, text: str, style: Style) -> None:
    """A text in cells made one; over several rows it stands at their top."""
    is_tall = area.last_row > area.first_row
    style = replace(style, vertical="top") if is_tall else style
    for at in range(area.first_row, area.last_row + 1):
        page.band(at, area.first_column, area.last_column, style)
    page.put(area.first_row, area.first_column, text, style)
    if is_tall or area.last_column > area.first_column:
        page.merges.append(area)


def _live(page: Page, brief: Brief, row: int, key: str, formula: str, style: Style) -> None:
    """A labelled text that follows the inputs."""
    _fact(page, brief, row, key, "", style)
    page.formula(row, _CARD_VALUE, formula, style)


def _turning(page: Page, brief: Brief, row: int) -> int:
    say = brief.words.say
    if brief.successor is not None:
        return row
    page.section(row, _CARD, _LAST, say("counteroffer.turning"), look.SECTION)
    page.put(row + 1, _CARD, say("counteroffer.needed"), look.LABEL)
    page.band(row + 1, _CARD_VALUE, _LAST, look.LABEL)
    page.merge(row + 1, _CARD, _LAST - 1)
    page.formula(row + 1, _LAST, "advised_needed", look.figure(brief.percent))
    for offset, sentence in enumerate(turning_points(brief), start=2):
        _block(page, row + 2 * offset - 2, _CARD, sentence, look.TEXT_CELL, rows=2)
    return row + 2 * len(turning_points(brief)) + 3


_MOST_CHANGES = 6


def _changes(page: Page, brief: Brief, row: int) -> int:
    """What the newest import changed, and by whom; the assumptions have all of it."""
    changed = [(line, line.change) for line in brief.lines if line.change is not None]
    if not changed:
        return row
    words = brief.words
    page.section(row, _CARD, _LAST, words.say("summary.changes"), look.SECTION)
    for offset, (line, change) in enumerate(changed[:_MOST_CHANGES], start=1):
        before, after = (_told(brief, line, value) for value in (change.before, line.value))
        page.put(row + offset, _CARD, words.say(f"input.{line.key}"), look.TEXT_CELL)
        page.band(row + offset, _CARD_VALUE, _LAST, look.TEXT_CELL)
        who = f"{before} → {after} · {change.name}, {words.day(change.day)}"
        page.put(row + offset, _CARD_VALUE, who, look.TEXT_CELL)
        page.merge(row + offset, _CARD_VALUE, _LAST)
        page.heights[row + offset] = 28
    return row + min(len(changed), _MOST_CHANGES) + 1


def _told(brief: Brief, line: InputLine, value: float | int | None) -> str:
    held = brief.major(value) if line.unit is InputUnit.MONEY else value
    return worded(brief.words, line.key, held)
