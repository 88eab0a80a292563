"""A range of periods is run one after the other, and the command ends as the worst of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import Cartera

ENDINGS = {"whole": (True, True), "some held": (True, False), "nothing": (False, False)}


@pytest.fixture
def company(tmp_path: Path) -> Path:
    (tmp_path / "cartera.toml").write_text('[company]\nname = "Acme"\n', encoding="utf-8")
    (tmp_path / "landing").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("endings", "code"),
    [
        (("whole", "whole", "whole"), 0),
        (("whole", "some held", "whole"), 3),
        (("nothing", "some held", "whole"), 1),
    ],
)
def test_the_months_of_a_range_are_run_in_their_order(
    endings: tuple[str, ...],
    code: int,
    company: Path,
    cartera: Cartera,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    @contextmanager
    def server() -> Iterator[SimpleNamespace]:
        yield SimpleNamespace(wait_until_ready=lambda: None)

    def run_report(*, period: str, **_others: object) -> SimpleNamespace:
        is_published, is_whole = ENDINGS[endings[len(asked)]]
        asked.append(period)
        return SimpleNamespace(is_published=is_published, is_whole=is_whole)

    monkeypatch.setattr("flows.temporary_server.temporary_server", server)
    monkeypatch.setattr("flows.report.run_report", run_report)
    monkeypatch.setattr("expectations.load_engine", lambda: None)
    monkeypatch.setattr("cli.run_report.print_run", lambda *_told: None)
    found, _, _ = cartera(
        "run", "--company", company, "--period", "2025-12", "--through", "2026-02"
    )
    assert asked == ["2025-12", "2026-01", "2026-02"]
    assert found == code
