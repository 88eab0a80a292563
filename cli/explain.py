"""`cartera explain`: where one figure comes from, down to the lines of the exports."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.options import CompanyFolder, KnownAt, Language, PeriodName
from transforms.metrics.kpi import EntityKind


class Form(StrEnum):
    """How the explanation is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def command(
    client: str,
    kpi: str,
    period: PeriodName,
    company: CompanyFolder = Path(),
    by: Annotated[
        EntityKind,
        typer.Option("--by"),
    ] = EntityKind.CLIENT,
    format_: Annotated[Form, typer.Option("--format", "-f")] = Form.TEXT,
    rows: Annotated[int, typer.Option(min=0)] = 20,
    known_at: KnownAt = None,
    lang: Language = None,
) -> None:
    """A figure's definition, its arithmetic, and every row that entered it or was left out."""
    from cli.explain_report import print_html, print_json, print_text
    from cli.preflight import preflight
    from cli.words import readers_language
    from messages.catalogue import catalogue
    from pipeline.compute.explain import explain

    settings = preflight(company, period, known_at, lang)
    found = explain(settings, client, kpi, period, known_at, by)
    language = readers_language(lang)
    match format_:
        case Form.JSON:
            print_json(found, language)
        case Form.HTML:
            print_html(found, catalogue(language), rows)
        case Form.TEXT:
            print_text(found, catalogue(language), rows)
