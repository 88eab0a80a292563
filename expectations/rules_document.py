"""`docs/validation-rules.md`, written from the checks themselves.

Run `python -m expectations.rules_document` from the checkout to write it anew.
"""

from collections.abc import Iterator
from pathlib import Path

from expectations.check import Check
from expectations.suite_book import all_checks
from expectations.wording import expected_clause, rule_name, rule_reason
from messages.catalogue import catalogue
from messages.clause import named
from messages.errors import worded
from transforms.core.canonical import Severity
from transforms.tables import TABLES

PATH = Path(__file__).parents[1] / "docs" / "validation-rules.md"

_INTRODUCTION = """# Validation rules

What must hold of canonical tables before they are loaded, and what happens where it does not.
This page is written from the code (`python -m expectations.rules_document`); a test compares them.

Rules are checked in the order of this page. Of the faults of a row that is kept out, the first
has the severity `quarantine` in the quarantine table and the others `warn`, so that counting
quarantined faults counts rows, and adding up their money adds it up once.

"""

_ALL_TABLES = "every table"


def rules_document() -> str:
    """The whole page."""
    words = catalogue("en")
    effects = "".join(
        f"- **{severity}**: {words.say(named('severity-effect', severity))}\n"
        for severity in Severity
    )
    return _INTRODUCTION + effects + "".join(_rule(rule) for rule in _rules())


def _rules() -> list[str]:
    return list(dict.fromkeys(check.rule for check in all_checks()))


def _rule(rule: str) -> str:
    words = catalogue("en")
    checks = [check for check in all_checks() if check.rule == rule]
    rows = "".join(_rows(checks))
    return (
        f"\n## {rule_name(words, rule)} (`{rule}`)\n\n{rule_reason(words, rule)}\n\n"
        f"| table and column | severity | expected |\n|---|---|---|\n{rows}"
    )


def _rows(checks: list[Check]) -> Iterator[str]:
    """One row for each severity and clause, with the columns that share them."""
    groups: dict[tuple[Severity, str], list[Check]] = {}
    for check in checks:
        key = (check.severity, worded(expected_clause(check), "en"))
        groups.setdefault(key, []).append(check)
    for (severity, clause), members in groups.items():
        yield f"| {_places(members)} | {severity} | {clause} |\n"


def _places(checks: list[Check]) -> str:
    if len({check.table for check in checks}) == len(TABLES):
        return _ALL_TABLES
    return ", ".join(f"`{check.table}.{check.column}`".replace(".`", "`") for check in checks)


if __name__ == "__main__":
    PATH.write_text(rules_document(), encoding="utf-8")
