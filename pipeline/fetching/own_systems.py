"""A company's own description of a system: a TOML beside cartera.toml."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extract.errors import SystemFileError
from extract.grammar import System
from messages.clause import Clause, clause
from messages.os_faults import os_fault
from pipeline.settings_faults import faults_of, invalid
from sources.mapping.toml_lines import syntax_fault


def own_system(path: Path) -> System:
    """The system that a file describes. Raises SystemFileError, which tells all that is wrong."""
    text = _text(path)
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, fault = syntax_fault(text, error)
        raise SystemFileError(path, (clause("settings-line", line=line, problem=fault),)) from error
    try:
        return System.model_validate(written)
    except ValidationError as error:
        raise SystemFileError(path, tuple(_told(path, text, written, error))) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SystemFileError(path, (os_fault(error),)) from error
    except UnicodeDecodeError as error:
        raise SystemFileError(path, (clause("toml-not-utf8"),)) from error


def _told(
    path: Path, text: str, written: dict[str, object], error: ValidationError
) -> Iterator[Clause]:
    """What is wrong in the file as a whole, then what is wrong at a key, with its line."""
    found = list(faults_of(error, System, ()))
    yield from (fault.problem for fault in found if not fault.where)
    # A list all of whose items are wrong is told as empty besides.
    above = {fault.where[:length] for fault in found for length in range(len(fault.where))}
    placed = [fault for fault in found if fault.where and fault.where not in above]
    yield from invalid(path, text, written, placed).faults if placed else ()
