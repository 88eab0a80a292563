"""The kinds of files a client gets: when, in which language, under which name, made how, and
the recipe of each.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import PurePosixPath

from pipeline.publishing.brand import BrandInUse
from pipeline.publishing.client_files import GatheredClient
from pipeline.publishing.edition import (
    DECK_LIBRARY,
    WORKBOOK_LIBRARY,
    ClientMatter,
    DeckRecipe,
    Making,
    Recipe,
    ReviewRecipe,
    WorkbookRecipe,
    making_of,
    policy_read,
)
from pipeline.publishing.publish import client_slug
from pipeline.publishing.publisher import DueFile, Made
from pipeline.publishing.variant import Variant
from pipeline.run_context import RunContext
from reports.client import ClientFile
from reports.deck.compose import ComposedDeck, compose_deck, compose_review
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view_build import Seen, seen
from reports.workbook.compose import compose_workbook
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import line_text
from transforms.core.periods import Grain
from warehouse import Subject

DECK_TABLES = frozenset(
    {
        *("accounts", "commitments", "contracts", "fx_rates", "goals", "invoice_lines", "invoices"),
        *(
            "local_names",
            "meetings",
            "products",
            "renewal_requests",
            "risk_notes",
            "subscription_versions",
            "subscriptions",
        ),
        *("surveys", "tasks", "tickets", "usage", "usage_parts"),
    }
)
"""Tables that a deck for the client is made from: when rows of others change it stays."""
RENEWAL_TABLES = frozenset(
    {
        *("accounts", "contracts", "costs", "fx_rates", "invoice_lines", "invoices", "products"),
        *("payments", "price_steps", "renewal_requests", "subscription_versions", "subscriptions"),
    }
)
"""Tables that a renewal workbook is made from."""


@dataclass(frozen=True)
class ClientAtWork:
    """One client whose files are due, and how decks look."""

    gathered: GatheredClient
    brand: BrandInUse

    @property
    def file(self) -> ClientFile:
        return self.gathered.file

    @cached_property
    def read(self) -> Seen:
        """Its rows, read once for all decks and for the manager's brief."""
        return seen(self.file)


@dataclass(frozen=True)
class FileKind:
    """One kind of file of a client."""

    name: str
    prefix: str
    suffix: str
    grains: tuple[Grain, ...]
    variant: Variant
    folder: str
    """Inside the client's; empty for that itself."""
    library: str
    is_branded: bool
    recipe: Callable[[Making, GatheredClient], Recipe]
    make: Callable[[ClientFile, ClientAtWork], Made]
    """From the client's file in the language and edition of this one."""


def due_files(run: RunContext, client: ClientAtWork) -> tuple[DueFile, ...]:
    """What the client may get for the run's period: decks belong to quarters."""
    wanted = run.order.variant
    return tuple(
        _due(run, kind, client)
        for kind in KINDS
        if run.period.grain in kind.grains and wanted in (Variant.BOTH, kind.variant)
    )


def _looks(client: ClientAtWork) -> str:
    """Changes with the company's brand and with the client's logo."""
    logo = client.file.logo
    return client.brand.mark + (f"{logo.name}:{logo.mark}:{logo.fault}" if logo else "")


def _due(run: RunContext, kind: FileKind, client: ClientAtWork) -> DueFile:
    file = client.file
    is_for_client = kind.variant is Variant.CLIENT
    language = run.order.language or (file.language if is_for_client else run.home_language)
    slug = client_slug(file.client_name, file.client_id)
    brand = _looks(client) if kind.is_branded else ""

    def make(edition: str) -> Made:
        return kind.make(replace(file, language=language, edition=edition), client)

    return DueFile(
        subject=Subject.client(file.client_id),
        kind=kind.name,
        language=language,
        folder=PurePosixPath(slug, kind.folder),
        stem=f"{kind.prefix}{slug}-{run.period}",
        suffix=kind.suffix,
        recipe=kind.recipe(making_of(kind.name, language, kind.library, brand), client.gathered),
        make=make,
    )


def brief_matter(client: GatheredClient) -> ClientMatter:
    """What a client's line in its manager's brief is made from."""
    return _matter(client, _contents(client, client.rows), client.figures.own, has_advice=True)


def _deck_recipe(making: Making, client: GatheredClient) -> Recipe:
    tables = _read_by(client, DECK_TABLES)
    matter = _matter(
        client, _contents(client, tables), client.figures.for_clients, has_advice=False
    )
    return DeckRecipe(making, matter, tuple(r for r in client.file.remarks if r.kind == "qbr"))


def _review_recipe(making: Making, client: GatheredClient) -> Recipe:
    file = client.file
    return ReviewRecipe(
        making,
        _matter(client, _contents(client, client.rows), client.figures.own, has_advice=True),
        remarks=file.remarks,
        faults=file.faults,
        restated=file.restated,
        compared=client.figures.compared,
        decision=file.decision,
        decided=file.decided,
    )


def _renewal_recipe(making: Making, client: GatheredClient) -> Recipe:
    file = client.file
    tables = _places(client, _read_by(client, RENEWAL_TABLES))
    matter = _matter(client, tables, client.figures.own, has_advice=False)
    return WorkbookRecipe(
        making,
        matter,
        decision=file.decision,
        decided=file.decided,
        precedents=file.precedents,
        margins_after=file.margins_after,
        faults=file.faults,
        restated=file.restated,
    )


def _matter(
    client: GatheredClient, rows: dict[str, str], figures: str, *, has_advice: bool
) -> ClientMatter:
    file = client.file
    return ClientMatter(
        client_id=file.client_id,
        client_name=file.client_name,
        locale=file.locale,
        home_locale=file.home_locale,
        currency=file.currency,
        manager_name=file.manager_name,
        manager_email=file.manager_email,
        period=str(file.period),
        valuation_date=file.period.valuation_date,
        policy=policy_read(file.policy, has_advice=has_advice),
        rows=rows,
        figures=figures,
        had_by_like=client.had_by_like if has_advice else (),
    )


def _read_by(client: GatheredClient, tables: Collection[str]) -> Collection[str]:
    """Of these tables those that the company has; all of them where nothing is billed, because
    deals and service then tell whether the client is active."""
    has_money = {"subscriptions"} & client.rows.keys() or {
        "invoices",
        "invoice_lines",
    } <= client.rows.keys()
    return [name for name in client.rows if name in tables or not has_money]


def _contents(client: GatheredClient, tables: Collection[str]) -> dict[str, str]:
    return {name: client.rows[name].content for name in tables}


def _places(client: GatheredClient, tables: Collection[str]) -> dict[str, str]:
    return {name: client.rows[name].with_place for name in tables}


def _made(composed: ComposedDeck) -> Made:
    dropped = tuple((item.slide, item.reason) for item in composed.dropped)
    if composed.deck is None:
        return Made(None, composed.reason, dropped)
    return Made(render_deck(composed.deck), dropped=dropped)


def _make_deck(file: ClientFile, client: ClientAtWork) -> Made:
    return _made(compose_deck(file, client.brand.brand, client.read))


def _make_review(file: ClientFile, client: ClientAtWork) -> Made:
    return _made(compose_review(file, client.brand.brand, client.read))


def _make_workbook(file: ClientFile, client: ClientAtWork) -> Made:
    del client
    composed = compose_workbook(file)
    if composed.workbook is None or composed.line is None:
        return Made(None, composed.reason)
    return Made(render_workbook(composed.workbook), renewal_line=line_text(composed.line))


_deck = partial(
    FileKind, suffix=".pptx", grains=(Grain.QUARTER,), library=DECK_LIBRARY, is_branded=True
)

KINDS = (
    _deck(
        name="qbr",
        prefix="qbr-",
        variant=Variant.CLIENT,
        folder="",
        recipe=_deck_recipe,
        make=_make_deck,
    ),
    _deck(
        name="review",
        prefix="internal-qbr-",
        variant=Variant.INTERNAL,
        folder="internal",
        recipe=_review_recipe,
        make=_make_review,
    ),
    FileKind(
        name="renewal",
        prefix="internal-renewal-",
        suffix=".xlsx",
        grains=(Grain.MONTH, Grain.QUARTER),
        variant=Variant.INTERNAL,
        folder="",
        library=WORKBOOK_LIBRARY,
        is_branded=False,
        recipe=_renewal_recipe,
        make=_make_workbook,
    ),
)
