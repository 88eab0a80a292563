"""Every check there is, in the order it is made."""

from expectations.check import Check
from expectations.money_suites import money_suites
from expectations.reference_suites import reference_suite
from expectations.row_suites import row_suite
from expectations.stopping import stop_check
from transforms.tables import TABLES


def all_checks() -> tuple[Check, ...]:
    """Rows alone, then whole sources, references, and money."""
    specs = TABLES.values()
    alone = [check for spec in specs for check in row_suite(spec)]
    sources = [stop_check(name) for name in TABLES]
    linked = [check for spec in specs for check in reference_suite(spec)]
    together = [check for suite in money_suites().values() for check in suite]
    return (*alone, *sources, *linked, *together)
