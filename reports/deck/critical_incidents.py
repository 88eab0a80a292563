"""Critical incidents of the quarter: how many were solved late, and how many nobody solved yet."""

from dataclasses import dataclass

from reports.deck.slide_context import Figure, Phrase, SlideContext, Value


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
    if not found.late:
        return _counted(context, "titles.service.critical_overdue", found.overdue)
    if found.is_one_late_and_open:
        return _counted(context, "titles.service.critical_one_late", found.standing)
    return _late(context, "titles.service")


def critical_clause(context: SlideContext) -> Phrase:
    """The same as a clause, of incidents that took too long."""
    found = critical_incidents(context)
    if not found.late:
        return _counted(context, "clauses.critical_overdue", found.overdue)
    if found.is_one_late_and_open:
        return _counted(context, "clauses.critical_one_late", found.standing)
    return _late(context, "clauses")


def critical_sentence(context: SlideContext) -> str:
    """The same as sentences, with the target."""
    found = critical_incidents(context)
    values = {name: _text(value) for name, value in _values(context).items()}
    if not found.missed:
        return ""
    if not found.late:
        return context.words.count("service.critical_overdue", found.overdue, values)
    if found.is_one_late_and_open:
        return context.words.count("service.critical_one_late", found.standing, values)
    rule, number = _how_many(found)
    told = context.words.count(f"service.critical_{rule}", number, values)
    if not found.standing:
        return told
    return told + context.words.count("service.critical_open", found.standing, values)


def critical_card(context: SlideContext, short: str = "") -> str:
    """The same in a card's few words; empty where none took too long."""
    found = critical_incidents(context)
    values = {name: _text(value) for name, value in _values(context).items()}
    if not found.missed:
        return ""
    if not found.late:
        return context.words.count(f"cards.critical_overdue{short}", found.overdue, values)
    if found.is_one_late_and_open:
        return context.say(f"cards.critical_one_late{short}", values)
    left = "_left" if found.standing else ""
    return context.words.count(f"cards.critical{left}{short}", found.solved, values)


def _late(context: SlideContext, head: str) -> Phrase:
    found = critical_incidents(context)
    rule, number = _how_many(found)
    values = _values(context)
    if not found.standing:
        return context.counted(f"{head}.critical_{rule}", number, values)
    values["open"] = _counted(context, "titles.service.critical_open", found.standing)
    return context.counted(f"{head}.critical_{rule}_open", number, values)


def _how_many(found: CriticalIncidents) -> tuple[str, int]:
    """Wording of some that were late, or of all of them, and what its verb agrees with."""
    return ("late", found.late) if found.late < found.solved else ("all_late", found.solved)


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


def _text(value: Value) -> str:
    return value if isinstance(value, str) else value.text
