"""`--known-at` in the past says what was known then, whatever landed since."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Cartera

COMPANY = Path(__file__).parents[2] / "samples" / "company"
CLIENT = "001Hs000000001cIAA"

Output = Callable[..., str]

pytestmark = pytest.mark.thorough


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """The sample company's CRM and surveys; a month later the surveys come again, shorter."""
    others = shutil.ignore_patterns("truth", "zendesk", "stripe", "asana", "usage", "finance")
    folder = shutil.copytree(COMPANY, tmp_path / "company", ignore=others)
    first, later = folder / "landing" / "2026-10-01", folder / "landing" / "2026-11-01"
    shutil.copytree(first / "surveys", later / "surveys")
    answers = later / "surveys" / "nps_answers.csv"
    lines = answers.read_text("utf-8").splitlines(keepends=True)
    answers.write_text("".join([lines[0], *lines[1::2]]), "utf-8")
    return folder


@pytest.fixture
def output(company: Path, cartera: Cartera) -> Output:
    def run(*arguments: str) -> str:
        code, out, _ = cartera(*arguments, "--company", company)
        assert code == 0
        return out

    return run


def answers(output: Output, *more: str) -> float:
    out = output(*("kpis", "--period", "2026-Q3", "--account", CLIENT, "--format", "csv"), *more)
    rows = {row["kpi"]: row for row in csv.DictReader(io.StringIO(out))}
    return float(rows["nps_answers"]["value"])


def test_a_figure_and_its_rows_are_those_of_the_landing_asked_for(output: Output) -> None:
    now, then = answers(output), answers(output, "--known-at", "2026-10-15")
    assert then > now > 0
    assert answers(output, "--known-at", "2026-11-01") == now
    asked = ("explain", CLIENT, "nps_answers", "--period", "2026-Q3", "--format", "json")
    for figure, more in ((now, ()), (then, ("--known-at", "2026-10-15"))):
        found = json.loads(output(*asked, *more))
        (part,) = found["tables"]
        assert found["value"] == figure
        assert len([row for row in part["rows"] if row["entered"]]) == figure
