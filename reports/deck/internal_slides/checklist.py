"""Before sending: what to know of this edition that the client's own deck does not say."""

from reports.client import Restated, RowFault
from reports.deck.desk import Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 190
KIND = Kind.DERIVED

_FIGURES = (
    "usage_change",
    "usage_change_year",
    "seats_used",
    "first_response_median",
    "critical_resolution_median",
    "nps",
    "csat",
    "delivery_on_time",
    "invoiced_amount",
    "contribution_margin",
)


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many points there are to look at."""
    del story
    count = len(_points(desk))
    values = {"n": desk.tally(count, "checklist")}
    rule = "titles.checklist.clear" if not count else "titles.checklist.open"
    title = desk.counted(rule, count, values)
    return Headline("checklist", Tone.FLAT, title, desk.phrase("clauses.none"))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a point; a clean edition says so in one."""
    del story
    clear = (Entry(desk.say("checklist.clear"), Tone.GOOD), Entry(desk.say("checklist.nothing")))
    plan = TablePlan(
        desk.say("checklist.table"),
        desk.say("checklist.alt"),
        (
            ColumnPlan(desk.say("checklist.kind"), 0.24),
            ColumnPlan(desk.say("checklist.point"), 0.76),
        ),
        tuple(_points(desk)) or (clear,),
    )
    pieces = tables(desk, plan, desk.brand.body)
    notes = (headline.title.text, desk.say("notes.checklist"))
    page = Page("checklist", headline.title, (), notes)
    return slides_of(desk, page, [(piece,) for piece in pieces])


def _points(desk: InternalDesk) -> list[Row]:
    inside = desk.inside
    rows: list[Row] = []
    if inside.client_deck:
        why = desk.say(f"reasons.{inside.client_deck}")
        rows.append(_row(desk, "no_deck", desk.say("checklist.why_no_deck", {"why": why})))
    rows.extend(_restated(desk, item) for item in inside.restated)
    rows.extend(_faults(desk))
    rows.extend(_row(desk, "unplaced", desk.say(f"kickers.{place}")) for place in inside.unplaced)
    rows.extend(_left_out(desk))
    rows.extend(_suppressed(desk))
    return rows


def _row(desk: InternalDesk, kind: str, text: str, tone: Tone = Tone.FLAT) -> Row:
    return Entry(desk.say(f"checklist.{kind}"), tone), Entry(text)


def _restated(desk: InternalDesk, item: Restated) -> Row:
    values = {
        "figure": desk.name_of(item.kpi),
        "period": desk.formats.period(item.now.period),
        "shown": desk.text_of(item.shown, 1),
        "now": desk.text_of(item.now, 1),
    }
    return _row(desk, "restated", desk.say("checklist.restated_text", values), Tone.BAD)


def _faults(desk: InternalDesk) -> list[Row]:
    """One row a rule: how many rows, what became of them, and the first one's place."""
    by_rule: dict[tuple[str, str], list[RowFault]] = {}
    for fault in desk.inside.faults:
        by_rule.setdefault((fault.rule, fault.severity), []).append(fault)
    rows: list[Row] = []
    for (_, severity), found in sorted(by_rule.items()):
        first = found[0]
        line = "" if first.source_line is None else f":{first.source_line}"
        values = {
            "rule": first.names[desk.words.language],
            "n": desk.formats.count(len(found)),
            "place": f"{first.source_file}{line}",
        }
        text = desk.words.count("checklist.fault", len(found), values)
        tone = Tone.FLAT if severity == "warn" else Tone.BAD
        rows.append(_row(desk, f"severity_{severity}", text, tone))
    return rows


def _left_out(desk: InternalDesk) -> list[Row]:
    """Slides that the client's deck lacks, those of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for slide, reason in desk.inside.left_out:
        by_reason.setdefault(_why(desk, reason), []).append(desk.say(f"kickers.{slide}"))
    return [
        _row(desk, "left_out", f"{', '.join(names)}: {why}") for why, names in by_reason.items()
    ]


def _why(desk: InternalDesk, reason: str) -> str:
    """A slide's reason, or why the figure it rests on is missing."""
    key = f"reasons.{reason}" if desk.words.has(f"reasons.{reason}") else f"missing.{reason}"
    text = desk.say(key)
    return text[:1].lower() + text[1:]


def _suppressed(desk: InternalDesk) -> list[Row]:
    by_reason: dict[str, list[str]] = {}
    for kpi in _FIGURES:
        value = desk.get(kpi)
        if value.number is None and value.reason is not None:
            by_reason.setdefault(desk.reason_within(value.reason), []).append(desk.short_name(kpi))
    return [
        _row(desk, "suppressed", f"{', '.join(names)}: {why}") for why, names in by_reason.items()
    ]
