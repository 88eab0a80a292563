"""What pydantic finds wrong in a TOML file, as clauses."""

import re
from collections.abc import Mapping
from typing import Any

from messages.clause import Clause, clause
from messages.errors import UnfitValueError

_KINDS = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "integer"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "number"),
    **dict.fromkeys(("decimal_type", "decimal_parsing"), "number"),
    **dict.fromkeys(("string_type", "string_sub_type"), "text"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "boolean"),
    **dict.fromkeys(("time_type", "time_parsing"), "time"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "date"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "list"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "dataclass_type"), "section"),
    **dict.fromkeys(("too_short", "string_too_short"), "filled"),
}


def unfit(problem: Mapping[str, Any]) -> Clause:
    """What one of a ValidationError's `errors()` says."""
    kind, facts = problem["type"], problem.get("ctx", {})
    told = facts.get("error")
    if isinstance(told, UnfitValueError):
        return told.told
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return clause(f"input-{kind.replace('_', '-')}", bound=next(iter(facts.values())))
    if kind in ("literal_error", "enum"):
        return clause("input-one-of", expected=tuple(re.split(", | or ", str(facts["expected"]))))
    if kind == "too_long":
        return clause("input-too-long", most=facts["max_length"])
    if kind in _KINDS:
        return clause(f"input-{_KINDS[kind]}")
    return clause("input-other", told=str(problem["msg"]).removeprefix("Value error, ").rstrip("."))
