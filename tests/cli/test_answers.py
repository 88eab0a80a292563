"""What people type where a command asks, and what they read of figures."""

import pandas as pd
import pytest
import typer
from typer.testing import CliRunner

from cli.decisions import is_agreed
from cli.kpi_output import print_kpis
from messages.catalogue import catalogue
from transforms.metrics.kpi import KPI_DTYPES


@pytest.mark.parametrize(
    ("language", "answer", "agreed"),
    [
        ("es", "s", True),
        ("es", "Sí", True),
        ("es", "y", True),
        ("es", "n", False),
        ("es", "", False),
        ("en", "Yes", True),
        ("en", "s", False),
    ],
)
def test_a_yes_is_one_of_the_readers_language(language: str, answer: str, agreed: bool) -> None:
    app = typer.Typer()

    @app.command()
    def ask() -> None:
        typer.echo(f"→ {is_agreed('¿Guardar esto?', catalogue(language))}")

    told = CliRunner().invoke(app, input=f"{answer}\n").output
    assert told.endswith(f"→ {agreed}\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", ["Indicador", "Margen bruto", "gross_margin", "proporción", "no tiene coste"]),
        ("en", ["Figure", "Gross margin", "gross_margin", "ratio", "cost"]),
    ],
)
def test_the_table_of_figures_is_in_the_readers_words(
    language: str, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    known = {"entity_type": "client", "entity_id": "a1", "kpi": "gross_margin", "version": 1}
    row = {**known, "period": "2026-Q3", "unit": "ratio", "reason": "cost_missing", "rows": 3}
    values = pd.DataFrame([row], columns=[*KPI_DTYPES, "entity_name"])
    print_kpis(values, "table", language)
    told = capsys.readouterr().out
    assert [word for word in said if word not in told] == []
