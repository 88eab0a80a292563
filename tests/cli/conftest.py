"""Commands as their users run them, in this process."""

import sys

import pytest
from command_line import Cartera

from cli.main import main


@pytest.fixture
def cartera(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cartera:
    """Runs a command; returns exit code, output and errors."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["cartera", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run
