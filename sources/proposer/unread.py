"""What a proposal leaves to a person: words without a meaning, columns that nothing reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sources.proposer.columns import meanings
from sources.proposer.guesses import FileGuess, Guess, TableGuess
from sources.proposer.intervals import interval_of, with_intervals
from sources.proposer.known import words_of
from sources.proposer.shapes import Shape, means_nothing, odd_among
from sources.readers.json_records import PARENT
from transforms.tables import TABLES, Column, Kind

_READ_BY_SHAPE = {Kind.DATE, Kind.TIMESTAMP, Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.CURRENCY}
_NO_COLUMNS = {"values", "value", "name", "file", "equals", "starts_with", "separator"}


def with_words(guess: FileGuess) -> FileGuess:
    """Words of the whole file: those that are known get their meaning, the others are listed."""
    rules = [item.rule for table in guess.tables for item in table.columns]
    read = {str(rule.get("column", "")) for rule in rules} | set(map(interval_of, rules))
    columns = tuple(name for name in guess.looked.sample.header if name in read)
    words = words_of(guess.looked.sample, columns)
    shapes = guess.looked.shapes
    tables = tuple(
        replace(
            table, columns=tuple(_understood(table, item, shapes, words) for item in table.columns)
        )
        for table in guess.tables
    )
    return replace(guess, tables=tables)


def _understood(
    table: TableGuess,
    guess: Guess,
    shapes: Mapping[str, Shape],
    words: Mapping[str, Sequence[str]],
) -> Guess:
    spec, source = TABLES[table.table].by_name[guess.column], str(guess.rule.get("column", ""))
    said = [word for word in words.get(source, ()) if not means_nothing(word)]
    values = guess.rule.get("values")
    if isinstance(values, dict) and spec.allowed and "otherwise" not in guess.rule:
        known = meanings(table.table, spec.name, said) | values
        unknown = tuple(word for word in said if word not in known)
        return replace(guess, rule={**guess.rule, "values": known}, unknown=unknown)
    if spec.name == "yearly_minor":
        guess = with_intervals(guess, words.get(interval_of(guess.rule), ()))
    if said and _is_read_by_shape(spec, guess.rule):
        return replace(guess, unknown=(*odd_among(shapes[source], said), *guess.unknown))
    return guess


def _is_read_by_shape(spec: Column, rule: Mapping[str, object]) -> bool:
    is_worded = {"values", "if_filled", "extract", "day", "period"} & set(rule)
    return spec.kind in _READ_BY_SHAPE and not is_worded


def with_unread(guess: FileGuess) -> FileGuess:
    """The file's filled columns that no rule, filter or lookup of it reads."""
    read = set(_columns_in([_everything(guess)]))
    made = dict(guess.looked.sample.joined)
    shapes = guess.looked.shapes
    own = (name for name in guess.looked.sample.header if not name.startswith(PARENT))
    left = (name for name in own if name not in read and name not in made)
    return replace(guess, unread=tuple(name for name in left if not shapes[name].is_empty))


def without_looked_up(guesses: Sequence[FileGuess]) -> list[FileGuess]:
    """Columns that another file looks up are read."""
    read = {found for guess in guesses for found in _looked_up(guess)}
    return [
        replace(guess, unread=tuple(n for n in guess.unread if (guess.looked.name, n) not in read))
        for guess in guesses
    ]


def _looked_up(guess: FileGuess) -> Iterator[tuple[str, str]]:
    columns = set(_columns_in([_everything(guess)]))
    for lookup in guess.lookups:
        start = f"{lookup['name']}."
        yield lookup["file"], lookup["key"]
        yield from (
            (lookup["file"], name.removeprefix(start)) for name in columns if name.startswith(start)
        )


def _everything(guess: FileGuess) -> list[object]:
    rules = [item.rule for table in guess.tables for item in table.columns]
    return [*rules, *(table.when for table in guess.tables), *guess.filters, *guess.lookups]


def _columns_in(rules: Iterable[object]) -> Iterator[str]:
    """Every text in rules that may name a column."""
    for item in rules:
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            yield from _columns_in(value for key, value in item.items() if key not in _NO_COLUMNS)
        elif isinstance(item, list | tuple):
            yield from _columns_in(item)
