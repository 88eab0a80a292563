"""A signal's evidence and advice in words."""

from reports.deck.slide_context import SlideContext
from transforms.signals import Evidence, FigureEvidence, Signal

_MOST_EVIDENCE = 2


def evidence_of(context: SlideContext, signal: Signal) -> str:
    """The first pieces of evidence, and how many more there are."""
    texts = list(dict.fromkeys(_evidence(context, item) for item in signal.evidence))
    told = "; ".join(texts[:_MOST_EVIDENCE])
    rest = len(texts) - _MOST_EVIDENCE
    return f"{told}; {context.words.count('fee.more', rest)}" if rest > 0 else told


def advice_of(context: SlideContext, signal: Signal) -> tuple[str, str]:
    """The first step that is suggested, and the others."""
    first, *others = (signal.advice(step, context.words.language) for step in signal.steps)
    return first, " ".join(others)


def _evidence(context: SlideContext, item: Evidence) -> str:
    if isinstance(item, FigureEvidence):
        return f"{context.short_name(item.value.kpi)}: {context.text_of(item.value)}"
    day = context.formats.day(item.day) if item.day else ""
    return " · ".join(part for part in (" ".join(item.text.split()).rstrip("."), day) if part)
