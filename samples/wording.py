"""What people wrote, in the client's language and about its own business."""

from dataclasses import replace
from functools import cache

from samples.phrases import Phrases, Trade
from samples.records.parties import Account
from samples.trades import TRADES
from samples.wording_en import PHRASES as ENGLISH
from samples.wording_es import PHRASES as SPANISH

WORDS: dict[str, Phrases] = {"es": SPANISH, "en": ENGLISH}


def trade_of(account: Account) -> Trade:
    """What the client's line of business says in its language."""
    return TRADES[account.industry][account.language]


def words_of(account: Account) -> Phrases:
    """What is common to all clients, with what this one's trade adds."""
    return _merged(account.language, account.industry)


@cache
def _merged(language: str, industry: str) -> Phrases:
    common, trade = WORDS[language], TRADES[industry][language]
    return replace(
        common,
        tickets={
            "access": trade.access,
            "reports": trade.reports,
            **common.tickets,
            "platform": trade.platform,
        },
        incidents={
            "integration": trade.broken_links,
            "platform": trade.outages,
            **common.incidents,
        },
        praise={**common.praise, "product": trade.praise},
        blame={**common.blame, "product": trade.blame},
        promises=(*common.promises, *trade.promises),
        plans=(*trade.plans, *common.plans),
        jobs=(*common.jobs, trade.lead),
    )
