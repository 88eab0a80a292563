"""How far a run is, where nobody can see bars."""

import logging

import pytest

from cli.progress import shown_progress
from messages.catalogue import catalogue
from messages.clause import clause


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Starting Prefect", "Writing files 1/2", "Writing files 2/2"]),
        ("es", ["Arrancando Prefect", "Escribiendo archivos 1/2", "Escribiendo archivos 2/2"]),
    ],
)
def test_without_a_terminal_each_part_is_a_line_beside_the_report(
    language: str, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with shown_progress(catalogue(language)):
        for _ in range(2):
            logging.getLogger("cartera.progress").info("", extra={"phase": "publish", "total": 2})
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == ("", lines)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Goes on with what is there: Stripe refuses the key"),
        ("es", "Se sigue con lo que hay: Stripe rechaza la clave"),
    ],
)
def test_what_a_run_goes_on_without_is_told_before_it(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    why = clause("fetch-key-refused", system="Stripe", console="https://x.example")
    told = clause("feed-late", told=why)
    with shown_progress(catalogue(language)):
        logging.getLogger("cartera.progress").warning("", extra={"told": told})
    assert line in capsys.readouterr().err
