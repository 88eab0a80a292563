"""Critical incidents of the quarter: how many were solved late, and how many nobody solved yet."""

from dataclasses import dataclass

from reports.deck.slide_context import Figure, Phrase, SlideContext, Value

_DATED = ("critical_overdue", "critical_one_late")
"""What tells of the open ones itself."""
_COUNTED_ON_CARDS = ("critical_late", "critical_all_late")
"""What cards tell as so many of so many."""


@dataclass(frozen=True)
class CriticalIncidents:
    """Counts of a client's critical incidents."""

    solved: int
    late: int
    """Of those solved, the ones that took longer than the target."""
    standing: int
    """Not solved at the period's end."""
    overdue: int
    """Of those standing, the ones that have been open for longer than the target."""

    @property
    def missed(self) -> int:
        """All that took, or have taken, too long."""
        return self.late + self.overdue

    @property
    def is_one_late_and_open(self) -> bool:
        """Whether the only one that was solved was late, and others are still open."""
        return (self.solved, self.late) == (1, 1) and self.standing > 0


def critical_incidents(context: SlideContext) -> CriticalIncidents:
    """Those judged are solved or overdue: what the median of hours was not taken of is overdue."""
    judged = context.get("critical_resolution_on_time")
    every, in_time = round(judged.denominator or 0), round(judged.numerator or 0)
    standing = round(context.get("critical_open").number or 0)
    unsolved = every - context.get("critical_resolution_median").rows
    overdue = max(min(unsolved, standing, every - in_time), 0)
    return CriticalIncidents(every - overdue, every - in_time - overdue, standing, overdue)


def critical_title(context: SlideContext) -> Value:
    """What a title says of critical incidents; nothing where none was solved or is overdue."""
    found = critical_incidents(context)
    if context.get("critical_resolution_on_time").value is None:
        return ""
    if not found.missed and found.standing:
        return _counted(context, "titles.service.critical_standing", found.standing)
    if not found.missed:
        return context.counted("titles.service.critical_in_time", found.solved)
    if not found.late and _since(context):
        day = float(context.view.open_incidents[0].day)
        values = {**_values(context), "since": Figure(_day(context), day, table="tickets")}
        return context.counted("titles.service.critical_overdue_since", found.overdue, values)
    return _missed(context, "titles.service")


def critical_clause(context: SlideContext) -> Phrase:
    """The same as a clause, of incidents that took too long."""
    return _missed(context, "clauses")


def critical_sentence(context: SlideContext) -> str:
    """The same as sentences, with the target; empty where none took too long."""
    found = critical_incidents(context)
    if not found.missed:
        return ""
    rule, number = _how_many(found)
    since, texts = _since(context), _texts(context) | _oldest(context)
    if rule in _DATED:
        return context.words.count(f"service.{rule}{since}", number, texts)
    told = context.words.count(f"service.{rule}", number, texts)
    if not _has_more_open(found):
        return told
    return told + context.words.count(f"service.critical_open{since}", found.standing, texts)


def critical_card(context: SlideContext, short: str = "") -> str:
    """The same in a card's few words; empty where none took too long."""
    found = critical_incidents(context)
    if not found.missed:
        return ""
    rule, number = _how_many(found)
    if rule in _COUNTED_ON_CARDS:
        rule = "critical_left" if found.standing else "critical"
        number = found.solved
    return context.words.count(f"cards.{rule}{short}", number, _texts(context))


def _since(context: SlideContext) -> str:
    """What the wordings end in that say since when; nothing where that is not known of all."""
    is_known = len(context.view.open_incidents) == critical_incidents(context).standing
    return "_since" if is_known and context.view.open_incidents else ""


def _oldest(context: SlideContext) -> dict[str, str]:
    """The day of the oldest that is open: one that is overdue, if any is."""
    return {"since": _day(context)} if context.view.open_incidents else {}


def _day(context: SlideContext) -> str:
    day, formats = context.view.open_incidents[0], context.formats
    is_plain = day.year == context.view.data_date.year
    return formats.long_day_of_year(day) if is_plain else formats.long_day(day)


def oldest_open(context: SlideContext) -> str:
    """A sentence on when the oldest was filed of those that have been open for too long."""
    found = critical_incidents(context)
    if not found.overdue or not _since(context):
        return ""
    return context.words.count("service.critical_oldest", found.standing, _oldest(context))


def _missed(context: SlideContext, head: str) -> Phrase:
    """Those that took too long, and behind them how many more nobody solved yet."""
    found = critical_incidents(context)
    rule, number = _how_many(found)
    if not _has_more_open(found):
        return _counted(context, f"{head}.{rule}", number)
    left = _counted(context, "titles.service.critical_open", found.standing)
    return context.counted(f"{head}.{rule}_open", number, {**_values(context), "open": left})


def _how_many(found: CriticalIncidents) -> tuple[str, int]:
    """What those that took too long are told as, and what the verb agrees with."""
    if not found.late:
        return "critical_overdue", found.overdue
    if found.is_one_late_and_open:
        return "critical_one_late", found.standing
    if found.late < found.solved:
        return "critical_late", found.late
    return "critical_all_late", found.solved


def _has_more_open(found: CriticalIncidents) -> bool:
    """Whether others are open that the wording does not count itself."""
    return bool(found.late and found.standing) and not found.is_one_late_and_open


def _counted(context: SlideContext, rule: str, number: int) -> Phrase:
    return context.counted(rule, number, _values(context))


def _values(context: SlideContext) -> dict[str, Value]:
    found, limits = critical_incidents(context), context.view.thresholds
    limit = limits.critical_resolution_target_hours
    counts = {
        "late": found.late,
        "all": found.solved,
        "open": found.standing,
        "overdue": found.overdue,
        "every": found.solved + found.standing,
    }
    told: dict[str, Value] = {n: context.tally(count, "tickets") for n, count in counts.items()}
    return {**told, "limit": Figure(context.hours(limit), limit, table="policy")}


def _texts(context: SlideContext) -> dict[str, str]:
    told = _values(context).items()
    return {name: value if isinstance(value, str) else value.text for name, value in told}
