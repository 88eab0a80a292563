"""Documents, their lines and what paid them judged together, and accounts among themselves."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker, tasks_of
from expectations.money_suites import ACCOUNT_CHECKS, DOCUMENT_CHECKS, with_evidence
from expectations.staged import Evidence, Staged


def judge_money(
    checker: Checker, staged: Staged, line_tolerances: Mapping[str, int]
) -> list[Verdict]:
    """Verdicts on what must hold across rows. Nothing is kept out here."""
    verdicts: list[Verdict] = []
    if "accounts" in staged.names:
        accounts = sum(staged.kept_rows("accounts").values())
        judged = checker.judge(tasks_of(ACCOUNT_CHECKS, staged.below_others()))
        verdicts += [Verdict(item.check, accounts, item.rows) for item in judged]
    for name, checks in DOCUMENT_CHECKS.items():
        if name in staged.names:
            evidence = staged.evidence(name, line_tolerances)
            verdicts += _judge_documents(checker, evidence, name, checks)
    return verdicts


def _judge_documents(
    checker: Checker, evidence: Evidence, name: str, checks: Sequence[Check]
) -> list[Verdict]:
    tally = with_evidence(name, evidence.tally)
    judged = [
        checker.judge(tasks_of(checks, with_evidence(name, rows))) for rows in evidence.suspects
    ]
    return [
        Verdict(check, _applies(check, tally), _rows(found[number].rows for found in judged))
        for number, check in enumerate(checks)
    ]


def _applies(check: Check, tally: pd.DataFrame) -> int:
    """How many rows the check is about."""
    return int(tally["row_count"][check.measure(tally).notna()].sum()) if len(tally) else 0


def _rows(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled) if filled else pd.DataFrame()
