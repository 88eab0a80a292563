"""`cartera awaited`: which of a month's exports have come."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from pipeline.ingest.awaited import Look

ALL_HERE, SOME_AWAITED = 0, 3


def command(
    company: CompanyFolder = Path(),
    period: Annotated[str | None, typer.Option("--period", "-p")] = None,
    lang: Language = None,
) -> None:
    """Look into the landing place, and fetch nothing. Exits 0: all there; 3: some awaited."""
    from datetime import UTC, datetime

    from flows.schedule import period_before
    from pipeline.ingest.awaited import look_for
    from pipeline.settings import load_settings
    from sources.landing.landing import listed
    from transforms.core.periods import Grain, Period

    settings, now = load_settings(company), datetime.now(UTC)
    zone, fiscal = settings.company.time_zone, settings.company.fiscal_start_month
    chosen = (
        Period.parse(period, fiscal) if period else period_before(now, Grain.MONTH, zone, fiscal)
    )
    look = look_for(settings, chosen, listed(settings.landing), now)
    _print(look, catalogue(readers_language(lang)))
    raise typer.Exit(SOME_AWAITED if look.waiting else ALL_HERE)


def _print(look: "Look", words: Catalogue) -> None:
    from cli.tables import console, table
    from messages.clause import named

    out = console()
    due = f"{look.due_at:%Y-%m-%d %H:%M}"
    title = words.say("awaited-title", period=str(look.period), due=due)
    missing = words.say("awaited-late" if look.is_due else "awaited-waiting")
    rows = [
        (item.pattern, item.found.source_file if item.found else missing) for item in look.files
    ]
    out.print(
        table(title, [words.say(named("column", name)) for name in ("awaited", "file")], rows)
    )
