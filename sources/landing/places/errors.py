"""Failures of landing places, each in one sentence. None of them quotes a key or a password."""

from transforms.core.errors import CarteraError


class LandingMissingError(CarteraError):
    """A landing place that is not there."""

    def __init__(self, landing: str) -> None:
        super().__init__(
            f"the landing place {landing} is not there; create it and put exports in it, "
            "or correct [places] landing in cartera.toml."
        )


class LandingUnknownError(CarteraError):
    """A landing place of a kind that nothing reads."""

    def __init__(self, landing: str) -> None:
        super().__init__(
            f"the landing place {landing} is of an unknown kind; name a folder, s3://bucket/folder "
            "or sftp://user@host/folder in [places] landing of cartera.toml."
        )


class LandingLibraryError(CarteraError):
    """The library that reads this kind of place is not installed."""

    def __init__(self, landing: str, extra: str) -> None:
        super().__init__(
            f"reading {landing} needs a library that is not installed; run "
            f"`uv sync --frozen --no-dev --extra {extra}` in the checkout, and again."
        )


class LandingRefusedError(CarteraError):
    """The place does not let us in, or does not let us read."""

    def __init__(self, landing: str, why: str, keys: str) -> None:
        super().__init__(f"{landing} refuses access ({why}); {keys}, and run again.")


class LandingUnreachableError(CarteraError):
    """The place does not answer, or stopped answering."""

    def __init__(self, landing: str, why: str) -> None:
        super().__init__(
            f"{landing} could not be read ({why}); check the address in [places] landing of "
            "cartera.toml and the network, and run again."
        )


class PasswordInAddressError(CarteraError):
    """A password stands in the landing place's address, where anybody can read it."""

    def __init__(self, landing: str) -> None:
        super().__init__(
            f"the landing place {landing} holds a password; take it out of cartera.toml, "
            "set CARTERA_SFTP_PASSWORD instead, and change it, as it has been read by others."
        )


class HostKeyUnknownError(CarteraError):
    """A host that known_hosts does not name; it might be anybody."""

    def __init__(self, host: str, port: int, known_hosts: str) -> None:
        super().__init__(
            f"the host key of {host} is not in {known_hosts}; add it by `ssh-keyscan -p {port} "
            f"{host} >> {known_hosts}`, compare its fingerprint with the one its owner tells, "
            "and run again."
        )


class HostKeyChangedError(CarteraError):
    """A host that shows another key than the one known_hosts holds."""

    def __init__(self, host: str, port: int, known_hosts: str) -> None:
        name = host if port == 22 else f"[{host}]:{port}"
        super().__init__(
            f"the host key of {host} is not the one in {known_hosts}, somebody may stand between; "
            f"ask its owner, and only if the key was changed on purpose remove the old one by "
            f"`ssh-keygen -R '{name}'` and add the new one."
        )


class KnownHostsError(CarteraError):
    """A known_hosts file that cannot be read."""

    def __init__(self, known_hosts: str) -> None:
        super().__init__(f"{known_hosts} cannot be read as known hosts; mend it, and run again.")


class FileNotOpenedError(CarteraError):
    """One file of a place that lets the others be read. `fault` is told with its source."""

    def __init__(self, source_file: str, fault: str) -> None:
        super().__init__(f"{source_file}: {fault}.")
        self.fault = fault


class ExportChangingError(CarteraError):
    """A file that was written while it was fetched."""

    def __init__(self, source_file: str) -> None:
        super().__init__(
            f"{source_file} changed while it was fetched; wait until its upload has ended, "
            "and run again."
        )
