"""A company's own database: one query a list, asked page by page in the order of its key."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Engine,
    Select,
    bindparam,
    column,
    create_engine,
    literal_column,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.pool import NullPool
from sqlalchemy.types import NullType

from extract.calls import Call
from extract.client import TRIES, Page
from extract.errors import (
    AnswerChangedError,
    DatabaseAddressError,
    FetchError,
    KeyRefusedError,
    NotAnsweringError,
    QueryRefusedError,
    ScopeMissingError,
)
from extract.grammar import Stream, System
from messages.clause import clause

_KEY = re.compile(
    r"FATAL:.*(password|authentication|role|pg_hba|does not exist)|access denied for user"
    r"|login failed|ORA-01017",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"permission (was )?denied|command denied|ORA-01031", re.IGNORECASE)
_MISFIT = re.compile(r"no such|syntax error|unrecognized token|incomplete input|ambiguous")


class Database:
    """Asks one database. It may read only: the query stands inside a SELECT, and the transaction
    is told so where the database knows that."""

    def __init__(
        self, system: System, secrets: Mapping[str, str], wait: Callable[[float], None]
    ) -> None:
        self._system, self._wait = system, wait
        self._engine = _engine(system, secrets)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._engine.dispose()

    def page(self, stream: Stream, call: Call) -> Page:
        """The rows that a call asks for. Raises a FetchError that says what keeps them away."""
        size = int(dict(call.params).get("size", stream.page_rows))
        names, rows = self._rows(stream, _query(stream, call, size + 1 if stream.id else None))
        more = bool(stream.id) and len(rows) > size
        kept = rows[:size] if more else rows
        if more and (stream.id not in names or kept[-1][names.index(stream.id)] is None):
            problem = clause("answer-no-id", column=stream.id)
            raise AnswerChangedError(self._system.title, stream.name, problem)
        content = _as_json(names, kept, more).encode()
        return Page(content, json.loads(content), {})

    def wait(self, seconds: float) -> None:
        """As long as something takes that was asked for."""
        self._wait(seconds)

    def _rows(
        self, stream: Stream, query: Select[Any]
    ) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        for attempt in range(TRIES):
            try:
                return self._asked(query)
            except DBAPIError as error:
                if told := self._refusal(stream, error):
                    raise told from error
            if attempt + 1 < TRIES:
                self._wait(2.0**attempt)
        raise NotAnsweringError(self._system.title, stream.name, clause("answer-none"))

    def _asked(self, query: Select[Any]) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        with self._engine.connect().execution_options(postgresql_readonly=True) as connection:
            found = connection.execute(query)
            return tuple(found.keys()), found.all()

    def _refusal(self, stream: Stream, error: DBAPIError) -> FetchError | None:
        """What the database says is not quoted; None where asking again may help."""
        title, console = self._system.title, self._system.console
        state, said = getattr(error.orig, "sqlstate", None) or "", str(error.orig)
        if state.startswith("28") or _KEY.search(said):
            return KeyRefusedError(title, console)
        if state == "42501" or _RIGHT.search(said):
            return ScopeMissingError(title, stream.name, stream.scope, console)
        if isinstance(error, OperationalError | InterfaceError) and not _MISFIT.search(said):
            return None
        return QueryRefusedError(title, stream.name, console)


def _engine(system: System, secrets: Mapping[str, str]) -> Engine:
    """Raises DatabaseAddressError, which does not say the address: it holds the password."""
    variable = system.access.secrets[system.access.database]
    try:
        url = make_url(secrets[system.access.database])
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
            raise DatabaseAddressError(system.title, variable)  # it would be made, and be empty
        return create_engine(url, poolclass=NullPool, hide_parameters=True)
    except (ArgumentError, ImportError, ValueError):
        raise DatabaseAddressError(system.title, variable) from None


def _query(stream: Stream, call: Call, limit: int | None) -> Select[Any]:
    """The company's query inside one that says which rows: a page, in the order of the key."""
    inner = stream.query.strip().removesuffix(";").replace(":", "\\:")
    query = select(literal_column("*")).select_from(text(f"({inner}) cartera_rows"))
    asked = dict(call.params)
    if "start" in asked:
        query = query.where(column(stream.cursor) >= _bound(stream, "start", asked["start"]))
    if "end" in asked:
        query = query.where(column(stream.cursor) < _bound(stream, "end", asked["end"]))
    if "after" in asked:
        last = json.loads(asked["after"], parse_float=Decimal)
        query = query.where(column(stream.id) > bindparam("after", last, type_=NullType()))
    return query.order_by(column(stream.id)).limit(limit) if limit else query


def _bound(stream: Stream, name: str, written: str) -> ColumnElement[Any]:
    """A moment as the cursor's column holds it."""
    if stream.moments == "unix":
        return bindparam(name, int(written))
    if stream.moments != "timestamp":
        return bindparam(name, written)
    moment = datetime.fromisoformat(written).astimezone(UTC)
    if stream.time_zone:
        moment = moment.astimezone(ZoneInfo(stream.time_zone)).replace(tzinfo=None)
    return bindparam(name, moment, type_=DateTime(timezone=not stream.time_zone))


def _as_json(names: Sequence[str], rows: Sequence[Sequence[Any]], more: bool) -> str:
    """A line a row; numbers with every digit that the database said."""
    keys = [json.dumps(name, ensure_ascii=False) for name in names]
    lines = (
        "{"
        + ", ".join(f"{key}: {_text(value)}" for key, value in zip(keys, row, strict=True))
        + "}"
        for row in rows
    )
    return f'{{"more": {_text(more)}, "rows": [\n' + ",\n".join(lines) + "\n]}\n"


def _text(value: object) -> str:
    """A value as JSON: exact decimals are numbers, days and moments are ISO 8601.

    >>> from datetime import date
    >>> _text(Decimal("0.10")), _text(date(2026, 7, 1)), _text([True, None])
    ('0.10', '"2026-07-01"', '[true, null]')
    """
    match value:
        case None | bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
        case float() | Decimal() if _is_finite(value):
            return format(value, "f") if isinstance(value, Decimal) else repr(value)
        case datetime() | date() | time():
            return json.dumps(value.isoformat())
        case bytes() | memoryview():
            return json.dumps(bytes(value).hex())
        case dict():
            return "{" + ", ".join(f"{_text(str(k))}: {_text(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_text, value)) + "]"
        case _:
            return json.dumps(str(value), ensure_ascii=False)


def _is_finite(value: float | Decimal) -> bool:
    return Decimal(value).is_finite()
