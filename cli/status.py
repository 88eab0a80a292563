"""`cartera status`: past runs, who is held back and why, what was kept out."""

from pathlib import Path

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import catalogue


def command(company: CompanyFolder = Path(), lang: Language = None) -> None:
    """The last runs, the accounts held back, and the rows kept out with file and line."""
    from cli.status_report import print_status
    from pipeline.settings import load_settings
    from pipeline.state import company_state

    print_status(company_state(load_settings(company)), catalogue(readers_language(lang)))
