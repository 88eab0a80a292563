"""The settings that figures, scores and signals depend on, for the KPI dictionary."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import time
from enum import StrEnum
from functools import reduce
from typing import cast

from transforms.core.policy import Policy, Scale

ELSEWHERE = frozenset(
    {"company_name", "time_zone", "reporting_currency", "fiscal_start_month", "holiday_country"}
)
"""What `[company]` says. The renewal policy is printed in every renewal workbook."""

_RENEWAL = "renewal"


def settings_of(policy: Policy) -> dict[str, str]:
    """The value of every setting by key, as it would be written."""
    found: dict[str, str] = {}
    for item in fields(policy):
        value = getattr(policy, item.name)
        if is_dataclass(value) and item.name != _RENEWAL:
            found |= {f"{item.name}.{name}": _written(part) for name, part in vars(value).items()}
        elif item.name not in ELSEWHERE and item.name != _RENEWAL:
            found[item.name] = _written(value)
    return found


def setting_of(policy: Policy, key: str) -> str:
    """One setting, as it would be written.

    >>> setting_of(Policy(), "renewal.discount_rate")
    '0.1'
    >>> setting_of(Policy(), "renewal.signed_statuses")[:17]
    'activated, active'
    """
    return _written(reduce(getattr, key.split("."), policy))


def _written(value: object) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Mapping):
        parts = cast(Mapping[str, object], value)
        return ", ".join(f'"{key}" = {_written(part)}' for key, part in parts.items())
    if isinstance(value, tuple):
        parts = cast(tuple[object, ...], value)
        if all(isinstance(item, str) for item in parts):
            return ", ".join(map(str, parts))
        corners = cast(Scale, value)
        return " ".join(f"{figure:g}:{points:g}" for figure, points in corners)
    return value.value if isinstance(value, StrEnum) else f"{value:g}"
