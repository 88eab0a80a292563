"""Why a system could not be fetched: one class a failure, each with the page that mends it."""

from pathlib import Path

from messages.clause import Clause
from messages.errors import CarteraError


class FetchError(CarteraError):
    """A system that is not whole; the others go on."""

    code = "fetch-failed"
    system: str


class UnusableSystemError(CarteraError):
    """A system that cartera.toml names and that cannot be asked as it is told; the others go on."""

    code = "fetch-unusable"


class UnknownSystemError(UnusableSystemError):
    """cartera.toml or the command names a system that is none."""

    code = "fetch-unknown-system"
    exit_code = 2
    system: str
    known: tuple[str, ...]


class SystemTwiceError(UnusableSystemError):
    """Two entries of cartera.toml are of systems that call themselves alike: they would be one."""

    code = "fetch-system-twice"
    system: str


class SystemFileError(UnusableSystemError):
    """A company's own description of a system that cannot be used. `faults` name their lines."""

    code = "fetch-system-file"
    path: Path
    faults: tuple[Clause, ...]


class ValueMissingError(UnusableSystemError):
    """cartera.toml does not say what a system's address needs."""

    code = "fetch-value-missing"
    title: str
    system: str
    name: str


class FetchInProgressError(CarteraError):
    """Another process fetches into the same landing place."""

    code = "fetch-in-progress"
    landing: str


class LandingNotLocalError(CarteraError):
    """Fetching writes into folders only."""

    code = "fetch-landing-not-local"
    exit_code = 2
    landing: str


class AnswersNotKeptError(CarteraError):
    """The landing place takes no more."""

    code = "fetch-not-kept"
    landing: str
    why: Clause


class AddressNotSafeError(FetchError):
    """A key would go over the network in the clear."""

    code = "fetch-address-not-safe"
    address: str


class PrivateKeyError(FetchError):
    """What should be a private key in PEM is none. It is not said."""

    code = "fetch-private-key"
    variable: str


class UnknownWayError(UnusableSystemError):
    """cartera.toml names a way in that the system does not have."""

    code = "fetch-unknown-way"
    title: str
    way: str
    known: tuple[str, ...]


class DatabaseAddressError(FetchError):
    """A database's address that cannot be used. It is not said: it holds the password."""

    code = "fetch-database-address"
    variable: str


class QueryRefusedError(FetchError):
    """The database knows no such table or column, or the query is none."""

    code = "fetch-query-refused"
    stream: str
    console: str


class SecretMissingError(FetchError):
    """Nobody says the key."""

    code = "fetch-secret-missing"
    variable: str
    console: str


class SecretFileError(FetchError):
    """The file of a key is not there, or is open to others than its owner."""

    code = "fetch-secret-file"
    path: Path
    problem: Clause


class KeyRefusedError(FetchError):
    """401: the key is wrong, expired or withdrawn."""

    code = "fetch-key-refused"
    console: str


class SignInAgainError(KeyRefusedError):
    """A refresh token that was used already, has expired or was withdrawn."""

    code = "fetch-sign-in-again"
    variable: str


class SecretNotKeptError(FetchError):
    """A secret that holds for one use stands where no other can be put in its place."""

    code = "fetch-secret-not-kept"
    variable: str


class ScopeMissingError(FetchError):
    """403: the key may not read this."""

    code = "fetch-scope-missing"
    stream: str
    scope: str
    console: str


class UnknownObjectError(FetchError):
    """404: the system has no such list."""

    code = "fetch-unknown-object"
    stream: str
    path: str
    console: str


class RefusedRequestError(FetchError):
    """Any other answer that asking again does not change."""

    code = "fetch-request-refused"
    stream: str
    status: int
    console: str


class QueryFailedError(FetchError):
    """A job that Salesforce gave up."""

    code = "fetch-query-failed"
    stream: str
    console: str


class NotAnsweringError(FetchError):
    """It failed again and again; what came so far is kept."""

    code = "fetch-not-answering"
    stream: str
    problem: Clause


class RateLimitError(FetchError):
    """It asks for a longer pause than a fetch waits."""

    code = "fetch-rate-limit"
    stream: str
    seconds: int


class AnswerChangedError(FetchError):
    """The answer has no records where they are said to stand."""

    code = "fetch-answer-changed"
    stream: str
    problem: Clause


class EndlessPagesError(FetchError):
    """A page names itself as the next one."""

    code = "fetch-endless-pages"
    stream: str
