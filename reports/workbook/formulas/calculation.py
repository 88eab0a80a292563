"""Gives every formula of a workbook its value, so that the file shows figures without Excel."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reports.workbook.formulas.formula import (
    Call,
    CellReference,
    Expression,
    Literal,
    NameReference,
    Negation,
    Operation,
    parse,
)
from reports.workbook.formulas.functions import (
    FUNCTIONS,
    ExcelError,
    Grid,
    Plain,
    Value,
    checked,
    number,
    operate,
    truth,
)
from reports.workbook.model import Area, Cell, Scalar, Sheet, Workbook

Place = tuple[str, int, int]


class CircularFormulaError(Exception):
    """A formula that needs its own value: a fault of its builder."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"the formula of {place} needs its own value")


def calculated(workbook: Workbook, typed: Mapping[str, Scalar] | None = None) -> Workbook:
    """The workbook with the value of every formula.

    `typed` replaces the content of named cells first, as somebody typing into them would.
    """
    edited = _with_typed(workbook, typed or {})
    book = _Book.of(edited)
    return replace(edited, sheets=tuple(book.filled(sheet) for sheet in edited.sheets))


def named_value(workbook: Workbook, name: str) -> Scalar:
    """What the one cell of a name holds."""
    reference = workbook.names[name]
    place = (reference.area.first_row, reference.area.first_column)
    for cell in workbook.sheet(reference.sheet).cells:
        if (cell.row, cell.column) == place:
            return cell.value
    return None


def named_values(workbook: Workbook, name: str) -> tuple[Scalar, ...]:
    """What the cells of a name hold, row by row."""
    reference = workbook.names[name]
    held = {(cell.row, cell.column): cell.value for cell in workbook.sheet(reference.sheet).cells}
    return tuple(held.get(place) for row in _places(reference.area) for place in row)


def _with_typed(workbook: Workbook, typed: Mapping[str, Scalar]) -> Workbook:
    places = {
        (reference.sheet, reference.area.first_row, reference.area.first_column): value
        for name, value in typed.items()
        for reference in (workbook.names[name],)
    }
    if not places:
        return workbook

    def cell_of(sheet: Sheet, cell: Cell) -> Cell:
        place = (sheet.key, cell.row, cell.column)
        return replace(cell, value=places[place]) if place in places else cell

    return replace(
        workbook,
        sheets=tuple(
            replace(sheet, cells=tuple(cell_of(sheet, cell) for cell in sheet.cells))
            for sheet in workbook.sheets
        ),
    )


def _places(area: Area) -> tuple[tuple[tuple[int, int], ...], ...]:
    columns = range(area.first_column, area.last_column + 1)
    return tuple(
        tuple((row, column) for column in columns)
        for row in range(area.first_row, area.last_row + 1)
    )


@dataclass
class _Book:
    """Formulas by place, and the values found so far."""

    workbook: Workbook
    key_of_title: Mapping[str, str]
    formulas: dict[Place, str]
    values: dict[Place, "Plain | ExcelError"]
    under_way: set[Place] = field(default_factory=lambda: set[Place]())

    @classmethod
    def of(cls, workbook: Workbook) -> "_Book":
        cells = [(sheet.key, cell) for sheet in workbook.sheets for cell in sheet.cells]
        return cls(
            workbook,
            {sheet.title: sheet.key for sheet in workbook.sheets},
            {(key, cell.row, cell.column): cell.formula for key, cell in cells if cell.formula},
            {
                (key, cell.row, cell.column): _plain_of(cell.value)
                for key, cell in cells
                if not cell.formula
            },
        )

    def filled(self, sheet: Sheet) -> Sheet:
        return replace(
            sheet,
            cells=tuple(
                replace(cell, value=self.shown((sheet.key, cell.row, cell.column)))
                if cell.formula
                else cell
                for cell in sheet.cells
            ),
        )

    def shown(self, place: Place) -> Scalar:
        value = self.at(place)
        if isinstance(value, ExcelError):
            return value.code
        if value is None:  # a formula that yields an empty cell shows 0
            return 0
        return value + 0.0 if isinstance(value, float) else value

    def at(self, place: Place) -> "Plain | ExcelError":
        if place not in self.values:
            if place not in self.formulas:
                return None
            if place in self.under_way:
                raise CircularFormulaError(place)
            self.under_way.add(place)
            self.values[place] = self.result(self.formulas[place], place[0])
        return self.values[place]

    def result(self, formula: str, sheet: str) -> "Plain | ExcelError":
        try:
            return self.plain(parse(formula), sheet)
        except ExcelError as error:
            return error

    def plain(self, expression: Expression, sheet: str) -> Plain:
        value = self.value(expression, sheet)
        if isinstance(value, Grid):
            if len(value.rows) * len(value.rows[0]) > 1:
                raise ExcelError("#VALUE!")
            return checked(value.rows[0][0])
        return value

    def value(self, expression: Expression, sheet: str) -> Value:
        match expression:
            case Literal(value):
                return value
            case CellReference(title, area):
                return self.cells(self.key_of_title.get(title, sheet), area)
            case NameReference(name):
                if name not in self.workbook.names:
                    raise ExcelError("#NAME?")
                reference = self.workbook.names[name]
                return self.cells(reference.sheet, reference.area)
            case Negation(operand):
                return operate("*", -1.0, self.value(operand, sheet))
            case Operation(operator, left, right):
                return operate(operator, self.value(left, sheet), self.value(right, sheet))
            case Call(function, arguments):
                return self.call(function, arguments, sheet)

    def cells(self, key: str, area: Area) -> Value:
        places = _places(area)
        if len(places) == 1 and len(places[0]) == 1:
            row, column = places[0][0]
            return self.single(key, row, column)
        return Grid(tuple(tuple(self.at((key, *place)) for place in row) for row in places))

    def single(self, key: str, row: int, column: int) -> Value:
        value = self.at((key, row, column))
        # An error in a single cell may still be caught or counted by the function around it.
        return Grid(((value,),)) if isinstance(value, ExcelError) else value

    def call(self, function: str, arguments: tuple[Expression, ...], sheet: str) -> Value:
        if function == "IF":
            is_met = truth(self.plain(arguments[0], sheet))
            return self.value(arguments[1 if is_met else 2], sheet)
        if function == "IFERROR":
            return self.or_else(arguments, sheet)
        if function == "ISERROR":
            return self.errors(self.value(arguments[0], sheet))
        if function not in FUNCTIONS:
            raise ExcelError("#NAME?")
        values = [self.argument(argument, sheet) for argument in arguments]
        return FUNCTIONS[function](*values)

    def argument(self, expression: Expression, sheet: str) -> Value:
        """What a function is given: a reference stays a range, be it of a single cell."""
        value = self.value(expression, sheet)
        is_reference = isinstance(expression, CellReference | NameReference)
        return Grid(((value,),)) if is_reference and not isinstance(value, Grid) else value

    def or_else(self, arguments: tuple[Expression, ...], sheet: str) -> Value:
        try:
            return self.plain(arguments[0], sheet)
        except ExcelError:
            return self.value(arguments[1], sheet)

    @staticmethod
    def errors(value: Value) -> Value:
        if not isinstance(value, Grid):
            return False
        return Grid(
            tuple(tuple(isinstance(item, ExcelError) for item in row) for row in value.rows)
        )


def _plain_of(value: Scalar) -> Plain:
    if isinstance(value, bool | str) or value is None:
        return value
    return number(value) if isinstance(value, int | float) else float(value.toordinal() - 693594)
