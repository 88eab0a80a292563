"""Failures of landing places, each in one sentence. None of them quotes a key or a password."""

from messages.clause import Clause, Fact
from messages.errors import CarteraError

PASSWORD_VARIABLE = "CARTERA_SFTP_PASSWORD"  # noqa: S105  the name of it, not the password


class LandingMissingError(CarteraError):
    """A landing place that is not there."""

    code = "failure-landing-missing"
    landing: str


class LandingFolderError(CarteraError):
    """A folder of the landing place that cannot be listed: nobody knows what is in it."""

    code = "failure-landing-folder"
    landing: str
    folder: str
    why: Clause


class LandingUnknownError(CarteraError):
    """A landing place of a kind that nothing reads."""

    code = "failure-landing-unknown"
    landing: str


class LandingLibraryError(CarteraError):
    """The library that reads this kind of place is not installed."""

    code = "failure-landing-library"
    landing: str
    extra: str


class LandingRefusedError(CarteraError):
    """The place does not let us in, or does not let us read."""

    code = "failure-landing-refused"
    landing: str
    why: Clause
    keys: Clause


class LandingUnreachableError(CarteraError):
    """The place does not answer, or stopped answering."""

    code = "failure-landing-unreachable"
    landing: str
    why: Clause

    @property
    def may_heal(self) -> bool:
        return True


class PasswordInAddressError(CarteraError):
    """A password or a key stands in the landing place's address, where anybody can read it.
    `instead` names the variables that it belongs into."""

    code = "failure-password-in-address"
    landing: str
    instead: str


class HostKeyUnknownError(CarteraError):
    """A host that known_hosts does not name; it might be anybody."""

    code = "failure-host-key-unknown"
    host: str
    port: int
    known_hosts: str


class HostKeyChangedError(CarteraError):
    """A host that shows another key than the one known_hosts holds."""

    code = "failure-host-key-changed"
    host: str
    port: int
    known_hosts: str

    @property
    def facts(self) -> dict[str, Fact]:
        name = self.host if self.port == 22 else f"[{self.host}]:{self.port}"
        return {**super().facts, "name": name}


class KnownHostsError(CarteraError):
    """A known_hosts file that cannot be read."""

    code = "failure-known-hosts"
    known_hosts: str


class FileNotOpenedError(CarteraError):
    """One file of a place that lets the others be read. `fault` is told with its source."""

    code = "failure-file-not-opened"
    source_file: str
    fault: Clause


class ExportChangingError(CarteraError):
    """A file that was written while it was fetched."""

    code = "failure-export-changing"
    source_file: str
