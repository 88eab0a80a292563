"""What clients of each line of business do with the software, in both languages."""

from collections.abc import Mapping

from samples.phrases import Trade
from samples.trades import building, factory, food, health, logistics, office, retail

_LINES = (logistics, factory, food, health, retail, office, building)
TRADES: Mapping[str, Mapping[str, Trade]] = {
    industry: {"es": line.SPANISH, "en": line.ENGLISH}
    for line in _LINES
    for industry in line.INDUSTRIES
}
"""By the industry that the CRM says, then by language."""
