"""How far a run is, where nobody can see bars."""

import logging

import pytest

from cli.progress import shown_progress
from messages.catalogue import catalogue


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
