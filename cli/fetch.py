"""`cartera fetch`: the systems' exports from their APIs, into the landing place."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyFolder, Language, split_ids
from cli.stopping import stopped_in_one_sentence
from cli.words import readers_language
from messages.catalogue import catalogue

if TYPE_CHECKING:
    from messages.catalogue import Catalogue
    from pipeline.fetching.fetching import FetchSummary
    from pipeline.fetching.history import FetchRequest
    from pipeline.settings import Settings

ALL_WHOLE, NOTHING_WHOLE, SOME_WHOLE = 0, 1, 3


def command(
    company: CompanyFolder = Path(),
    system: Annotated[str | None, typer.Option("--system", "-s")] = None,
    check: Annotated[bool, typer.Option("--check")] = False,
    full: Annotated[bool, typer.Option("--full")] = False,
    start: Annotated[str | None, typer.Option("--from", metavar="DAY")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY")] = None,
    lang: Language = None,
) -> None:
    """Bring each system's data as its API gives it. Exits 0: all whole; 3: some; 1: none."""
    from cli.fetch_report import print_check
    from pipeline.fetching.check import checked_feeds
    from pipeline.fetching.days import asked_range
    from pipeline.fetching.fetching import Surroundings
    from pipeline.fetching.history import FetchRequest
    from pipeline.settings import load_settings

    settings = load_settings(company)
    words = catalogue(readers_language(lang))
    names = split_ids(system)
    if check:
        is_whole = print_check(checked_feeds(settings, names, Surroundings()), words)
        raise typer.Exit(ALL_WHOLE if is_whole else NOTHING_WHOLE)
    days = asked_range(start, end, settings.company.zone, is_full=full)
    asked = FetchRequest(names, *days, full)
    raise typer.Exit(_exit_code(_fetched(settings, asked, words)))


def _fetched(settings: "Settings", asked: "FetchRequest", words: "Catalogue") -> "FetchSummary":
    from cli.fetch_report import print_fetch, told_progress
    from pipeline.fetching.fetching import Surroundings, fetch_feeds
    from warehouse import open_warehouse

    with (
        stopped_in_one_sentence(),
        open_warehouse(settings.warehouse_url) as warehouse,
        told_progress(words) as tell,
    ):
        summary = fetch_feeds(settings, warehouse, asked, Surroundings(tell=tell))
    print_fetch(summary, words)
    return summary


def _exit_code(summary: "FetchSummary") -> int:
    if summary.is_whole:
        return ALL_WHOLE
    return SOME_WHOLE if summary.folder else NOTHING_WHOLE
