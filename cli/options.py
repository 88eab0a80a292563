"""Options that several sub-commands share."""

from pathlib import Path
from typing import Annotated

import typer

_COMPANY = typer.Option(
    "--company",
    "-c",
    envvar="CARTERA_COMPANY",  # as pipeline.settings.company_folder reads it
    help="Folder with the company's cartera.toml.",
)
CompanyFolder = Annotated[Path, _COMPANY]
CompanyIfAny = Annotated[Path | None, _COMPANY]
Language = Annotated[
    str | None, typer.Option("--lang", help="es or en; the environment's language without it.")
]
PeriodName = Annotated[
    str,
    typer.Option(
        "--period",
        "-p",
        help="2026-Q3 for a quarter, 2026-10 for a month, 2026 for a year (fiscal ones where the "
        "company has them), 2026-Q3-TTM for the twelve months up to it.",
    ),
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", help="Use only what had been landed by then, as 2026-10-01."),
]
Accounts = Annotated[
    str | None,
    typer.Option("--accounts", "-a", help="Only these accounts' files; ids with commas between."),
]


def split_ids(written: str | None) -> tuple[str, ...] | None:
    """`A1, B2` as ids; None where nothing was asked for."""
    if written is None:
        return None
    return tuple(part.strip() for part in written.split(",") if part.strip())
