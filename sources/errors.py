"""Failures of mapping files, landing places and unreadable exports."""

from pathlib import Path

from transforms.core.errors import CarteraError


class MappingError(CarteraError):
    """A mapping file that cannot be used as written."""

    def __init__(self, path: Path, line: int, fault: str) -> None:
        super().__init__(f"{path.name} line {line}: {fault}")


class MappingMissingError(CarteraError):
    """A mapping file that is not there."""

    def __init__(self, name: str, builtin: tuple[str, ...]) -> None:
        super().__init__(
            f"there is no mapping '{name}'; name one of {', '.join(builtin)}, "
            "or the path of a file that ends in .toml."
        )


class DeliveryDateError(CarteraError):
    """A folder of a delivery whose name starts like a date and is none."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"the landing folder '{folder}' does not start with a real date; "
            "name it by the day of the export, such as 2026-10-01 or 2026-10-01T0600."
        )


class ArchiveError(CarteraError):
    """An export that could not be copied to the archive."""

    def __init__(self, source_file: str, archive: Path, why: str) -> None:
        super().__init__(
            f"{source_file} could not be archived in {archive} ({why}); "
            "free space or correct the rights there, and run again."
        )


class UnreadableExportError(CarteraError):
    """An export that cannot be read as its mapping says; it stops its source."""

    def __init__(self, source: str, source_file: str, fault: str) -> None:
        super().__init__(f"{source} {Path(source_file).name}: {fault}")


class ControlTotalsError(CarteraError):
    """Rows or money went missing between reading and loading."""

    def __init__(self, source_file: str, table_name: str, currency: str, difference: str) -> None:
        money = f" in {currency}" if currency else ""
        super().__init__(
            f"{source_file}: {table_name}{money} does not add up, {difference}; "
            "nothing was loaded. Report this with the validation page."
        )
