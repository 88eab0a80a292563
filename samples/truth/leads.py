"""How many of the leads became clients."""

from collections.abc import Iterable

from samples.records.parties import Lead
from samples.truth.deals import cohort
from samples.truth.figures import Figure, ratio
from samples.truth.spans import Span


def lead_conversion(leads: Iterable[Lead], span: Span) -> Figure:
    """Of leads old enough to be judged, those that were clients by the span's end."""
    first, end = cohort(span)
    begun = [lead for lead in leads if first <= lead.created < end]
    became = [lead for lead in begun if lead.converted and lead.converted < span.end]
    return ratio("lead_conversion", len(became), len(begun), "no_leads")
