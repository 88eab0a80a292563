"""What can go wrong with a database, each in one sentence. No sentence holds a password."""

from messages.clause import Clause
from messages.errors import CarteraError


class WarehouseUrlError(CarteraError):
    """A warehouse URL that cannot be used."""

    code = "failure-warehouse-url"
    fact: Clause


class WarehouseUnreachableError(CarteraError):
    """Nobody answers where the database should be."""

    code = "failure-warehouse-unreachable"
    place: str

    @property
    def may_heal(self) -> bool:
        return True


class WarehouseMissingError(CarteraError):
    """The server answers and has no such database, or the folder of the file is not there."""

    code = "failure-warehouse-missing"
    place: str


class WarehouseDeniedError(CarteraError):
    """The server answers and refuses this user."""

    code = "failure-warehouse-denied"
    place: str


class WarehouseReadOnlyError(CarteraError):
    """The database can be read and not written."""

    code = "failure-warehouse-read-only"
    place: str


class WarehouseFullError(CarteraError):
    """No space is left; the transaction was taken back."""

    code = "failure-warehouse-full"
    place: str


class StagingFullError(CarteraError):
    """No space is left where a delivery's rows wait, which is not where the warehouse is."""

    code = "failure-staging-full"
    place: str


class WarehouseBusyError(CarteraError):
    """Another process kept the database locked for too long."""

    code = "failure-warehouse-busy"
    place: str

    @property
    def may_heal(self) -> bool:
        return True


class NotAWarehouseError(CarteraError):
    """A file that is no database, or a broken one."""

    code = "failure-not-a-warehouse"
    place: str


class ForeignDatabaseError(CarteraError):
    """A database that holds somebody else's tables."""

    code = "failure-foreign-database"
    place: str


class WarehouseUnfitError(CarteraError):
    """A warehouse whose tables are not those that its revision has."""

    code = "failure-warehouse-unfit"
    place: str
    revision: str


class WarehouseNewerError(CarteraError):
    """The database was migrated by a newer release than this one."""

    code = "failure-warehouse-newer"
    place: str
    revision: str


class UnstorableTextError(CarteraError):
    """A text that no database takes, such as one with a zero byte."""

    code = "failure-unstorable-text"
    table_name: str
    column_name: str


class RunInProgressError(CarteraError):
    """Two runs of one period would publish over each other."""

    code = "failure-run-in-progress"
    period: str
