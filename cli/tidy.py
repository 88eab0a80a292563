"""`cartera tidy`: removes what `[retention]` keeps no longer."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import catalogue

if TYPE_CHECKING:
    from pipeline.retention import LetGo


def command(
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    company: CompanyFolder = Path(),
    lang: Language = None,
) -> None:
    """Remove what the settings keep no longer, of every period."""
    from pipeline.retention import let_go, to_let_go
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    words = catalogue(readers_language(lang))
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse, ExitStack() as locks:
        for period in () if dry_run else {item.period for item in warehouse.artifacts()}:
            locks.enter_context(warehouse.run_lock(period))
        found = to_let_go(settings, warehouse, datetime.now(UTC))
        if dry_run:
            _show(found)
        else:
            let_go(warehouse, found)
    for told in found.told:
        typer.echo(words.say("tidy-dry") if dry_run else words.text(told))
    if not found.told:
        typer.echo(words.say("tidy-nothing"))


def _show(found: "LetGo") -> None:
    for path in (*found.published, *found.copies):
        typer.echo(f"  {path}")
