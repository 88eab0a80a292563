"""What is wrong in a cartera.toml: all of it at once, with lines and the keys that were meant."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from messages.clause import Clause, Fact, clause
from messages.errors import CarteraError
from sources.mapping.toml_keys import keys_beside, meant
from sources.mapping.toml_lines import line_of
from sources.mapping.unfit_values import unfit

Where = tuple[str | int, ...]

COMPANY_VARIABLE = "CARTERA_COMPANY"
"""Names the company's folder; every other CARTERA_SECTION__KEY says what the file could."""

_MISSING = clause("settings-missing")


class SettingsInvalidError(CarteraError):
    """Something in cartera.toml cannot be used. `faults` name their lines."""

    code = "failure-settings-invalid"
    path: Path
    faults: tuple[Clause, ...]

    @property
    def facts(self) -> dict[str, Fact]:
        problem = self.faults[0].facts.get("problem")
        kind = problem.code if isinstance(problem, Clause) else "other"
        return {**super().facts, "count": len(self.faults), "kind": kind}


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the path of the key it is wrong at."""

    where: Where
    problem: Clause
    meant: str = ""
    """The known key that an unknown one may have been meant to be."""


def faults_of(error: ValidationError, grammar: type[BaseModel], above: Where) -> Iterator[Fault]:
    """The faults that a section or the whole file has."""
    for problem in error.errors(include_url=False):
        where = (*above, *problem["loc"])
        if problem["type"] == "extra_forbidden":
            yield _unknown_key(where, keys_beside(grammar, where))
        elif problem["type"] == "missing":
            yield Fault(where, _MISSING)
        else:
            yield Fault(where, unfit(problem))


def unknown_keys(written: Mapping[str, Any], known: Sequence[str], above: Where) -> Iterator[Fault]:
    """The keys of a section that nothing reads."""
    for key in written:
        if key not in known:
            yield _unknown_key((*above, key), known)


def _unknown_key(where: Where, known: Sequence[str]) -> Fault:
    if near := meant(str(where[-1]), known):
        return Fault(where, clause("settings-unknown-key-meant", meant=near), near)
    return Fault(where, clause("settings-unknown-key"))


def invalid(
    path: Path, text: str, written: Mapping[str, Any], faults: Sequence[Fault]
) -> SettingsInvalidError:
    """The failure that tells all of the faults, in the order of the file."""
    proposed = {(*fault.where[:-1], fault.meant) for fault in faults if fault.meant}
    # A missing key that was written with a slip: the slip is what to tell.
    told = [fault for fault in faults if fault.problem != _MISSING or fault.where not in proposed]
    lines = {id(fault): _line(fault, text, written) for fault in told}
    told.sort(key=lambda fault: (lines[id(fault)], _names(fault)))
    return SettingsInvalidError(
        path, tuple(_placed(item, lines[id(item)], written) for item in told)
    )


def _placed(fault: Fault, line: int, written: Mapping[str, Any]) -> Clause:
    if variable := _variable(fault, written):
        return clause("settings-in-environment", variable=variable, problem=fault.problem)
    key = ".".join(_names(fault))
    return clause("settings-on-line", line=line, key=key, problem=fault.problem)


def _line(fault: Fault, text: str, written: Mapping[str, Any]) -> int:
    """0 where the environment says it, and not the file."""
    return 0 if _variable(fault, written) else line_of(text, _named_key(fault, written))


def _variable(fault: Fault, written: Mapping[str, Any]) -> str:
    """The environment variable that is at fault; empty where the file is."""
    if fault.problem == _MISSING:
        return ""
    variable = f"CARTERA_{'__'.join(_names(fault)).upper()}"
    is_set = variable in os.environ and variable != COMPANY_VARIABLE
    return variable if is_set or _value_at(written, fault.where) is None else ""


def _names(fault: Fault) -> list[str]:
    return [part for part in fault.where if isinstance(part, str)]


def _named_key(fault: Fault, written: Mapping[str, Any]) -> Where:
    """The path of the key that the problem itself names, where it is of a whole section."""
    for name in _keys_named(fault.problem):
        for above in (fault.where, fault.where[:1]):
            path = (*above, *name.split("."))
            if _value_at(written, path) is not None:
                return path
    return fault.where


def _keys_named(problem: Clause) -> Iterator[str]:
    for fact in problem.facts.values():
        yield from (name for name in (fact,) if isinstance(name, str))
        if isinstance(fact, tuple):
            yield from (name for name in fact if isinstance(name, str))


def _value_at(written: Any, where: Where) -> Any:
    """What the file says at a path; None where it says nothing."""
    for part in where:
        if isinstance(written, list):
            written = dict(enumerate(written))
        if not isinstance(written, dict) or part not in written:
            return None
        written = written[part]
    return written
