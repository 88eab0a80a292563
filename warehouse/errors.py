"""What can go wrong with a database, each in one sentence. No sentence holds a password."""

from transforms.core.errors import CarteraError


class WarehouseUrlError(CarteraError):
    """A warehouse URL that cannot be used."""

    def __init__(self, fact: str) -> None:
        super().__init__(
            f"the warehouse URL {fact}; write sqlite:///warehouse.db "
            "or postgresql://user@host/database in cartera.toml."
        )


class WarehouseUnreachableError(CarteraError):
    """Nobody answers where the database should be."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} cannot be reached: check that the database is running "
            "and that its address in cartera.toml is right, then try again."
        )


class WarehouseMissingError(CarteraError):
    """The server answers and has no such database, or the folder of the file is not there."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} does not exist: create the database (or the folder of "
            "its file), then try again."
        )


class WarehouseDeniedError(CarteraError):
    """The server answers and refuses this user."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} refuses this user: check the user name, the password "
            "and the rights on the database."
        )


class WarehouseReadOnlyError(CarteraError):
    """The database can be read and not written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} is read-only: make the file and its folder (or the "
            "database) writable, then try again."
        )


class WarehouseFullError(CarteraError):
    """No space is left; the transaction was taken back."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the disk of the warehouse {place} is full and nothing was changed: "
            "make room, then try again."
        )


class WarehouseBusyError(CarteraError):
    """Another process kept the database locked for too long."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} is locked by another process: wait until it ends, "
            "then try again."
        )


class NotAWarehouseError(CarteraError):
    """A file that is no database, or a broken one."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the warehouse {place} is not a readable SQLite database: name another file in "
            "cartera.toml, or restore this one from its backup."
        )


class WarehouseNewerError(CarteraError):
    """The database was migrated by a newer release than this one."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(
            f"the warehouse {place} has the newer schema {revision}, which this release does "
            "not know: update cartera, then try again."
        )


class UnstorableTextError(CarteraError):
    """A text that no database takes, such as one with a zero byte."""

    def __init__(self, table_name: str, column_name: str) -> None:
        super().__init__(
            f"{table_name}.{column_name} holds a zero byte or half a character, which cannot "
            "be stored: have the source's mapping drop it."
        )


class RunInProgressError(CarteraError):
    """Two runs of one period would publish over each other."""

    def __init__(self, period: str) -> None:
        super().__init__(
            f"a run of {period} is in progress in this warehouse: wait until it ends, then try "
            "again."
        )
