"""`cartera accounts`: which account each key of another system is."""

from pathlib import Path

import typer

from cli.help import Command, Group
from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import catalogue

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
)


@app.callback()
def _group() -> None:
    """Keeps `propose` a command of its own."""


@app.command("propose", cls=Command)
def propose_command(
    company: CompanyFolder = Path(),
    out: Path | None = None,
    lang: Language = None,
) -> None:
    """Write keys that join no account to a file, with proposals; nothing is joined by it."""
    from cli.account_map import map_form, print_proposals, write_map
    from pipeline.ingest.accounts import propose_accounts
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    form = map_form(out or Path(words.say("accounts-file")))
    settings = load_settings(company)
    found = propose_accounts(settings)
    write_map(found, form)
    print_proposals(found, form, settings, words)
