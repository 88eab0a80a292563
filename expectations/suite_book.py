"""Every table's suite, read from its file and checked for what could never work."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from runpy import run_path

from expectations.check import Check
from expectations.checker import looked_at
from expectations.errors import SuiteError
from expectations.suite import Suite
from messages.catalogue import catalogue, languages
from messages.clause import Clause, clause, named
from transforms.tables import TABLES, TableSpec

_FOLDER = Path(__file__).with_name("suites")


@cache
def suites() -> Mapping[str, Suite]:
    """By table, in the order of TABLES."""
    found = {name: suite_in(name) for name in TABLES}
    check_suites(found, languages())
    return found


def all_checks() -> tuple[Check, ...]:
    """Rows alone, then whole sources, references, and money."""
    book = suites().values()
    alone = [check for suite in book for check in suite.alone]
    later = ("of_sources", "across_tables", "of_feed", "among_kept")
    return (*alone, *(check for name in later for suite in book for check in suite.checks(name)))


def check_suites(found: Mapping[str, Suite], languages: Sequence[str]) -> None:
    """Raises SuiteError for the first declaration that cannot work."""
    for name, suite in found.items():
        for fault in _faults(suite, languages):
            raise SuiteError(f"expectations/suites/{name}.py", fault)


def suite_in(name: str, folder: Path = _FOLDER) -> Suite:
    """The suite that a table's file holds. Raises SuiteError where there is none."""
    path, told = folder / f"{name}.py", f"expectations/suites/{name}.py"
    try:
        found = run_path(str(path)).get("SUITE") if path.is_file() else None
    except ValueError as error:  # what Great Expectations says of an expectation that cannot be
        raise SuiteError(told, clause("suite-invalid", why=str(error))) from error
    if not isinstance(found, Suite) or found.spec != TABLES.get(name):
        raise SuiteError(told, clause("suite-missing", table=name))
    return found


def _faults(suite: Suite, languages: Sequence[str]) -> Iterator[Clause]:
    checks = suite.checks()
    yield from (_untold(check) for check in checks if not {"rule", "severity"} <= set(check.meta))
    for check in checks:
        yield from _unknown_columns(suite, check)
        yield from _unworded(check, languages)
    for (rule, column), times in Counter((check.rule, check.column) for check in checks).items():
        if times > 1:
            yield clause("suite-repeated", rule=rule, column=column)
    yield from _unjoined(suite.spec, checks)


def _untold(check: Check) -> Clause:
    kind = type(check.expectation).__name__
    return clause("suite-untold", kind=kind, column=check.columns[0])


def _unknown_columns(suite: Suite, check: Check) -> Iterator[Clause]:
    known = suite.known_columns(check.section)
    own = (check.column,) if check.column else ()
    for name in (*looked_at(check), *check.among, *check.evidence, *own):
        if name not in known:
            yield clause(
                "suite-unknown-column", rule=check.rule, column=name, table=suite.spec.name
            )


def _unworded(check: Check, languages: Sequence[str]) -> Iterator[Clause]:
    message = named("rule", check.rule)
    for language in languages:
        words = catalogue(language)
        for part in ("name", "expected"):
            if not words.has(f"{message}.{part}"):
                yield clause(
                    "suite-unworded", rule=check.rule, language=language, message=message, part=part
                )


def _unjoined(spec: TableSpec, checks: Sequence[Check]) -> Iterator[Clause]:
    """Columns that name another table's row, which the suite does not say or says otherwise."""
    joined = {
        (check.column, check.facts["target"])
        for check in checks
        if check.section == "across_tables"
    }
    meant = {(column.name, column.references) for column in spec.columns if column.references}
    for column, target in sorted(meant ^ joined):
        yield clause("suite-unjoined", column=column, target=target)
