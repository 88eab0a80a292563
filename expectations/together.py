"""Documents, their lines and what paid them judged together, and accounts among themselves."""

from collections.abc import Iterator, Mapping

import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker, in_question
from expectations.staged import Evidence, Staged
from expectations.suite_book import suites

_DOCUMENTS = ("invoices", "invoice_lines", "payments")


def judge_kept(
    checker: Checker, staged: Staged, line_tolerances: Mapping[str, int]
) -> list[Verdict]:
    """Verdicts on what must hold of the rows that are left. Nothing is kept out here."""
    verdicts: list[Verdict] = []
    if "accounts" in staged.names:
        verdicts += _judge_accounts(checker, staged)
    for name in _DOCUMENTS:
        if name in staged.names:
            verdicts += _judge_documents(checker, name, staged.evidence(name, line_tolerances))
    return verdicts


def _judge_accounts(checker: Checker, staged: Staged) -> Iterator[Verdict]:
    accounts = sum(staged.kept_rows("accounts").values())
    checks = suites()["accounts"].checks("among_kept")
    for judged in checker.judge(checks, staged.below_others()):
        yield Verdict(judged.check, accounts, judged.rows)


def _judge_documents(checker: Checker, name: str, evidence: Evidence) -> Iterator[Verdict]:
    checks, tally = suites()[name].checks("among_kept"), evidence.tally
    judged = [checker.judge(checks, rows) for rows in evidence.suspects]
    for number, check in enumerate(checks):
        filled = [found[number].rows for found in judged if len(found[number].rows)]
        rows = pd.concat(filled) if filled else pd.DataFrame()
        yield Verdict(check, _applies(check, tally), rows)


def _applies(check: Check, tally: pd.DataFrame) -> int:
    """How many rows the check is about."""
    return int(tally["row_count"][in_question(check, tally)].sum()) if len(tally) else 0
