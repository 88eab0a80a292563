"""`--known-at` in the past says what was known then, whatever landed since."""

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main

COMPANY = Path(__file__).parents[2] / "samples" / "company"
CLIENT = "001Hs000000001cIAA"

Cartera = Callable[..., str]

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
def cartera(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Cartera:
    def run(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["cartera", *arguments, "--company", str(company)])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out

    return run


def answers(cartera: Cartera, *more: str) -> float:
    out = cartera(*("kpis", "--period", "2026-Q3", "--account", CLIENT, "--format", "csv"), *more)
    rows = {row["kpi"]: row for row in csv.DictReader(io.StringIO(out))}
    return float(rows["nps_answers"]["value"])


def test_a_figure_and_its_rows_are_those_of_the_landing_asked_for(cartera: Cartera) -> None:
    now, then = answers(cartera), answers(cartera, "--known-at", "2026-10-15")
    assert then > now > 0
    assert answers(cartera, "--known-at", "2026-11-01") == now
    asked = ("explain", CLIENT, "nps_answers", "--period", "2026-Q3", "--format", "json")
    for figure, more in ((now, ()), (then, ("--known-at", "2026-10-15"))):
        found = json.loads(cartera(*asked, *more))
        (part,) = found["tables"]
        assert found["value"] == figure
        assert len([row for row in part["rows"] if row["entered"]]) == figure
