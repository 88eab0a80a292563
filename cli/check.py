"""`cartera check`: read and validate, store nothing."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import catalogue


def command(
    company: CompanyFolder = Path(),
    lang: Language = None,
    data_docs: Annotated[
        Path | None,
        typer.Option("--data-docs", metavar="DIR", file_okay=False),
    ] = None,
) -> None:
    """Read and validate what has been landed; say what would be kept out or held back."""
    from cli.check_report import print_check
    from cli.tables import console
    from pipeline.ingest.check import check_company
    from pipeline.settings import load_settings

    settings = load_settings(company)
    words = catalogue(readers_language(lang))
    found = check_company(settings, data_docs)
    print_check(found, settings, words)
    if data_docs:
        console().print(words.say("check-data-docs", path=data_docs / "index.html"), soft_wrap=True)
    raise typer.Exit(1 if found.stopped else 0)
