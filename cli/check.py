"""`cartera check`: read and validate, store nothing."""

from pathlib import Path

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import catalogue

EXAMPLES = "Example: cartera check --company acme"


def command(company: CompanyFolder = Path(), lang: Language = None) -> None:
    """Read and validate what has been landed; say what would be kept out or held back."""
    from cli.check_report import print_check
    from pipeline.ingest.check import check_company
    from pipeline.settings import load_settings

    settings = load_settings(company)
    found = check_company(settings)
    print_check(found, settings, catalogue(readers_language(lang)))
    raise typer.Exit(1 if found.stopped else 0)
