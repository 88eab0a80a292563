"""Options that several sub-commands share; `help-option` in `help.ftl` says what they are."""

from pathlib import Path
from typing import Annotated

import typer

_COMPANY = typer.Option(
    "--company",
    "-c",
    envvar="CARTERA_COMPANY",  # as pipeline.settings.company_folder reads it
)
CompanyFolder = Annotated[Path, _COMPANY]
CompanyIfAny = Annotated[Path | None, _COMPANY]
Language = Annotated[str | None, typer.Option("--lang")]
PeriodName = Annotated[str, typer.Option("--period", "-p")]
KnownAt = Annotated[str | None, typer.Option("--known-at")]
Accounts = Annotated[str | None, typer.Option("--accounts", "-a")]
Importer = Annotated[str, typer.Option("--as")]
OnlyClient = Annotated[str | None, typer.Option("--account")]


def split_ids(written: str | None) -> tuple[str, ...] | None:
    """`A1, B2` as ids; None where nothing was asked for."""
    if written is None:
        return None
    return tuple(part.strip() for part in written.split(",") if part.strip())
