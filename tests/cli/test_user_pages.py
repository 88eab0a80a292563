"""The commands of the pages for who uses it month by month: `cartera` takes each as it stands.
What they do is tested command by command in this folder; pages for who deploys are typed whole."""

import re
import shlex
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from cli.main import app

CHECKOUT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/using.md", "docs/portal.md")
OF_THE_SHELL = ("make demo", "make test", "mkdir -p acme/landing/2026-10-01")
"""What is not `cartera`: `make test` is run before each change lands, `make demo` looked at by
tests/portal/test_start.py."""


def commands(page: str) -> list[str]:
    """Each line of a page's blocks of commands, without what is remarked beside it, and where it
    goes to."""
    text = (CHECKOUT / page).read_text("utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.S | re.M)
    lines = [line for language, block in blocks if not language for line in block.splitlines()]
    return [re.split(r"\s+# | > ", line)[0].removeprefix(".venv/bin/") for line in lines]


def understood(line: str) -> str:
    """The command that a line names, once its arguments are taken."""
    program, *words = shlex.split(line)
    assert program == "cartera"
    command = get_command(app)
    context = command.make_context("cartera", words)
    while isinstance(command, TyperGroup) and (left := [*context._protected_args, *context.args]):
        name, found, words = command.resolve_command(context, left)
        assert found is not None and name is not None
        command, context = found, found.make_context(name, words, parent=context)
    return context.command_path


@pytest.mark.parametrize("page", PAGES)
def test_cartera_takes_each_command_as_it_stands(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "FILE…").touch()
    (tmp_path / "exports").mkdir()
    monkeypatch.chdir(tmp_path)
    typed = [line for line in commands(page) if not line.startswith(OF_THE_SHELL)]
    assert len(typed) > 1
    assert all(understood(line).startswith("cartera ") for line in typed)
    with pytest.raises(Exception, match="no-such-option"):
        understood(f"{typed[0]} --no-such-option")


def test_no_other_page_holds_commands() -> None:
    deployed = {"deploying.md", "scaling.md", "personal-data.md"}  # test_page_commands.py
    others = {path.name for path in (CHECKOUT / "docs").glob("*.md")} - deployed
    told = {Path(page).name for page in PAGES}
    assert [name for name in sorted(others - told) if commands(f"docs/{name}")] == []
