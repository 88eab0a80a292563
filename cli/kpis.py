"""`cartera kpis`: figures with their working, as a table, CSV or JSON."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.options import CompanyFolder, KnownAt, Language, PeriodName
from transforms.metrics.kpi import EntityKind


class Format(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def command(
    period: PeriodName,
    company: CompanyFolder = Path(),
    account: Annotated[
        str | None,
        typer.Option("--account", "-a"),
    ] = None,
    by: Annotated[
        list[EntityKind] | None,
        typer.Option("--by"),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f")] = Format.TABLE,
    known_at: KnownAt = None,
    lang: Language = None,
) -> None:
    """Figures of a period: value or reason, numerator, denominator and rows behind each."""
    from cli.kpi_output import print_kpis
    from cli.preflight import preflight
    from pipeline.compute.figures import figures

    settings = preflight(company, period, known_at, lang)
    print_kpis(figures(settings, period, known_at, account, by or ()), format_.value, lang)
