"""Excel's operators and functions, as far as the workbooks use them, on plain values.

A value is a number, a text, a truth value, None for an empty cell, or a `Grid` of those.
Faults are Excel's own: they travel as `ExcelError` until a function catches them.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

Plain = float | str | bool | None


class ExcelError(Exception):
    """One of Excel's error values, such as #DIV/0!."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Grid:
    """Values of a range, row by row; an error stays in its place until it is used."""

    rows: tuple[tuple["Plain | ExcelError", ...], ...]

    def __iter__(self) -> Iterator["Plain | ExcelError"]:
        return (value for row in self.rows for value in row)

    @property
    def sound(self) -> Iterator[Plain]:
        """The values; raises the first error among them."""
        return (checked(value) for value in self)


Value = Plain | Grid


def checked(value: "Plain | ExcelError") -> Plain:
    """The value; an error is raised."""
    if isinstance(value, ExcelError):
        raise value
    return value


def number(value: Plain) -> float:
    """A value in arithmetic: an empty cell is 0, a text is #VALUE!."""
    if value is None:
        return 0.0
    if isinstance(value, str):
        raise ExcelError("#VALUE!")
    return float(value)


def text(value: Plain) -> str:
    """A value in a text: whole numbers without decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    return str(int(value)) if value == int(value) else repr(value)


def truth(value: Plain) -> bool:
    """A value as a condition."""
    if isinstance(value, str):
        raise ExcelError("#VALUE!")
    return bool(value)


def operate(operator: str, left: Value, right: Value) -> Value:
    """An operator between two values, element by element where one is a range."""
    if isinstance(left, Grid) or isinstance(right, Grid):
        return _elementwise(operator, left, right)
    if operator == "&":
        return text(left) + text(right)
    if operator in _COMPARISONS:
        return _COMPARISONS[operator](_compare(left, right))
    return _arithmetic(operator, number(left), number(right))


_COMPARISONS: Mapping[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


def _arithmetic(operator: str, left: float, right: float) -> float:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    if operator == "/":
        if right == 0:
            raise ExcelError("#DIV/0!")
        return left / right
    if left == right == 0:
        raise ExcelError("#NUM!")
    try:
        return float(left**right)
    except (ZeroDivisionError, OverflowError, TypeError) as error:
        raise ExcelError("#NUM!") from error


def _compare(left: Plain, right: Plain) -> int:
    first, second = _sortable(left, right), _sortable(right, left)
    return (first > second) - (first < second)


def _sortable(value: Plain, other: Plain) -> tuple[int, float, str]:
    """Numbers before texts before truth values; an empty cell is like what it meets."""
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0
    if isinstance(value, bool):
        return (2, float(value), "")
    if isinstance(value, str):
        return (1, 0.0, value.casefold())
    return (0, value, "")


def _elementwise(operator: str, left: Value, right: Value) -> Grid:
    shape = left if isinstance(left, Grid) else right
    assert isinstance(shape, Grid)
    height, width = len(shape.rows), len(shape.rows[0])
    return Grid(
        tuple(
            tuple(
                _single(operator, _element(left, row, column), _element(right, row, column))
                for column in range(width)
            )
            for row in range(height)
        )
    )


def _element(value: Value, row: int, column: int) -> Plain:
    return checked(value.rows[row][column]) if isinstance(value, Grid) else value


def _single(operator: str, left: Plain, right: Plain) -> Plain:
    result = operate(operator, left, right)
    assert not isinstance(result, Grid)
    return result


def _flat(arguments: Sequence[Value]) -> Iterator[Plain]:
    for argument in arguments:
        if isinstance(argument, Grid):
            yield from argument.sound
        else:
            yield argument


def _numbers(arguments: Sequence[Value]) -> list[float]:
    """What SUM and its kin see: numbers of ranges, whatever else they hold left out."""
    found: list[float] = []
    for argument in arguments:
        if isinstance(argument, Grid):
            found += [float(item) for item in argument.sound if _is_number(item)]
        else:
            found.append(number(argument))
    return found


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _plain(value: Value) -> Plain:
    if isinstance(value, Grid):
        if len(value.rows) == 1 and len(value.rows[0]) == 1:
            return checked(value.rows[0][0])
        raise ExcelError("#VALUE!")
    return value


def _sum(*arguments: Value) -> Value:
    return math.fsum(_numbers(arguments))


def _count(*arguments: Value) -> Value:
    total = 0
    for argument in arguments:
        values = argument if isinstance(argument, Grid) else (argument,)
        total += sum(_is_number(item) for item in values)
    return float(total)


def _counta(grid: Value) -> Value:
    assert isinstance(grid, Grid)
    return float(sum(item is not None for item in grid))


def _maximum(*arguments: Value) -> Value:
    return max(_numbers(arguments), default=0.0)


def _minimum(*arguments: Value) -> Value:
    return min(_numbers(arguments), default=0.0)


def _and(*arguments: Value) -> Value:
    return all(truth(item) for item in _flat(arguments))


def _or(*arguments: Value) -> Value:
    return any(truth(item) for item in _flat(arguments))


def _not(argument: Value) -> Value:
    return not truth(_plain(argument))


def _absolute(argument: Value) -> Value:
    return abs(number(_plain(argument)))


def _exponential(argument: Value) -> Value:
    try:
        return math.exp(number(_plain(argument)))
    except OverflowError as error:
        raise ExcelError("#NUM!") from error


def _logarithm(argument: Value) -> Value:
    value = number(_plain(argument))
    if value <= 0:
        raise ExcelError("#NUM!")
    return math.log(value)


def _round(value: Value, digits: Value) -> Value:
    """Half away from zero, as Excel rounds, on the fifteen digits that Excel shows."""
    scale = 10.0 ** int(number(_plain(digits)))
    scaled = float(f"{number(_plain(value)) * scale:.15g}")
    return math.copysign(math.floor(abs(scaled) + 0.5), scaled) / scale


def _index(grid: Value, position: Value, column: Value = None) -> Value:
    assert isinstance(grid, Grid)
    at = int(number(_plain(position)))
    try:
        if column is not None:
            return checked(grid.rows[at - 1][int(number(_plain(column))) - 1])
        return checked(list(grid)[at - 1])
    except IndexError as error:
        raise ExcelError("#REF!") from error


def _match(wanted: Value, grid: Value, kind: Value) -> Value:
    """Position of an exact match."""
    assert isinstance(grid, Grid)
    assert number(_plain(kind)) == 0
    sought = _plain(wanted)
    for position, item in enumerate(grid, start=1):
        if isinstance(item, ExcelError) or item is None:
            continue
        if _compare(item, sought) == 0:
            return float(position)
    raise ExcelError("#N/A")


def _rank(value: Value, grid: Value) -> Value:
    assert isinstance(grid, Grid)
    own = number(_plain(value))
    return 1.0 + sum(item > own for item in _numbers((grid,)))


def _npv(rate: Value, *arguments: Value) -> Value:
    growth = 1 + number(_plain(rate))
    return math.fsum(flow / growth**year for year, flow in enumerate(_numbers(arguments), start=1))


def _sumproduct(*arguments: Value) -> Value:
    columns = [
        [number(item) if _is_number(item) else 0.0 for item in argument.sound]
        if isinstance(argument, Grid)
        else [number(argument)]
        for argument in arguments
    ]
    return math.fsum(math.prod(items) for items in zip(*columns, strict=True))


def _sumifs(total: Value, *arguments: Value) -> Value:
    assert isinstance(total, Grid)
    kept = _matching(arguments)
    return math.fsum(
        float(item)
        for item, is_kept in zip(total.sound, kept, strict=True)
        if is_kept and isinstance(item, int | float)
    )


def _countif(*arguments: Value) -> Value:
    return float(sum(_matching(arguments)))


def _matching(pairs: Sequence[Value]) -> list[bool]:
    """Which places of the ranges equal their criteria; criteria are plain values."""
    columns: list[list[bool]] = []
    for grid, criterion in zip(pairs[::2], pairs[1::2], strict=True):
        assert isinstance(grid, Grid)
        wanted = _plain(criterion)
        columns.append([item is not None and _equal(item, wanted) for item in grid])
    return [all(flags) for flags in zip(*columns, strict=True)]


def _equal(item: "Plain | ExcelError", wanted: Plain) -> bool:
    return not isinstance(item, ExcelError) and _compare(item, wanted) == 0


def _isnumber(value: Value) -> Value:
    if isinstance(value, Grid):
        return Grid(tuple(tuple(_is_number(item) for item in row) for row in value.rows))
    return _is_number(value)


def _isblank(value: Value) -> Value:
    return _plain(value) is None


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "ABS": _absolute,
    "AND": _and,
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTIF": _countif,
    "COUNTIFS": _countif,
    "EXP": _exponential,
    "INDEX": _index,
    "ISBLANK": _isblank,
    "ISNUMBER": _isnumber,
    "LN": _logarithm,
    "MATCH": _match,
    "MAX": _maximum,
    "MIN": _minimum,
    "NOT": _not,
    "NPV": _npv,
    "OR": _or,
    "RANK": _rank,
    "ROUND": _round,
    "SUM": _sum,
    "SUMIFS": _sumifs,
    "SUMPRODUCT": _sumproduct,
}
"""Functions whose arguments are values. IF, IFERROR and ISERROR look at expressions."""
