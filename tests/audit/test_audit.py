"""Figures recomputed from raw exports by an independent route."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from audit.__main__ import company_of
from audit.compare import Told, differences, without_query
from audit.figures import Auditor, Span, audited
from pipeline.compute.figures import figures
from pipeline.settings import load_settings
from transforms.kpis import specs
from transforms.metrics.kpi import EntityKind

SPANS = {
    "2026-Q3": (None, EntityKind.MANAGER),
    "2026-08": (EntityKind.CLIENT,),
    "2026-W39": (EntityKind.CLIENT,),
}
"""Whose figures are audited in each; None is every client and all together."""


def test_every_figure_has_a_query() -> None:
    assert list(audited()) == sorted(specs())


def test_a_new_figure_without_a_query_is_told() -> None:
    told = [Told("client", "A", name, 1.0, "") for name in ("nps", "grr", "charisma")]
    assert without_query(told) == ("charisma",)


def test_what_differs_is_told_and_what_is_equal_is_not() -> None:
    told = [Told("client", key, "nps", value, "no_answers") for key, value in VALUES.items()]
    found = {("client", "same", "nps"): 20.0, ("client", "other", "nps"): 30.0}
    assert [str(item) for item in differences("2026-Q3", told, found)] == [
        "2026-Q3 client other nps: 20, audit 30",
        "2026-Q3 client alone nps: 20, audit no value",
    ]


VALUES = {"same": 20.0, "other": 20.0, "alone": 20.0, "none": None}


def told_of(values: pd.DataFrame) -> Iterator[Told]:
    for row in values.itertuples():
        number = row.value_minor if row.unit == "money" else row.value
        value = None if pd.isna(number) else float(number)
        yield Told(str(row.entity_type), str(row.entity_id), str(row.kpi), value, str(row.reason))


@pytest.mark.thorough
def test_figures_of_the_sample_company_are_what_its_exports_say(company: Path) -> None:
    settings, auditor = load_settings(company), Auditor(company_of(company))
    for span, kinds in SPANS.items():
        told = [one for kind in kinds for one in told_of(figures(settings, span, kind=kind))]
        found = auditor.answers(Span(span), {one.kind for one in told})
        assert without_query(told) == ()
        assert list(map(str, differences(span, told, found))) == []
