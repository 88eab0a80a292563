"""Figures recomputed from raw exports by an independent route: what the audit tells.

Those of the sample company are audited by `tests/pipeline/test_truth.py`, which computes them.
"""

from audit.compare import Told, differences, without_query
from audit.figures import audited
from transforms.kpis import specs


def test_every_figure_has_a_query() -> None:
    assert list(audited()) == sorted(specs())


def test_a_new_figure_without_a_query_is_told() -> None:
    told = [Told("client", "A", name, 1.0, "") for name in ("nps", "grr", "charisma")]
    assert without_query(told) == ("charisma",)


def test_what_differs_is_told_and_what_is_equal_is_not() -> None:
    told = [Told("client", key, "nps", value, "no_answers") for key, value in VALUES.items()]
    found = {
        ("client", "same", "nps"): 20.0,
        ("client", "other", "nps"): 30.0,
        ("client", "untold", "nps"): 40.0,
        ("team", "of a kind without it", "nps"): 50.0,
    }
    assert [str(item) for item in differences("2026-Q3", told, found)] == [
        "2026-Q3 client other nps: 20, audit 30",
        "2026-Q3 client alone nps: 20, audit no value",
        "2026-Q3 client untold nps: not told, audit 40",
    ]


VALUES = {"same": 20.0, "other": 20.0, "alone": 20.0, "none": None}
