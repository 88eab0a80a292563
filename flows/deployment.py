"""What `prefect deploy` asks for first (prefect.yaml, `build`): whose deployment it is, and when
its runs start."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from flows.schedule import looks_rule, monthly_rule, quarterly_rule
from messages.catalogue import languages
from messages.errors import CarteraError, worded
from messages.locales import environment_language
from pipeline.settings import load_settings
from pipeline.settings_faults import COMPANY_VARIABLE


class CompanyNotNamedError(CarteraError):
    """A deployment of nobody would fail every month."""

    code = "failure-company-not-named"
    variable: str


def company_to_deploy() -> dict[str, str]:
    """The company's folder, its zone, and the rules of its schedules as RFC 5545 writes them.

    What is wrong is one sentence, and the deployment ends with it.
    """
    try:
        return _named_company()
    except CarteraError as error:
        sys.stderr.write(f"{worded(error, environment_language(languages()))}\n")
        raise SystemExit(error.exit_code) from error


def _named_company() -> dict[str, str]:
    folder = os.environ.get(COMPANY_VARIABLE)
    if not folder:
        raise CompanyNotNamedError(COMPANY_VARIABLE)
    settings = load_settings(Path(folder))
    company, year = settings.company, datetime.now(UTC).year
    return {
        "folder": str(settings.root),
        "time_zone": company.time_zone,
        "looks": looks_rule(settings.schedule, datetime.now(company.zone).date()),
        "monthly": monthly_rule(settings.schedule, company.country, year),
        "quarterly": quarterly_rule(
            settings.schedule, company.country, year, company.fiscal_start_month
        ),
    }
