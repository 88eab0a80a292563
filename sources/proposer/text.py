"""A proposal as the text of a mapping file, its evidence beside every line."""

import json
import re
from collections.abc import Iterable, Mapping

from messages.catalogue import Catalogue
from messages.clause import Clause
from messages.errors import worded
from sources.proposer.formats import read_by
from sources.proposer.guesses import SURE, FileGuess, Guess, TableGuess
from sources.proposer.propose import Proposal
from transforms.tables import TABLES


def mapping_text(proposal: Proposal, words: Catalogue) -> str:
    """The mapping file. Guesses that are too uncertain are comments."""
    used = [guess for guess in proposal.files if guess.tables]
    unused = [guess for guess in proposal.files if not guess.tables]
    lines = [f"# {words.say('proposal-head')}", "", f"source = {_value(proposal.source)}"]
    for guess in used:
        lines += ["", *_file_lines(guess, words)]
    for guess in unused:
        lines += ["", *_unused(guess, words)]
    for name, why in proposal.unreadable:
        head = words.say("proposal-unreadable", file=name)
        lines += ["", f"# {head}", f"# {worded(why, words.language)}"]
    return "\n".join(lines) + "\n"


def told(words: Catalogue, reason: Clause) -> str:
    """A reason in words, on one line whatever a file's names hold."""
    return " ".join(worded(reason, words.language).split())


def _unused(guess: FileGuess, words: Catalogue) -> list[str]:
    reason = told(words, guess.unused) if guess.unused else ""
    entry = ["[[files]]", *_pattern(guess), *_layout(guess), f"unused = {_value(reason)}"]
    if guess.nearest is None:
        entry = [*_unread_line(guess, words), *entry]
    return [*_nearest_lines(guess, words), *entry]


def _nearest_lines(guess: FileGuess, words: Catalogue) -> list[str]:
    """The entry as the table that the file nearly is, in comments: to finish, and to use."""
    if guess.nearest is None:
        return []
    near, lacking = guess.nearest.guess, guess.nearest.lacking
    key = "proposal-nearest" if lacking else "proposal-nearest-whole"
    lines = _file_lines(near, words)
    for column in lacking:
        lines += [f"# {words.say('proposal-doubtful')}", f"{column} = {_value('?')}"]
    head = words.say(key, table=near.tables[0].table, columns=", ".join(lacking))
    return [f"# {line}".rstrip() for line in (f"{guess.looked.name}: {head}", *lines)]


def _pattern(guess: FileGuess) -> list[str]:
    return [f"pattern = {_value(guess.looked.sample.pattern)}"]


def _requires(guess: FileGuess) -> list[str]:
    """The header by which a delimited file is known: what its required columns are made of."""
    rules = [
        item.rule
        for table in guess.tables
        for item in table.columns
        if TABLES[table.table].by_name[item.column].required
    ]
    read = dict.fromkeys(name for rule in rules for name in read_by(rule))
    columns = [name for name in read if name in guess.looked.shapes]
    is_delimited = guess.looked.sample.layout.format == "csv"
    return [f"requires = {_value(columns)}"] if is_delimited and columns else []


def _file_lines(guess: FileGuess, words: Catalogue) -> list[str]:
    lines = ["[[files]]", *_pattern(guess), *_requires(guess), *_layout(guess)]
    lines += [f"# {told(words, item)}" for item in guess.evidence]
    lines += _unread_line(guess, words)
    if guess.lookups:
        lines.append(f"lookups = {_value(list(guess.lookups))}")
    for condition in guess.filters:
        lines += ["", "[[files.filters]]", *(f"{k} = {_value(v)}" for k, v in condition.items())]
    for table in guess.tables:
        lines += ["", *_table_lines(table, words)]
    return lines


def _layout(guess: FileGuess) -> list[str]:
    """Only what is not as every file has it."""
    layout = guess.looked.sample.layout
    wanted: dict[str, object] = {
        key: getattr(layout, key)
        for key in ("format", "sheet", "encoding", "delimiter", "header_line", "records")
        if getattr(layout, key) != type(layout).model_fields[key].default
    }
    if guess.decimal != ".":
        wanted["decimal"] = guess.decimal
    if guess.thousands:
        wanted["thousands"] = guess.thousands
    if guess.dates != ("iso",):
        wanted["dates"] = list(guess.dates)
    if guess.nulls:
        wanted["null"] = list(guess.nulls)
    if guess.minor_units:
        wanted["minor_units"] = guess.minor_units
    return [f"{key} = {_value(value)}" for key, value in wanted.items()]


def _table_lines(table: TableGuess, words: Catalogue) -> list[str]:
    lines = ["[[files.tables]]", f"table = {_value(table.table)}"]
    if table.combine:
        lines.append("combine = true")
    if table.each:
        lines.append(f"each = {_value(table.each)}")
    if table.latest_by:
        lines.append(f"latest_by = {_value(table.latest_by)}")
    if table.when:
        lines.append(f"when = {_value(table.when)}")
    lines += ["", "[files.tables.columns]"]
    for guess in table.columns:
        lines += _column_lines(guess, words, table.table)
    return lines


def _unread_line(guess: FileGuess, words: Catalogue) -> list[str]:
    if not guess.unread:
        return []
    return [f"# {words.say('proposal-unread', columns=listed(guess.unread))}"]


def listed(names: Iterable[str]) -> str:
    """Names or words of a file, on one line whatever they hold."""
    return ", ".join(" ".join(name.split()) for name in names)


def _unknown_line(guess: Guess, words: Catalogue, table: str) -> list[str]:
    """The words that a person has to give a meaning, and the meanings there are."""
    if not guess.unknown:
        return []
    allowed = TABLES[table].by_name[guess.column].allowed
    key = "proposal-unknown-words" if allowed else "proposal-odd-words"
    said = words.say(key, words=listed(guess.unknown), meanings=listed(allowed))
    return [f"# {said}"]


def _column_lines(guess: Guess, words: Catalogue, table: str) -> list[str]:
    why = "; ".join(told(words, item) for item in guess.evidence)
    line = f"{guess.column} = {_rule(guess.rule)}"
    comment = f"# {guess.confidence:.0%}: {why}"
    unknown = _unknown_line(guess, words, table)
    return [comment, *unknown, line if guess.confidence >= SURE else f"# {line}"]


def _rule(rule: Mapping[str, object]) -> str:
    return _value(rule["column"]) if set(rule) == {"column"} else _value(rule)


def _value(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case int():
            return str(value)
        case Mapping():
            return (
                "{ " + ", ".join(f"{_key(str(k))} = {_value(v)}" for k, v in value.items()) + " }"
            )
        case list() | tuple():
            return "[" + ", ".join(_value(item) for item in value) + "]"
        case _:
            raise TypeError(type(value))


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _value(key)
