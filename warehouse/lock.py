"""One run of a period at a time. The database or the system frees a killed run's lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from filelock import FileLock, Timeout
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
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise RunInProgressError(period) from error
    try:
        yield
    finally:
        path.unlink()  # while it is held, so that nobody's lock but our own is taken away
        lock.release()
