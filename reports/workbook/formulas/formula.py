"""The part of Excel's formula language that the workbooks use, read into expressions.

Operators, numbers, texts, references in A1 style (also to other sheets), defined names and
function calls. `reports.workbook.formulas.calculation` gives expressions their values.
"""

import re
from dataclasses import dataclass
from functools import cache

from reports.workbook.model import Area


class FormulaSyntaxError(Exception):
    """A formula that cannot be read: a fault of its builder."""

    def __init__(self, formula: str, place: str) -> None:
        super().__init__(f"cannot read '{place}' in {formula}")


@dataclass(frozen=True)
class Literal:
    """A number, a text or a truth value; None for an argument left out."""

    value: float | str | bool | None


@dataclass(frozen=True)
class CellReference:
    """Cells of the sheet with this title; an empty title is the formula's own sheet."""

    title: str
    area: Area


@dataclass(frozen=True)
class NameReference:
    """A defined name."""

    name: str


@dataclass(frozen=True)
class Operation:
    """An operator between two expressions."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True)
class Negation:
    """An expression with its sign turned."""

    operand: "Expression"


@dataclass(frozen=True)
class Call:
    """A function of expressions."""

    function: str
    arguments: tuple["Expression", ...]


Expression = Literal | CellReference | NameReference | Operation | Negation | Call

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?)
    | (?P<text>"(?:[^"]|"")*")
    | (?P<reference>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    | (?P<name>[A-Za-z_][\w.]*)
    | (?P<operator><>|<=|>=|[-+*/^&=<>(),])
    )""",
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?"
)
# From loosest to tightest; a sign binds tighter than a power, as Excel has it.
_LEVELS = (("=", "<>", "<", "<=", ">", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))


@cache
def parse(formula: str) -> Expression:
    """The expression of a formula that begins with `=`; raises FormulaSyntaxError."""
    reader = _Reader(formula, _tokens(formula))
    expression = reader.level(0)
    if reader.tokens:
        raise FormulaSyntaxError(formula, reader.tokens[0][1])
    return expression


def _tokens(formula: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    position = 1
    while position < len(formula):
        match = _TOKEN.match(formula, position)
        if match is None or match.lastgroup is None:
            raise FormulaSyntaxError(formula, formula[position:])
        found.append((match.lastgroup, match[match.lastgroup]))
        position = match.end()
    return found


@dataclass
class _Reader:
    """Takes tokens from the left."""

    formula: str
    tokens: list[tuple[str, str]]

    def level(self, number: int) -> Expression:
        if number == len(_LEVELS):
            return self.signed()
        left = self.level(number + 1)
        while self.tokens and self.tokens[0][0] == "operator" and self._next in _LEVELS[number]:
            operator = self.take()
            left = Operation(operator, left, self.level(number + 1))
        return left

    def signed(self) -> Expression:
        if self.tokens and self.tokens[0] == ("operator", "-"):
            self.take()
            return Negation(self.signed())
        return self.operand()

    def operand(self) -> Expression:
        if not self.tokens:
            raise FormulaSyntaxError(self.formula, "its end")
        kind, text = self.tokens.pop(0)
        if kind == "number":
            return Literal(float(text))
        if kind == "text":
            return Literal(text[1:-1].replace('""', '"'))
        if kind == "reference":
            return _reference(text)
        if kind == "name":
            return self.named(text)
        if text == "(":
            inner = self.level(0)
            self.expect(")")
            return inner
        raise FormulaSyntaxError(self.formula, text)

    def named(self, text: str) -> Expression:
        if self.tokens and self.tokens[0] == ("operator", "("):
            self.take()
            return Call(text, self.arguments())
        if text in ("TRUE", "FALSE"):
            return Literal(text == "TRUE")
        return NameReference(text)

    def arguments(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self.tokens and self.tokens[0] != ("operator", ")"):
            found.append(self.level(0))
            if self.tokens and self.tokens[0] == ("operator", ","):
                self.take()
        self.expect(")")
        return tuple(found)

    def expect(self, text: str) -> None:
        if not self.tokens or self.tokens[0] != ("operator", text):
            raise FormulaSyntaxError(self.formula, text)
        self.take()

    def take(self) -> str:
        return self.tokens.pop(0)[1]

    @property
    def _next(self) -> str:
        return self.tokens[0][1]


def _reference(text: str) -> CellReference:
    match = _REFERENCE.fullmatch(text)
    assert match is not None
    title, column, row, last_column, last_row = match.groups()
    first_row, first_column = int(row) - 1, _column(column)
    area = Area(
        first_row,
        first_column,
        int(last_row) - 1 if last_row else first_row,
        _column(last_column) if last_column else first_column,
    )
    return CellReference((title or "").replace("''", "'"), area)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
