"""`cartera run`: the whole flow for one period."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Accounts, CompanyFolder, KnownAt, Language, PeriodName, split_ids
from cli.words import readers_language
from messages.catalogue import catalogue
from pipeline.publishing.variant import Variant

if TYPE_CHECKING:  # wrong use is told before the rooms are loaded
    from pipeline.outcome import RunSummary

EXAMPLES = "Example: cartera run --period 2026-Q3 --accounts 0015e00000A1b2CAAR --lang es"

ALL_PUBLISHED = 0
NOTHING_PUBLISHED = 1
SOME_HELD_BACK = 3

WhichFiles = Annotated[
    Variant, typer.Option("--variant", help="Files for clients, internal ones, or both.")
]


def command(
    period: PeriodName,
    company: CompanyFolder = Path(),
    known_at: KnownAt = None,
    accounts: Accounts = None,
    lang: Language = None,
    variant: WhichFiles = Variant.BOTH,
) -> None:
    """Read, validate, compute and publish. Exits 0: all published; 3: some held back;
    1: nothing published; 2: wrong use."""
    from cli.prefect_home import quiet_local_prefect
    from cli.preflight import usable
    from cli.progress import shown_progress
    from cli.run_report import print_run
    from expectations import load_engine
    from flows.temporary_server import temporary_server
    from pipeline.publishing.brand import brand_in_use
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    settings = load_settings(company)  # first: a server for no company would leave its traces
    quiet_local_prefect(settings.root)
    with temporary_server() as server:
        usable(settings, period, known_at, lang)
        brand_in_use(settings)
        with shown_progress(words):
            from flows.report import report

            load_engine()
            server.wait_until_ready()
            summary = report(
                period=period,
                company=str(company),
                known_at=known_at,
                accounts=split_ids(accounts),
                language=lang,
                variant=variant,
            )
    print_run(summary, settings, words, company)
    raise typer.Exit(_exit_code(summary))


def _exit_code(summary: "RunSummary") -> int:
    if not (summary.written or summary.unchanged):
        return NOTHING_PUBLISHED
    return ALL_PUBLISHED if summary.is_whole else SOME_HELD_BACK
