"""What is wrong in a cartera.toml: all of it at once, with lines and the keys that were meant."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from sources.mapping.toml_keys import keys_beside, meant
from sources.mapping.toml_lines import line_of
from transforms.core.errors import CarteraError

Where = tuple[str | int, ...]

COMPANY_VARIABLE = "CARTERA_COMPANY"
"""Names the company's folder; every other CARTERA_SECTION__KEY says what the file could."""


class SettingsInvalidError(CarteraError):
    """Something in cartera.toml cannot be used. `faults` name their lines."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        if len(faults) == 1:
            end = "" if faults[0].endswith("?") else "."
            told = f"{path} {faults[0]}{end} Mend it and run again."
        else:
            told = "\n".join(
                [f"{path} has {len(faults)} faults; mend them and run again:", *faults]
            )
        super().__init__(told)


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the path of the key it is wrong at."""

    where: Where
    problem: str
    meant: str = ""
    """The end of the message that names the known key; only of an unknown one."""


def faults_of(error: ValidationError, grammar: type[BaseModel], above: Where) -> Iterator[Fault]:
    """The faults that a section or the whole file has."""
    for problem in error.errors(include_url=False):
        where = (*above, *problem["loc"])
        if problem["type"] == "extra_forbidden":
            known = keys_beside(grammar, where)
            yield Fault(where, "unknown key", meant(str(where[-1]), known))
        elif problem["type"] == "missing":
            yield Fault(where, "missing")
        else:
            yield Fault(where, str(problem["msg"]).removeprefix("Value error, ").rstrip("."))


def unknown_keys(written: Mapping[str, Any], known: Sequence[str], above: Where) -> Iterator[Fault]:
    """The keys of a section that nothing reads."""
    for key in written:
        if key not in known:
            yield Fault((*above, key), "unknown key", meant(key, known))


def invalid(
    path: Path, text: str, written: Mapping[str, Any], faults: Sequence[Fault]
) -> SettingsInvalidError:
    """The failure that tells all of the faults, in the order of the file."""
    proposed = {(fault.where[:-1], fault.meant) for fault in faults if fault.meant}
    told = [fault for fault in faults if not _is_proposed(fault, proposed)]
    placed = sorted((_line(fault, text, written), _sentence(fault, written)) for fault in told)
    if len(placed) == 1:
        return SettingsInvalidError(path, [_said(*placed[0])])
    return SettingsInvalidError(path, [f"  {_said(*item)}" for item in placed])


def _is_proposed(fault: Fault, proposed: set[tuple[Where, str]]) -> bool:
    """Whether a missing key was written with a slip, which is what to tell."""
    name = f"; did you mean '{fault.where[-1]}'?"
    return fault.problem == "missing" and (fault.where[:-1], name) in proposed


def _said(line: int, sentence: str) -> str:
    return f"line {line}: {sentence}" if line else sentence


def _line(fault: Fault, text: str, written: Mapping[str, Any]) -> int:
    """0 where the environment says it, and not the file."""
    return 0 if _variable(fault, written) else line_of(text, _named_key(fault, written))


def _sentence(fault: Fault, written: Mapping[str, Any]) -> str:
    variable = _variable(fault, written)
    place = f"environment variable {variable}" if variable else ".".join(_names(fault))
    return f"{place}: {fault.problem}{fault.meant}"


def _variable(fault: Fault, written: Mapping[str, Any]) -> str:
    """The environment variable that is at fault; empty where the file is."""
    if fault.problem == "missing":
        return ""
    variable = f"CARTERA_{'__'.join(_names(fault)).upper()}"
    is_set = variable in os.environ and variable != COMPANY_VARIABLE
    return variable if is_set or _value_at(written, fault.where) is None else ""


def _names(fault: Fault) -> list[str]:
    return [part for part in fault.where if isinstance(part, str)]


def _named_key(fault: Fault, written: Mapping[str, Any]) -> Where:
    """The path of the key that the problem itself names, where it is of a whole section."""
    for name in re.findall(r"[a-z_][a-z_.]*", fault.problem):
        for above in (fault.where, fault.where[:1]):
            path = (*above, *name.split("."))
            if _value_at(written, path) is not None:
                return path
    return fault.where


def _value_at(written: Any, where: Where) -> Any:
    """What the file says at a path; None where it says nothing."""
    for part in where:
        if isinstance(written, list):
            written = dict(enumerate(written))
        if not isinstance(written, dict) or part not in written:
            return None
        written = written[part]
    return written
