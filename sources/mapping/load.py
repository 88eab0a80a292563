"""Mapping files: loading and checking them, and finding the entries that read a file."""

import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from messages.clause import Clause, clause
from sources.errors import MappingError, MappingMissingError
from sources.mapping.check import fault_of
from sources.mapping.grammar import FileMapping, Layout, MappingFile, SourceMapping
from sources.mapping.toml_keys import keys_beside, meant
from sources.mapping.toml_lines import line_of, syntax_fault
from sources.mapping.unfit_values import unfit

__all__ = ["SourceMapping", "builtin_mapping_path", "file_mappings_of", "load_mapping"]

_BUILTIN = Path(__file__).parents[1] / "mappings"


def builtin_mapping_path(name: str) -> Path:
    """The mapping file of a built-in system.

    Raises MappingMissingError for a name that is none of them.
    """
    path = _BUILTIN / f"{name}.toml"
    if not path.is_file():
        raise MappingMissingError(
            name, tuple(sorted(item.stem for item in _BUILTIN.glob("*.toml")))
        )
    return path


def load_mapping(path: Path) -> SourceMapping:
    """A mapping file, checked throughout.

    Raises MappingError with the file and line of the first thing that is wrong.
    """
    text = _text_of(path)
    content = _parsed(path, text)
    grammar = _validated(path, text, content)
    fault = fault_of(grammar)
    if fault:
        raise MappingError(path.name, line_of(text, fault.where), fault.what)
    return SourceMapping(
        grammar.source, path, grammar.files, grammar.archives, grammar.line_tolerance
    )


def check_sources(mappings: Sequence[SourceMapping]) -> None:
    """Raise MappingError where two mappings name the same source."""
    seen: dict[str, Path] = {}
    for mapping in mappings:
        if mapping.source in seen:
            fault = clause(
                "mapping-source-twice", source=mapping.source, name=seen[mapping.source].name
            )
            raise MappingError(mapping.path.name, 1, fault)
        seen[mapping.source] = mapping.path


def file_mappings_of(mapping: SourceMapping, path_in_delivery: str) -> tuple[FileMapping, ...]:
    """The entries that read the file: the first whose pattern names it, and those of the same
    pattern, which read its other sheets, sections or lists. None where no pattern names it.

    A pattern without a slash names files in any folder. Case does not matter, nor does a
    `.gz` at the end of the file's name.
    """
    path = path_in_delivery.lower().removesuffix(".gz")
    name = path.rsplit("/", 1)[-1]
    patterns = dict.fromkeys(entry.folded_pattern for entry in mapping.files)
    fitting = (text for text in patterns if fnmatch(path if "/" in text else name, text))
    first = next(fitting, None)
    return tuple(entry for entry in mapping.files if entry.folded_pattern == first)


def is_archive_of(mapping: SourceMapping, path_in_delivery: str) -> bool:
    """Whether the mapping names the file as a ZIP of its exports; case does not matter."""
    name = path_in_delivery.lower().rsplit("/", 1)[-1]
    return any(fnmatch(name, pattern.lower()) for pattern in mapping.archives)


def builtin_names() -> tuple[str, ...]:
    """The mappings that are shipped, in the order of their names."""
    return tuple(sorted(item.stem for item in _BUILTIN.glob("*.toml")))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MappingMissingError(str(path), builtin_names()) from error
    except UnicodeDecodeError as error:
        raise MappingError(path.name, 1, clause("toml-not-utf8")) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        # Decimals stay as written: a float would round them.
        return tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(path.name, *syntax_fault(text, error)) from error


def _validated(path: Path, text: str, content: dict[str, Any]) -> MappingFile:
    try:
        defaults = content.get("defaults", {})
        if isinstance(defaults, dict):
            Layout.model_validate(defaults)
    except ValidationError as error:
        raise _mapping_error(path, text, error, ("defaults",)) from error
    try:
        return MappingFile.model_validate(_with_defaults(content))
    except ValidationError as error:
        raise _mapping_error(path, text, error, ()) from error


def _with_defaults(content: Mapping[str, Any]) -> dict[str, Any]:
    """Every file entry with the mapping's defaults below its own keys."""
    defaults, files = content.get("defaults", {}), content.get("files", [])
    if not isinstance(defaults, dict) or not isinstance(files, list):
        return dict(content)
    merged = [{**defaults, **entry} if isinstance(entry, dict) else entry for entry in files]
    return {**content, "files": merged} if "files" in content else dict(content)


def _mapping_error(
    path: Path, text: str, error: ValidationError, above: tuple[str, ...]
) -> MappingError:
    # A misspelt key also leaves the right one missing: the misspelling is what to tell.
    faults = error.errors(include_url=False)
    first = min(faults, key=lambda fault: fault["type"] != "extra_forbidden")
    where = (*above, *first["loc"])
    return MappingError(path.name, line_of(text, where), _fault(first, where))


def _fault(problem: Mapping[str, Any], where: tuple[str | int, ...]) -> Clause:
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    if problem["type"] == "extra_forbidden":
        if near := meant(key, keys_beside(MappingFile, where)):
            return clause("toml-unknown-key-meant", key=key, meant=near)
        return clause("toml-unknown-key", key=key)
    if problem["type"] == "missing":
        return clause("toml-key-missing", key=key)
    return clause("toml-unfit-value", key=_named(where), problem=unfit(problem))


def _named(where: tuple[str | int, ...]) -> str:
    """The last key of the path that a person wrote; pydantic adds names of types below it."""
    types = {"str", "bool", "int"}
    return next(
        (part for part in reversed(where) if isinstance(part, str) and part not in types), ""
    )
