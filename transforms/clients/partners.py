"""Business partners of a quarter, each with its class and the rule that gave it.

    from transforms.clients.partners import partner_lines

    for line in partner_lines(tables, period, policy.partners):
        line.name, line.standing, line.rule, line.change

A service level below the one agreed is to be repaired; below it for two quarters, of a partner
that can be replaced, ends. One above it that did not fall, without a fault that clients felt,
is worth growing; any other is kept. Without a level or an agreed one there is no class.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from transforms.clients.relationship import Standing
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import PartnerPolicy


class PartnerRule(StrEnum):
    """Why a partner stands where it does; the first that holds, in this order."""

    MISSED_TWICE = "missed_twice"
    MISSED = "missed"
    STEADY_AND_FAULTLESS = "steady_and_faultless"
    MET = "met"


STANDING_OF = {
    PartnerRule.MISSED_TWICE: Standing.EXIT,
    PartnerRule.MISSED: Standing.REPAIR,
    PartnerRule.STEADY_AND_FAULTLESS: Standing.GROW,
    PartnerRule.MET: Standing.KEEP,
}


@dataclass(frozen=True)
class Service:
    """A quarter's service level beside the one agreed; None where it was not told."""

    target: float | None
    reached: float | None
    tolerance: float = 0.0
    """Part of the target by which it may be missed and still be met."""

    @property
    def is_missed(self) -> bool | None:
        """None where one of them is not known."""
        if self.target is None or self.reached is None:
            return None
        return self.reached < self.target * (1 - self.tolerance)


@dataclass(frozen=True)
class PartnerLine:
    """A partner's quarter."""

    partner_id: str
    name: str
    kind: str
    service_name: str
    spend_minor: int
    currency: str
    service: Service
    before: Service
    """The quarter before."""
    incidents: int | None
    is_replaceable: bool
    faults_allowed: int = 0

    @property
    def rule(self) -> PartnerRule | None:
        """None without a service level."""
        if self.service.is_missed is None:
            return None
        if self.service.is_missed:
            is_over = self.before.is_missed and self.is_replaceable
            return PartnerRule.MISSED_TWICE if is_over else PartnerRule.MISSED
        return PartnerRule.STEADY_AND_FAULTLESS if self._is_strong else PartnerRule.MET

    @property
    def standing(self) -> Standing | None:
        """The class; None without a service level."""
        return None if self.rule is None else STANDING_OF[self.rule]

    @property
    def _is_strong(self) -> bool:
        now, then = self.service.reached, self.before.reached
        is_steady = now is not None and then is not None and now >= then
        return is_steady and self.incidents is not None and self.incidents <= self.faults_allowed


def partner_lines(
    tables: CanonicalTables, period: Period, policy: PartnerPolicy
) -> tuple[PartnerLine, ...]:
    """Partners of the quarter by name; what another quarter bought is not in it."""
    rows = tables.rows("partners")
    earlier = rows[rows["quarter"] == str(period.shift(-1))].to_dict("records")
    before = {str(row["partner_id"]): _service(row, policy) for row in earlier}
    now = rows[rows["quarter"] == str(period)].to_dict("records")
    lines = [_line(row, before, policy) for row in now]
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.partner_id)))


def _line(
    row: Mapping[Hashable, object], before: Mapping[str, Service], policy: PartnerPolicy
) -> PartnerLine:
    key = str(row["partner_id"])
    incidents = _number(row["incidents"])
    return PartnerLine(
        partner_id=key,
        name=str(row["partner_name"]),
        kind=str(row["partner_kind"]),
        service_name=row["service"] if isinstance(row["service"], str) else "",
        spend_minor=int(str(row["spend_minor"])),
        currency=str(row["currency"]),
        service=_service(row, policy),
        before=before.get(key, Service(None, None)),
        incidents=None if incidents is None else int(incidents),
        is_replaceable=row["is_replaceable"] is not pd.NA and bool(row["is_replaceable"]),
        faults_allowed=policy.faults,
    )


def _service(row: Mapping[Hashable, object], policy: PartnerPolicy) -> Service:
    target, reached = _number(row["service_target"]), _number(row["service_reached"])
    return Service(target, reached, policy.tolerance)


def _number(value: object) -> float | None:
    return None if value is None or value is pd.NA or value != value else float(str(value))
