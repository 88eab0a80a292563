"""Empty databases to load into: files of SQLite, and a PostgreSQL server of our own."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from benchmarks.process import NotMeasuredError
from tests.postgres_server import NoPostgresError, start_postgres

NewDatabase = Callable[[], str]
"""The URL of one more empty database."""


@contextmanager
def sqlite() -> Iterator[NewDatabase]:
    """Files that are gone afterwards."""
    numbers = count()
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: f"sqlite:///{folder}/{next(numbers)}.db"


@contextmanager
def postgresql() -> Iterator[NewDatabase]:
    """A server that stops afterwards. Raises NotMeasuredError where none can be had."""
    try:
        server = start_postgres()
    except NoPostgresError as error:
        raise NotMeasuredError(str(error)) from error
    try:
        yield lambda: server.create_database().render_as_string(hide_password=False)
    finally:
        server.close()
