"""A signal's evidence and advice in words."""

from collections.abc import Sequence
from dataclasses import replace

from messages.formats import begun
from reports.deck.exhibits.seats_apart import told_after
from reports.deck.fallen_part import team_of_use
from reports.deck.slide_context import SlideContext
from transforms.clients.seat_cuts import SeatCut
from transforms.clients.setbacks import Kind, Setback
from transforms.metrics.kpi import KpiValue
from transforms.signals import (
    Evidence,
    FigureEvidence,
    RowEvidence,
    Signal,
    Step,
    dissatisfied,
    falling_use,
)

_MOST_EVIDENCE = 2
_CHANGES = frozenset(("usage_change", "usage_change_year", "revenue_growth"))
"""Figures that are changes: they are read with their sign."""
_JOINING = frozenset(("product", "team"))
"""What the steps of a signal may differ by and still be told in one sentence."""


def name_of(context: SlideContext, signal: Signal) -> str:
    """A signal's name; of ratings that are low though no score is, the ratings themselves."""
    rated = [
        item.value
        for item in signal.evidence
        if isinstance(item, FigureEvidence) and item.value.kpi == "csat"
    ]
    if signal.kind != dissatisfied.SPEC.id or not dissatisfied.is_of_ratings(signal.evidence):
        return signal.name(context.words.language)
    return f"{context.short_name('csat')} {context.text_of(rated[0])}"


def evidence_in_short(context: SlideContext, signal: Signal, most: int = _MOST_EVIDENCE) -> str:
    """The first pieces alone, where another page has the others."""
    return joined(_texts_of_review(context, signal)[:most])


def joined(texts: Sequence[str]) -> str:
    """Pieces on one line: after a semicolon no capital, but in what somebody is quoted with."""
    return "; ".join([*texts[:1], *map(begun_small, texts[1:])])


def evidence_rows(context: SlideContext, signal: Signal, most: int) -> list[str]:
    """All pieces by twos in so many rows at most; the last says how many more there are."""
    texts = _texts_of_review(context, signal)
    shown, rest = texts[: most * _MOST_EVIDENCE], len(texts) - most * _MOST_EVIDENCE
    rows = [joined(shown[at : at + _MOST_EVIDENCE]) for at in range(0, len(shown), _MOST_EVIDENCE)]
    return (
        [*rows[:-1], f"{rows[-1]}; {context.words.count('signals.more', rest)}"]
        if rest > 0
        else rows
    )


def evidence_of(context: SlideContext, signal: Signal) -> str:
    """The first pieces of evidence, and how many more there are."""
    texts = _texts(context, signal)
    told = joined(texts[:_MOST_EVIDENCE])
    rest = len(texts) - _MOST_EVIDENCE
    return f"{told}; {context.words.count('signals.more', rest)}" if rest > 0 else told


def _texts_of_review(context: SlideContext, signal: Signal) -> list[str]:
    """The same with the team that use fell in, which a brief knows nothing of."""
    texts = _texts(context, signal)
    if signal.kind == falling_use.SPEC.id and (team := team_words(context)):
        texts.insert(1, team)
    return texts


def _texts(context: SlideContext, signal: Signal) -> list[str]:
    """All pieces; what the client lacks in one."""
    lacking = [name for item in signal.evidence if (name := _product_of(item))]
    is_named = name_of(context, signal) != signal.name(context.words.language)
    told = [
        (_ratings(context, item) if is_named else "") or _evidence(context, item)
        for item in signal.evidence
        if not _product_of(item)
    ]
    if course := _course(context, signal):
        scores = [_evidence(context, item) for item in _scores(signal)]
        told = [course, *(text for text in told if text not in scores)]
    return list(dict.fromkeys([*told, *([_lacking(context, lacking)] if lacking else [])]))


def _scores(signal: Signal) -> list[FigureEvidence]:
    figures = [item for item in signal.evidence if isinstance(item, FigureEvidence)]
    return [item for item in figures if item.value.kpi == "nps"]


def _course(context: SlideContext, signal: Signal) -> str:
    """NPS from what it was to what it is, where a signal has it twice; else empty."""
    scores = {item.value.period: item.value for item in _scores(signal)}
    if len(scores) < 2:
        return ""
    first, last = scores[min(scores)], scores[max(scores)]
    values = {
        "name": context.short_name("nps"),
        "before": context.text_of(first),
        "period": context.formats.period(first.period),
        "now": context.text_of(last),
    }
    return context.say("signals.from_to", values)


def _ratings(context: SlideContext, item: Evidence) -> str:
    """How many ratings are good, of a share that the signal is named after; empty for others."""
    if not isinstance(item, FigureEvidence) or item.value.kpi != "csat":
        return ""
    good, every = item.value.numerator, item.value.denominator
    if good is None or not every:
        return ""
    values = {"n": context.formats.count(round(good)), "all": context.formats.count(round(every))}
    return context.say("signals.rated", values)


def team_words(context: SlideContext) -> str:
    """The team that most of a fall of use stands in; empty where it is spread."""
    team = team_of_use(context)
    if team is None or team.change is None:
        return ""
    values = {"team": team.name, "signed": context.formats.signed_change(team.change)}
    return context.say("signals.mostly", values)


def _product_of(item: Evidence) -> str:
    """The name of a product that is on the price list and the client has none of; else empty."""
    return item.text if isinstance(item, RowEvidence) and item.table == "products" else ""


def _lacking(context: SlideContext, products: list[str]) -> str:
    return context.say("signals.lacking", {"product": context.formats.items(products)})


def steps_of(context: SlideContext, signal: Signal) -> list[str]:
    """Every step as a sentence; of those that differ by the product or the team alone, one
    of all of them."""
    language, shown = context.words.language, dict[str, list[Step]]()
    for place, step in enumerate(signal.steps):
        key = step.id if _JOINING & step.names.keys() else f"{step.id} {place}"
        shown.setdefault(key, []).append(step)
    return [signal.advice(_joined(context, alike), language) for alike in shown.values()]


def _joined(context: SlideContext, steps: list[Step]) -> Step:
    if len(steps) == 1:
        return steps[0]
    (name,) = _JOINING & steps[0].names.keys()
    every = context.formats.items(list(dict.fromkeys(step.names[name] for step in steps)))
    return replace(steps[0], names={**steps[0].names, name: every})


def advice_of(context: SlideContext, signal: Signal) -> tuple[str, str]:
    """The first step that is suggested, and the others."""
    first, *others = steps_of(context, signal)
    return first, " ".join(others)


def _evidence(context: SlideContext, item: Evidence) -> str:
    if isinstance(item, FigureEvidence):
        apart = told_after(context) if item.value.kpi == "seats_used" else ""
        told = told_with_sign(context, item.value)
        name = context.short_name(item.value.kpi)
        is_now = item.value.period == context.period
        when = "" if is_now else f" ({context.formats.period(item.value.period)})"
        return f"{name}: {told}{apart}{when}"
    day = context.formats.day(item.day) if item.day else ""
    text = " ".join(item.text.split()).rstrip(".")
    rule = "complaint" if item.table == "tickets" else "quoted"
    said = context.say(f"signals.{rule}", {"text": begun(text)}) if text else ""
    return " · ".join(part for part in (said, day) if part)


def told_with_sign(context: SlideContext, value: KpiValue) -> str:
    """A figure's text; of a change, which way it went."""
    if value.kpi in _CHANGES and value.number is not None:
        return context.formats.signed_change(float(value.number))
    return context.text_of(value)


def setback_words(context: SlideContext, item: Setback) -> str:
    """What went wrong, in a few words."""
    if item.kind is Kind.PROMISES:
        n = round(item.size)
        return context.words.count("setbacks.promises", n, {"n": context.formats.count(n)})
    if item.kind is Kind.OPINION:
        return context.say("setbacks.opinion", {"nps": context.formats.signed(item.size, 0)})
    if item.kind is Kind.SEATS and item.cut is not None:
        return _seats_cut(context, item, item.cut)
    share = context.formats.signed_change(item.size)
    return context.say(f"setbacks.{item.kind}", {"share": share})


def _seats_cut(context: SlideContext, item: Setback, cut: SeatCut) -> str:
    """From how many seats to how many, and what went from the monthly fee with them."""
    before, now = map(context.formats.count, cut.seats)
    fee = {"amount": context.formats.money(round(-item.size))}
    less = context.say("setbacks.seats_fee", fee) if item.size < 0 else ""
    return context.say("setbacks.seats", {"before": before, "now": now, "less": less})


def begun_small(name: str) -> str:
    """A name as it goes on a sentence; initials stay as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
