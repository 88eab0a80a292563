"""`cartera decisions`: what finance typed into workbooks comes back."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.help import Command, Group
from cli.options import CompanyFolder, Importer, Language, OnlyClient
from cli.words import failure, readers_language
from messages.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from pipeline.feedback.decisions import Carried
    from pipeline.settings import Settings
    from warehouse import Warehouse

_PARTLY = 3

app = typer.Typer(cls=Group, no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keeps `import` a command of its own."""


@app.command("import", cls=Command)
def import_command(
    files: list[Path],
    company: CompanyFolder = Path(),
    account: OnlyClient = None,
    importer: Importer = "",
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    lang: Language = None,
) -> None:
    """Lay edited workbooks over the newest edition, show what changes, and store it."""
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    words = catalogue(readers_language(lang))
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        done = [
            _import(settings, warehouse, path, importer or getpass.getuser(), account, yes, words)
            for path in files
        ]
    if not all(done):
        raise typer.Exit(_PARTLY if any(done) else 1)


def _import(
    settings: "Settings",
    warehouse: "Warehouse",
    path: Path,
    importer: str,
    account: str | None,
    is_sure: bool,
    words: Catalogue,
) -> bool:
    """One file; whether what it says is stored now."""
    from messages.errors import CarteraError
    from pipeline.feedback.decisions import carried_over, keep

    try:
        carried = carried_over(settings, warehouse, path, importer, account)
    except CarteraError as error:
        typer.echo(failure(words, error), err=True)
        return False
    _show(carried, words)
    if not carried.is_news:
        typer.echo(words.say("decisions-nothing"))
        return True
    if not is_sure and not is_agreed(words.say("decisions-ask"), words):
        typer.echo(words.say("decisions-left"))
        return False
    keep(warehouse, carried)
    typer.echo(words.say("decisions-kept", client=carried.client_id))
    return True


def is_agreed(question: str, words: Catalogue) -> bool:
    """Whether the answer typed is a yes of the reader's language; anything else is a no."""
    answer = typer.prompt(f"{question} [{words.say('yes-no')}]", default="", show_default=False)
    return answer.strip().casefold() in words.say("yes-answers").split()


def _show(carried: "Carried", words: Catalogue) -> None:
    """The file, the record, and what it changes against the newest edition."""
    from pipeline.feedback.worded import input_lines, record_text

    typer.echo(words.say("decisions-file", file=carried.path.name, client=carried.client_id))
    if not carried.is_newest:
        typer.echo(words.say("decisions-newer"))
    for key, changes in (("decisions-moved", carried.moved), ("decisions-typed", carried.typed)):
        if changes:
            typer.echo(words.say(key))
            for line in input_lines(changes, carried.currency, words):
                typer.echo(f"  {line.name}: {line.before} → {line.after}")
    if record := record_text(carried, words):
        typer.echo(record)
    for warning in carried.warnings:
        typer.echo(words.text(warning), err=True)
