"""`cartera decks`: what managers wrote into decks comes back."""

import getpass
from pathlib import Path

import typer

from cli.help import Command, Group
from cli.options import CompanyFolder, Importer, Language, OnlyClient
from cli.words import readers_language
from messages.catalogue import catalogue

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
    lang: Language = None,
) -> None:
    """Store commentary and chosen actions of edited decks: the next edition carries them.

    Nothing is stored unless every file can be read.
    """
    from pipeline.feedback.deck_remarks import carried_over, keep
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    words = catalogue(readers_language(lang))
    settings = load_settings(company)
    who = importer or getpass.getuser()
    with open_warehouse(settings.warehouse_url) as warehouse:
        found = [carried_over(settings, warehouse, path, who, account) for path in files]
        for carried in found:
            keep(warehouse, carried)
            key = "decks-kept" if carried.remarks else "decks-nothing"
            facts = {"file": carried.path.name, "client": carried.client_id}
            typer.echo(words.say(key, n=len(carried.remarks), **facts))
