"""Clients that are hard to show, rendered in both languages.

They exist for tests alone, so this part knows the rooms from inside. All of that knowledge is in
`rendered`: when a room moves, re-point its imports and nothing else.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from .masks import ROOT, Masks
from .packages import describe

LANGUAGES = ("es", "en")
MIXED = 8


def take_awkward(target: Path, store: Path, masks: Masks) -> None:
    """Decks, reviews, workbooks, briefs and portfolios of the clients made for tests."""
    for name, content in rendered():
        describe(content, name, target / name, masks, store)


def rendered() -> Iterator[tuple[str, bytes]]:
    """The files by name. A file that is not made is a text that says why."""
    sys.path.insert(0, str(ROOT / "tests" / "reports"))
    from dataclasses import replace

    from awkward import AWKWARD_CLIENTS, mixed_client
    from brands import customer_brand
    from clients import awkward_client, english_client, full_client, reviewed_client, thin_client
    from portfolio_books import book
    from renewal_clients import AWKWARD
    from test_brief import brief, entry

    from reports.brand import shipped_brand
    from reports.deck.compose import compose_deck, compose_review
    from reports.deck.render.deck import render_deck
    from reports.workbook.compose import compose_workbook
    from reports.workbook.portfolio.compose import compose_portfolio
    from reports.workbook.render.workbook import render_workbook

    usual = {
        "full": full_client,
        "reviewed": reviewed_client,
        "english": english_client,
        "thin": thin_client,
    }
    locales = {"es": "es-MX", "en": "en-GB"}
    clients = {
        f"{name}-{language}": replace(client(), language=language, locale=locales[language])
        for name, client in {**usual, **AWKWARD_CLIENTS}.items()
        for language in LANGUAGES
    }
    clients |= {f"mixed-{seed}": mixed_client(seed, seed) for seed in range(MIXED)}
    clients["long-name-es-ES"] = replace(awkward_client(), locale="es-ES")
    for name, client in clients.items():
        for kind, compose in (("deck", compose_deck), ("review", compose_review)):
            made = compose(client, shipped_brand())
            yield _file(f"{kind}-{name}", "pptx", made.deck, render_deck, made.reason)
    for language in LANGUAGES:
        reviewed = replace(reviewed_client(), language=language, locale=locales[language])
        for kind, compose in (("deck", compose_deck), ("review", compose_review)):
            made = compose(reviewed, customer_brand())
            yield _file(f"{kind}-own-brand-{language}", "pptx", made.deck, render_deck, "")
        for name, renewal in AWKWARD.items():
            found = compose_workbook(renewal(language))
            yield _file(
                f"workbook-{name}-{language}", "xlsx", found.workbook, render_workbook, found.reason
            )
        portfolio = render_workbook(compose_portfolio(book(language)))
        yield f"portfolio-{language}.xlsx", portfolio
        told = brief(entry("Aurora"), entry("Borealis", renewal_day=None), language=language)
        yield f"brief-{language}.pptx", render_deck(told.deck)
        yield f"brief-{language}.md", told.markdown.encode()


def _file(
    name: str, ending: str, made: object, render: object, reason: object
) -> tuple[str, bytes]:
    if made is None:
        return f"{name}.txt", f"not made: {reason}\n".encode()
    return f"{name}.{ending}", render(made)  # type: ignore[operator]
