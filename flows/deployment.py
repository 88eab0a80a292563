"""What `prefect deploy` asks for first (prefect.yaml, `build`): whose deployment it is, and when
its runs start."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from flows.schedule import monthly_rule, quarterly_rule
from messages.catalogue import languages
from messages.errors import CarteraError, worded
from messages.locales import environment_language
from pipeline.settings import load_settings
from pipeline.settings_faults import COMPANY_VARIABLE


class CompanyNotNamedError(CarteraError):
    """A deployment of nobody would fail every month."""

    code = "failure-company-not-named"
    variable: str


def company_to_deploy() -> dict[str, str | int | bool]:
    """The company's folder, its zone, the rules of both schedules as RFC 5545 writes them, and
    how often the watcher looks, where it has anything to look for.

    What is wrong is one sentence, and the deployment ends with it.
    """
    try:
        return _named_company()
    except CarteraError as error:
        sys.stderr.write(f"{worded(error, environment_language(languages()))}\n")
        raise SystemExit(error.exit_code) from error


def _named_company() -> dict[str, str | int | bool]:
    folder = os.environ.get(COMPANY_VARIABLE)
    if not folder:
        raise CompanyNotNamedError(COMPANY_VARIABLE)
    settings = load_settings(Path(folder))
    company, year = settings.company, datetime.now(UTC).year
    return {
        "folder": str(settings.root),
        "time_zone": company.time_zone,
        "is_watched": bool(settings.schedule.awaited),
        "look_every_seconds": settings.schedule.look_every_minutes * 60,
        "monthly": monthly_rule(settings.schedule, company.country, year),
        "quarterly": quarterly_rule(
            settings.schedule, company.country, year, company.fiscal_start_month
        ),
    }
