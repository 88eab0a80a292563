"""Business partners: what their service level makes of them."""

from typing import Any

import pandas as pd
import pytest

from transforms.clients.partners import PartnerLine, PartnerRule, partner_lines
from transforms.clients.relationship import Standing
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import PartnerPolicy
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")
USUAL = PartnerPolicy()


def quarter(reached: float | None, name: str = "2026-Q3", **more: Any) -> dict[str, Any]:
    usual = {
        "partner_id": "p",
        "quarter": name,
        "partner_name": "Nubalia",
        "partner_kind": "supplier",
        "spend_minor": 100,
        "currency": "EUR",
        "service_target": 0.9,
        "incidents": 0,
        "is_replaceable": True,
    }
    return usual | {"service_reached": reached} | more


def lines(*rows: dict[str, Any], policy: PartnerPolicy = USUAL) -> tuple[PartnerLine, ...]:
    told = {"partners": TABLES["partners"].conform(pd.DataFrame(rows))}
    return partner_lines(CanonicalTables(told), QUARTER, policy)


@pytest.mark.parametrize(
    ("now", "before", "more", "rule", "standing"),
    [
        (0.8, 0.8, {}, PartnerRule.MISSED_TWICE, Standing.EXIT),
        (0.8, 0.8, {"is_replaceable": False}, PartnerRule.MISSED, Standing.REPAIR),
        (0.8, 0.8, {"is_replaceable": None}, PartnerRule.MISSED, Standing.REPAIR),
        (0.8, 0.9, {}, PartnerRule.MISSED, Standing.REPAIR),
        (0.9, 0.9, {}, PartnerRule.STEADY_AND_FAULTLESS, Standing.GROW),
        (0.9, 0.9, {"incidents": 1}, PartnerRule.MET, Standing.KEEP),
        (0.9, 0.9, {"incidents": None}, PartnerRule.MET, Standing.KEEP),
        (0.9, 0.95, {}, PartnerRule.MET, Standing.KEEP),
        (0.9, None, {}, PartnerRule.MET, Standing.KEEP),
        (None, 0.9, {}, None, None),
        (0.9, 0.9, {"service_target": None}, None, None),
    ],
)
def test_the_first_rule_that_holds_gives_the_class(
    now: float | None,
    before: float | None,
    more: dict[str, Any],
    rule: PartnerRule | None,
    standing: Standing | None,
) -> None:
    (line,) = lines(quarter(now, **more), quarter(before, "2026-Q2"))
    assert (line.rule, line.standing) == (rule, standing)


def test_a_company_may_tolerate_a_little_and_a_fault() -> None:
    lenient = PartnerPolicy(tolerance=0.05, faults=1)
    rows = quarter(0.86, incidents=1), quarter(0.86, "2026-Q2")
    assert [line.rule for line in lines(*rows)] == [PartnerRule.MISSED_TWICE]
    assert [line.rule for line in lines(*rows, policy=lenient)] == [
        PartnerRule.STEADY_AND_FAULTLESS
    ]


def test_a_partner_of_another_quarter_is_not_shown() -> None:
    assert lines(quarter(0.9, "2026-Q2")) == ()
    assert partner_lines(CanonicalTables({}), QUARTER, PartnerPolicy()) == ()
