"""One run of a period at a time. The database or the system frees a killed run's lock."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from sqlalchemy import Engine, func, select

from warehouse.engine import in_our_words, sqlite_file
from warehouse.errors import RunInProgressError

_LOCK_SPACE = 7_163_002


@contextmanager
def run_lock(engine: Engine, period: str) -> Iterator[None]:
    """Hold the period's lock; raises RunInProgressError where somebody else does."""
    lock = _advisory_lock if engine.dialect.name == "postgresql" else _file_lock
    with lock(engine, period):
        yield


@contextmanager
def _advisory_lock(engine: Engine, period: str) -> Iterator[None]:
    number = crc32(period.encode()) - 2**31  # a signed 32-bit number
    with in_our_words(engine.url), engine.connect() as connection:
        # Without a transaction, which would keep old rows from being cleared while we run. The
        # lock ends with the connection, and so with this process however that ends.
        connection.execution_options(isolation_level="AUTOCOMMIT")
        lock = func.pg_try_advisory_lock(_LOCK_SPACE, number)
        if not connection.execute(select(lock)).scalar_one():
            raise RunInProgressError(period)
        yield


@contextmanager
def _file_lock(engine: Engine, period: str) -> Iterator[None]:
    database = sqlite_file(engine)
    path = database.with_name(f"{database.name}-{period}.lock")
    handle = _open_locked(path, period)
    try:
        yield
    finally:
        path.unlink()
        os.close(handle)


def _open_locked(path: Path, period: str) -> int:
    """The open and locked file at the path, once that is the file still there."""
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and path.stat().st_ino == os.fstat(handle).st_ino:
                return handle
        except BlockingIOError as error:
            os.close(handle)
            raise RunInProgressError(period) from error
        # The one who held it has just ended and taken the file away.
        os.close(handle)
