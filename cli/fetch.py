"""`cartera fetch`: the systems' exports from their APIs, into the landing place."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import CompanyFolder, Language, split_ids
from cli.words import readers_language
from messages.catalogue import catalogue

ALL_WHOLE, NOTHING_WHOLE, SOME_WHOLE = 0, 1, 3


def command(
    company: CompanyFolder = Path(),
    system: Annotated[str | None, typer.Option("--system", "-s")] = None,
    lang: Language = None,
) -> None:
    """Bring each system's data as its API gives it. Exits 0: all whole; 3: some; 1: none."""
    from cli.fetch_report import print_fetch, told_progress
    from pipeline.fetching.fetching import Surroundings, chosen_systems, fetch_feeds
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    settings = load_settings(company)
    words = catalogue(readers_language(lang))
    systems = chosen_systems(settings, split_ids(system))
    with open_warehouse(settings.warehouse_url) as warehouse, told_progress(words) as tell:
        summary = fetch_feeds(settings, warehouse, systems, Surroundings(tell=tell))
    print_fetch(summary, words)
    some = SOME_WHOLE if summary.folder else NOTHING_WHOLE
    raise typer.Exit(ALL_WHOLE if summary.is_whole else some)
