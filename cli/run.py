"""`cartera run`: the whole flow for one period."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.options import Accounts, CompanyFolder, KnownAt, Language, PeriodName, split_ids
from cli.stopping import stopped_in_one_sentence
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue
from pipeline.publishing.variant import Variant

if TYPE_CHECKING:  # wrong use is told before the rooms are loaded
    from flows.temporary_server import TemporaryServer
    from pipeline.outcome import RunSummary
    from pipeline.settings import Settings


ALL_PUBLISHED = 0
NOTHING_PUBLISHED = 1
SOME_HELD_BACK = 3
_FROM_BEST = (ALL_PUBLISHED, SOME_HELD_BACK, NOTHING_PUBLISHED)

WhichFiles = Annotated[Variant, typer.Option("--variant")]


def command(
    period: PeriodName,
    through: str | None = None,
    company: CompanyFolder = Path(),
    known_at: KnownAt = None,
    accounts: Accounts = None,
    lang: Language = None,
    variant: WhichFiles = Variant.BOTH,
) -> None:
    """Read, validate, compute and publish. Exits 0: all published; 3: some held back;
    1: nothing published; 2: wrong use."""
    from cli.prefect_home import quiet_local_prefect
    from cli.preflight import periods_through, possible
    from flows.temporary_server import temporary_server
    from pipeline.readiness import ready
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    settings = load_settings(company)  # first: a server for no company would leave its traces
    quiet_local_prefect(settings.root)
    with stopped_in_one_sentence(), temporary_server() as server:
        possible(settings, period, known_at, lang)
        ready(settings)
        codes = [
            _run_one(
                server,
                words,
                settings,
                period=str(each),
                company=str(company),
                known_at=known_at,
                accounts=split_ids(accounts),
                language=lang,
                variant=variant,
            )
            for each in periods_through(settings, period, through)
        ]
    raise typer.Exit(max(codes, key=_FROM_BEST.index))


def _run_one(
    server: "TemporaryServer", words: Catalogue, settings: "Settings", **asked: Any
) -> int:
    """Run one period and print its report; returns what to exit with."""
    from cli.progress import shown_progress
    from cli.run_report import print_run
    from expectations import load_engine
    from pipeline.unchanged import has_run

    with shown_progress(words):
        from flows.report import run_report

        if not has_run(settings, asked["period"]):  # else there may be nothing to judge
            load_engine()
        server.wait_until_ready()
        summary = run_report(**asked)
    print_run(summary, settings, words, Path(asked["company"]))
    return _exit_code(summary)


def _exit_code(summary: "RunSummary") -> int:
    if not summary.is_published:
        return NOTHING_PUBLISHED
    return ALL_PUBLISHED if summary.is_whole else SOME_HELD_BACK
