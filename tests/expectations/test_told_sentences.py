"""What stops a source is told in the reader's language, whatever it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

from expectations.stopping import StoppedTable
from expectations.wording import catalogue
from transforms.core.counted import Counted

SOURCES = Path(__file__).parents[2] / "sources"
RAISED = {"unreadable", "BadArchiveError"}
BUILT = {"_csv_fault", "_decoding_fault", "_missing_fault"}
"""Functions that put a sentence together for what is raised."""


def sentences() -> Iterator[str]:
    """Every sentence that the readers of exports write down, with x for its facts."""
    for path in sorted(SOURCES.glob("[!p]*/*.py")):  # the proposer tells its own
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[told, *_]):
                    yield from [_text(told)] if name in RAISED and _is_text(told) else []
                case ast.FunctionDef(name=name) if name in BUILT:
                    returned = [item for item in ast.walk(node) if isinstance(item, ast.Return)]
                    yield from (_text(item.value) for item in returned if _is_text(item.value))


def _is_text(node: ast.expr | None) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _text(node: ast.expr | None) -> str:
    match node:
        case ast.JoinedStr(values=values):
            return "".join(_text(value) for value in values)
        case ast.Constant(value=str() as text):
            return text
        case ast.FormattedValue(value=ast.Name(id="told")):
            return "columns missing: x."
        case ast.FormattedValue(value=ast.Name(id="where")):
            return "no list at 'x'"
        case _:
            return "x"


def test_every_sentence_that_stops_a_source_has_words_in_spanish() -> None:
    told = [f"erp a.csv: {sentence}" for sentence in sentences()]
    assert len(told) > 25
    assert [sentence for sentence in told if catalogue("es").sentence(sentence) == sentence] == []
    assert {catalogue("en").sentence(sentence) for sentence in told} == set(told)


def test_one_row_that_came_is_told_in_the_singular() -> None:
    told = (
        "erp: 1 row of invoices came where 40 were known; if they were not deleted there, the "
        "file was cut off: export it again and land it with a later date."
    )
    said = catalogue("es").sentence(told)
    assert said.startswith("erp: llegó 1 fila de facturas y notas de crédito donde se conocían 40;")
    differs = catalogue("es").page["differs"]
    assert differs.format(rows="1", n=Counted(1), amount="0") == "Difiere en 1 fila, 0"


def test_rules_clauses_and_tables_inside_of_a_sentence_are_words_of_the_language_too() -> None:
    stopped = StoppedTable("erp", "invoices", 50, 48, "unreadable_date", "2026-10-01/a.csv", 7)
    assert catalogue("es").sentence(stopped.sentence) == (
        "erp: 48 de 50 filas de facturas y notas de crédito no se pueden usar, la mayoría por "
        "«fecha ilegible» (la primera en 2026-10-01/a.csv, línea 7), así que no se cargó nada de "
        "erp; compare las columnas del archivo con el mapeo de erp y vuelva a entregarlo."
    )
    retyped = (
        "erp a.csv: 48 of 50 rows do not hold a date written as %d/%m/%Y in 'issue_date' of "
        "invoices, so nothing of erp was loaded; compare the file's columns with the mapping of "
        "erp and land it again."
    )
    assert "no tienen una fecha escrita como %d/%m/%Y en «issue_date» de facturas" in catalogue(
        "es"
    ).sentence(retyped)
