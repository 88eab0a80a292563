"""Formulas get the values that a spreadsheet gives them."""

from datetime import date

import pytest

from reports.workbook.formulas.calculation import CircularFormulaError, calculated, named_value
from reports.workbook.formulas.formula import FormulaSyntaxError, parse
from reports.workbook.model import (
    Area,
    Cell,
    DocumentProperties,
    PrintSetup,
    Reference,
    Scalar,
    Sheet,
    Style,
    Workbook,
)

NAMES = {
    "rate": Reference("inputs", Area(0, 0, 0, 0)),
    "flows": Reference("inputs", Area(1, 0, 1, 3)),
    "words": Reference("inputs", Area(2, 0, 2, 3)),
    "word": Reference("inputs", Area(2, 0, 2, 0)),
    "empty": Reference("inputs", Area(9, 9, 9, 9)),
    "answer": Reference("answer", Area(0, 0, 0, 0)),
}
"""A rate of 10 %; flows of 100, 110, n/a and 121; the words b, a, B and an empty cell."""


def book(*formulas: str) -> Workbook:
    """Two sheets: the inputs behind the names above, and the formulas one below the other."""
    rows: list[list[Scalar]] = [[0.1], [100, 110, "n/a", 121], ["b", "a", "B"]]
    inputs = [
        Cell(row, column, value, Style())
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    ]
    answers = [Cell(row, 0, None, Style(), text) for row, text in enumerate(formulas)]
    setup = PrintSetup(is_landscape=True, area=Area(0, 0, 0, 0), footer="")
    sheets = [("inputs", "The inputs", inputs), ("answer", "Answer's", answers)]
    return Workbook(
        tuple(
            Sheet(key, title, "#000000", (), tuple(cells), setup) for key, title, cells in sheets
        ),
        NAMES,
        DocumentProperties("", "", "", date(2026, 1, 1)),
        "en",
    )


def answer(formula: str) -> Scalar:
    return named_value(calculated(book(formula)), "answer")


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=1+2*3", 7),
        ("=-2^2", 4),  # a sign binds tighter than a power
        ("=2^-1", 0.5),
        ("=10-4-3", 3),
        ("=(1+rate)^2", pytest.approx(1.21)),
        ('="a"&1&"b"', "a1b"),
        ('="say ""no"""', 'say "no"'),
        ("=1>=1", True),
        ('="B"="b"', True),
        ('=5<"a"', True),  # numbers before texts
        ("=empty=0", True),
        ("=SUM(flows)", 331),
        ("=COUNT(flows,rate,empty)", 4),
        ("=MAX(flows)-MIN(flows)", 21),
        ("=INDEX(flows,4)", 121),
        ("=MATCH(110,flows,0)", 2),
        ('=MATCH("A",words,0)', 2),
        ("=RANK(110,flows)", 2),
        ("=NPV(rate,110,121)", pytest.approx(200)),
        ('=SUMIFS(flows,words,"b")', 100),
        ('=COUNTIF(words,"b")', 2),
        ("=SUMPRODUCT(--(flows>105))", 3),  # a text is more than any number
        ("=SUMPRODUCT(('The inputs'!$A$2:$B$2<=100)*'The inputs'!A2:B2)", 100),
        ("=IF(ISNUMBER(INDEX(flows,3)),1,2)", 2),
        ("=IFERROR(1/0,9)", 9),
        ("=IF(TRUE,1,1/0)", 1),
        ("=ROUND(2.675,2)", 2.68),
        ("=ROUND(-0.5,0)", -1),
        ("=1/0", "#DIV/0!"),
        ("=0^0", "#NUM!"),
        ("=flows+unknown", "#NAME?"),
        ("=INDEX(flows,9)", "#REF!"),
        ('=1+"a"', "#VALUE!"),
        ("=NOSUCH(1)", "#NAME?"),
        ("=SUMPRODUCT(--ISERROR(flows))", 0),
        ("=SUM(word,rate)", 0.1),  # a range of one cell is a range: its text is left out
        ("=MAX(word)", 0),
        ('=SUMIFS(rate,word,"b")', 0.1),
        ('=COUNTIF(word,"b")', 1),
        ("=INDEX(rate,1)+MATCH(0.1,rate,0)+COUNTA(word)", 2.1),
        ('=SUMPRODUCT((word="b")*rate)', 0.1),
        ("=ROUND(rate,0)+ABS(rate)", 0.1),
    ],
)
def test_formulas_have_the_values_of_a_spreadsheet(formula: str, value: object) -> None:
    assert answer(formula) == value


def test_formulas_see_each_other_in_any_order() -> None:
    filled = calculated(book("=A2+1", "=A3*2", "=20"))
    assert [cell.value for cell in filled.sheet("answer").cells] == [41, 40, 20]


def test_errors_travel_until_they_are_caught() -> None:
    filled = calculated(book("=A2+1", "=1/0", "=IFERROR(A1,0)", "=SUMPRODUCT(--ISERROR(A1:A3))"))
    assert [cell.value for cell in filled.sheet("answer").cells] == ["#DIV/0!", "#DIV/0!", 0, 2]


def test_typing_into_a_named_cell_moves_what_depends_on_it() -> None:
    edited = calculated(book("=rate*2"), {"rate": 0.5})
    assert named_value(edited, "answer") == 1


def test_a_formula_that_needs_itself_is_a_fault_of_its_builder() -> None:
    with pytest.raises(CircularFormulaError):
        calculated(book("=A2", "=A1"))


@pytest.mark.parametrize("formula", ["=1+", "=(1", "=1 2", "=#REF!", "=SUM(1"])
def test_what_cannot_be_read_is_a_fault_of_its_builder(formula: str) -> None:
    with pytest.raises(FormulaSyntaxError):
        parse(formula)
