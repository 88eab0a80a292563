"""A command that is typed wrongly says what is wrong with it in the reader's language."""

import os
from pathlib import Path

import pytest
from command_line import Cartera

from messages.catalogue import MORE_LANGUAGES, forget_languages
from messages.pseudo import OPENED, outside

WRONG = {
    "kpis --period": "--period needs a value after it.",
    "kpis -p": "-p needs a value after it.",
    "kpis": "--period is missing: say it with a value.",
    "kpis --nope": "There is no option --nope.",
    "kpis --perio 2026-Q3": "There is no option --perio. Did you mean --period?",
    "kpis --period 2026-Q3 one two": "More was typed than the command takes: one two.",
    "kpis --period 2026-Q3 --by mars": "--by cannot be “mars”; it is client, account, manager,",
    "explain a nps --period 2026-Q3 --rows few": "--rows cannot be “few”: it is a whole number.",
    "explain": "client is missing.",
    "check --help=3": "--help takes no value.",
    "stats": "There is no command stats. Did you mean status?",
    "accounts nope": "There is no command nope.",
    "--nope": "There is no option --nope.",
}


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", 2_000)


@pytest.mark.parametrize("typed", WRONG)
def test_what_is_wrong_is_told_below_the_usage(cartera: Cartera, typed: str) -> None:
    code, out, told = cartera(*typed.split())
    assert (code, out) == (2, "")
    assert told.startswith("Usage: cartera")
    assert WRONG[typed] in told


@pytest.mark.parametrize("typed", WRONG)
def test_nothing_of_it_is_from_outside_of_the_readers_language(
    cartera: Cartera, monkeypatch: pytest.MonkeyPatch, pseudo_language: str, typed: str
) -> None:
    monkeypatch.setenv("LC_ALL", pseudo_language)
    code, _, told = cartera(*typed.split())
    assert code == 2
    sentence = next(line for line in told.splitlines() if line.startswith("│"))
    assert OPENED in sentence
    assert outside(sentence).strip(" │") == ""


def test_no_arguments_at_all_show_the_help(cartera: Cartera) -> None:
    _, out, told = cartera()
    assert "Usage: cartera" in out + told
    assert "│ status" in out + told


@pytest.mark.parametrize("command", ["kpis", "run"])
def test_a_language_with_gaps_is_refused_before_anything_starts(
    cartera: Cartera, tmp_path: Path, pseudo_language: str, command: str
) -> None:
    """As a company's own is after an upgrade that says more."""
    (tmp_path / "cartera.toml").write_text('[company]\nname = "Acme"\n', "utf-8")
    path = Path(os.environ[MORE_LANGUAGES]) / pseudo_language / "kpis.ftl"
    path.write_text(path.read_text("utf-8").replace("\nkpi-arr =", "\nkpi-old ="), "utf-8")
    forget_languages()
    asked = ("--period", "2026-Q3", "--company", tmp_path, "--lang", pseudo_language)
    code, out, told = cartera(command, *asked)
    assert (code, out) == (2, "")
    assert f"the language '{pseudo_language}' lacks messages that Cartera says: kpi-arr" in told
